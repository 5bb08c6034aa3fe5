import type { charts as zh } from '#src/i18n/zh/charts.ts';

export const charts: typeof zh = {
  table: 'Data table',
  tableKey: 'T shows or hides it',
  close: 'Close',
  copy: 'Copy table',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying; download the CSV',
  download: 'Download CSV',
};
