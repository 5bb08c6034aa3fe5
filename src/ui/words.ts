import { ui as en } from '#src/i18n/en/ui.ts';
import { useWords, type Words } from '#src/i18n/i18n.ts';
import { ui as zh } from '#src/i18n/zh/ui.ts';

const words: Words<typeof zh> = { zh, en };

export type UiWords = typeof zh;

/** The words of the shared parts, in the page's language. */
export const useUiWords = (): UiWords => useWords(words);
