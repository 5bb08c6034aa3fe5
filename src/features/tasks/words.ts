import { tasks as en } from '#src/i18n/en/tasks.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { tasks as zh } from '#src/i18n/zh/tasks.ts';

const words = { zh, en };

export type TaskWords = typeof zh;

export const useTaskWords = (): TaskWords => useWords(words);
