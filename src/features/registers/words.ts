import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { registers as en } from '#src/i18n/en/registers.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { registers as zh } from '#src/i18n/zh/registers.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

export const useRegisterWords = () => useWords(words);
export const useProblemWords = () => useWords(problemWords);
