import { search as en } from '#src/i18n/en/search.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { search as zh } from '#src/i18n/zh/search.ts';

const words = { zh, en };

export const useSearchWords = () => useWords(words);
