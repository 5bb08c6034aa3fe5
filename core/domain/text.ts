/** Picks the asked language of a bilingual text. */
import type { Language } from '../contract/lists.ts';
import type { Bilingual } from './records.ts';

export function pick(text: Bilingual, lang: Language): string;
export function pick(text: Bilingual | null, lang: Language): string | null;
export function pick(text: Bilingual | null, lang: Language): string | null {
  return text === null ? null : text[lang];
}
