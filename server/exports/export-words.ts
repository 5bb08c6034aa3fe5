import type { Language } from '#core/contract/lists.ts';
import { english } from './export-words-en.ts';
import { chinese, type ExportWords } from './export-words-zh.ts';

/** What an export says in a language beside what the frozen picture says itself. */
export const exportWords: Readonly<Record<Language, ExportWords>> = { zh: chinese, en: english };
