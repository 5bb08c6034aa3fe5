import type { SearchKind } from '#src/lib/search-kind.ts';

const groups: Record<SearchKind, string> = {
  page: '页面',
  figure: '指标',
  task: '任务',
  platform: '平台',
  question: '口径待核',
  source: '来源',
};

export const search = {
  title: '搜索',
  label: '搜索指标、任务、平台、来源、页面',
  placeholder: '中文、英文或拼音首字母',
  groups,
  results: '结果',
  hint: '指标、任务、平台、来源、页面；写中文、英文、编号，或拼音首字母，如 hwgcs。',
  nothing: (query: string) => `没有找到“${query}”。可以换一个词，或去这些页面看：`,
  tooLong: (length: string, most: number) =>
    `写了 ${length} 个字，最多搜 ${most} 个字；写一两个词就够。可以先去这些页面看：`,
  noBoard: '数据还没有取到，现在只能找页面。',
  found: (count: number) => `找到 ${count} 条`,
  more: (count: number) => `另有 ${count} 条，再写一个字缩小范围`,
  close: '关闭',
  asOf: (date: string) => `截至 ${date}`,
  document: (title: string) => `《${title}》`,
  comma: '，',
};
