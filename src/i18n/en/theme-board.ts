import type { themeBoard as zh } from '#src/i18n/zh/theme-board.ts';

export const themeBoard: typeof zh = {
  pinnedClock: 'clock pinned',
  pageAsOf: 'As of',
  span: (count, from, to) => {
    const figures = count === 1 ? '1 figure' : `${count} figures`;
    return from === to ? `${figures}, all of ${from}` : `${figures}, from ${from} to ${to}`;
  },
  sources: 'Sources: ',
  title: (title) => `“${title}”`,
  titleSeparator: ', ',
  noSource: 'source not listed',
  says: (names) =>
    `${names.length === 1 ? '1 figure' : `${names.length} figures`}: ${names.join('; ')}`,
};
