import { enter as en } from '#src/i18n/en/enter.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { enter as zh } from '#src/i18n/zh/enter.ts';

const words = { zh, en };

export type EnterWords = typeof zh;

export const useEnterWords = (): EnterWords => useWords(words);
