import { present as en } from '#src/i18n/en/present.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { present as zh } from '#src/i18n/zh/present.ts';

const words = { zh, en };

export type PresentWords = typeof zh;

export const usePresentWords = (): PresentWords => useWords(words);
