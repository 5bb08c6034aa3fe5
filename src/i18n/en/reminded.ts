import type { reminded as zh } from '../zh/reminded.ts';

export const reminded: typeof zh = {
  title: 'Please report before the meeting',
  before: (title, date) => `${title} (${date})`,
  by: (name) => `reminded by ${name}`,
  someone: 'the office',
  never: 'never reported',
  last: (date) => `last on ${date}`,
};
