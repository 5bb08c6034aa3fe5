import { checkIn as en } from '#src/i18n/en/check-in.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { checkIn as zh } from '#src/i18n/zh/check-in.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

export type CheckInWords = typeof zh;

export const useCheckInWords = (): CheckInWords => useWords(words);
export const useProblemWords = () => useWords(problemWords);
