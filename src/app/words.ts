import { common as commonEn } from '#src/i18n/en/common.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { common as commonZh } from '#src/i18n/zh/common.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';

const commonWords = { zh: commonZh, en: commonEn };
const problemWords = { zh: problemsZh, en: problemsEn };

export const useCommonWords = () => useWords(commonWords);
export const useProblemWords = () => useWords(problemWords);
