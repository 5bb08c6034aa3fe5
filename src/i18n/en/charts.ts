import type { charts as zh } from '#src/i18n/zh/charts.ts';

export const charts: typeof zh = {
  table: 'Data table',
  tableKey: 'T shows or hides it',
  close: 'Close',
  copy: 'Copy table',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying; download the CSV',
  download: 'Download CSV',
  downloadPng: 'Download PNG',
  downloadSvg: 'Download SVG',
  points: (count) => `${count} data points: arrow keys read them one by one`,
  point: (index, count, words) => `${index} of ${count}: ${words}`,
  colon: ' ',
  comma: ', ',
};
