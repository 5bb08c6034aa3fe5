import type { SearchKind } from '#src/lib/search-kind.ts';
import type { search as zh } from '../zh/search.ts';

const groups: Record<SearchKind, string> = {
  page: 'Pages',
  figure: 'Indicators',
  task: 'Tasks',
  platform: 'Platforms',
  question: 'Open questions',
  source: 'Sources',
};

export const search: typeof zh = {
  title: 'Search',
  label: 'Search indicators, tasks, platforms, sources, pages',
  placeholder: 'Chinese, English or pinyin initials',
  groups,
  results: 'Results',
  hint: 'Indicators, tasks, platforms, sources, pages; by English, Chinese, code, or pinyin initials such as hwgcs.',
  nothing: (query) => `Nothing was found for “${query}”. Try another word, or one of these pages:`,
  tooLong: (length, most) =>
    `That is ${length} characters; at most ${most} are searched, a word or two will do. Or try one of these pages:`,
  noBoard: 'The data has not arrived yet; only pages can be found now.',
  found: (count) => `${count} found`,
  more: (count) => `${count} more; another letter narrows it down`,
  close: 'Close',
  asOf: (date) => `as of ${date}`,
  document: (title) => `“${title}”`,
  comma: ', ',
};
