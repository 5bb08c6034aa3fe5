import { platforms as en } from '#src/i18n/en/platforms.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { platforms as zh } from '#src/i18n/zh/platforms.ts';

const words = { zh, en };

export type PlatformWords = typeof zh;

export const usePlatformWords = (): PlatformWords => useWords(words);
