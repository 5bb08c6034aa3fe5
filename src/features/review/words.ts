import { review as en } from '#src/i18n/en/review.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { review as zh } from '#src/i18n/zh/review.ts';

const words = { zh, en };

export const useReviewWords = (): typeof zh => useWords(words);
