import type { boards as zh } from '../zh/boards.ts';

export const boards: typeof zh = {
  pageAsOf: 'Data as of',
  pinnedClock: 'clock pinned',
  sources: 'Sources: ',
  title: (title) => `“${title}”`,
  titleSeparator: ', ',
  noSource: 'no source listed',
  openQuestions: 'Open questions',
};
