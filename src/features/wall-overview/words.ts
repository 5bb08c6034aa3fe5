import { wall as en } from '#src/i18n/en/wall.ts';
import { useWords, type Words } from '#src/i18n/i18n.ts';
import { wall as zh } from '#src/i18n/zh/wall.ts';

const words: Words<typeof zh> = { zh, en };

export const useWallWords = (): typeof zh => useWords(words);
