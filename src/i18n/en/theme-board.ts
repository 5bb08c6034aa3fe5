import type { themeBoard as zh } from '#src/i18n/zh/theme-board.ts';

export const themeBoard: typeof zh = {
  span: (count, from, to) => {
    const figures = count === 1 ? '1 figure' : `${count} figures`;
    return from === to ? `${figures}, all of ${from}` : `${figures}, from ${from} to ${to}`;
  },
  says: (names) =>
    `${names.length === 1 ? '1 figure' : `${names.length} figures`}: ${names.join('; ')}`,
};
