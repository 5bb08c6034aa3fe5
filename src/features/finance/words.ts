import { finance as en } from '#src/i18n/en/finance.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { finance as zh } from '#src/i18n/zh/finance.ts';

const words = { zh, en };

export type FinanceWords = typeof zh;

export const useFinanceWords = (): FinanceWords => useWords(words);
