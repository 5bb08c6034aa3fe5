/** Small work on words. */
import type { Language } from '../contract/lists.ts';
import type { Bilingual } from './records.ts';

/** The asked language of a bilingual text; null stays null. */
export function pick(text: Bilingual, lang: Language): string;
export function pick(text: Bilingual | null, lang: Language): string | null;
export function pick(text: Bilingual | null, lang: Language): string | null {
  return text === null ? null : text[lang];
}

/** Puts a label into the middle of an English sentence: "First batch" -> "first batch"; "EU grant" stays. */
export function lowerFirst(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(first.length);
}
