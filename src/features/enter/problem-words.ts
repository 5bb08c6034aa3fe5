import { problems as en } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { problems as zh } from '#src/i18n/zh/problems.ts';

const words = { zh, en };

export const useProblemWords = (): typeof zh => useWords(words);
