import { registers as en } from '#src/i18n/en/registers.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { registers as zh } from '#src/i18n/zh/registers.ts';

const words = { zh, en };

export const useRegisterWords = () => useWords(words);
