import { funds as en } from '#src/i18n/en/funds.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { funds as zh } from '#src/i18n/zh/funds.ts';

const words = { zh, en };

export type FundWords = typeof zh;

export const useFundWords = (): FundWords => useWords(words);
