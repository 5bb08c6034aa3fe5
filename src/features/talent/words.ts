import { talent as en } from '#src/i18n/en/talent.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { talent as zh } from '#src/i18n/zh/talent.ts';

const words = { zh, en };

export type TalentWords = typeof zh;

export const useTalentWords = (): TalentWords => useWords(words);
