import type { states as zh } from '../zh/states.ts';

export const states: typeof zh = {
  waiting: 'Fetching the data',
};
