import { controls as en } from '#src/i18n/en/controls.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { controls as zh } from '#src/i18n/zh/controls.ts';

const words = { zh, en };

export const useControlWords = () => useWords(words);
