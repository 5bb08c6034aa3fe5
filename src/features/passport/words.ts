import { passport as en } from '#src/i18n/en/passport.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { passport as zh } from '#src/i18n/zh/passport.ts';

const words = { zh, en };

export type PassportWords = typeof zh;

export const usePassportWords = (): PassportWords => useWords(words);
