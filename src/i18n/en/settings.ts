import type { settings as zh } from '../zh/settings.ts';

export const settings: typeof zh = {
  title: 'Display settings',
  device: 'Kept in this browser alone; nobody else and no wall is affected.',
  close: 'Close',
  lang: 'Language',
  langs: { zh: '中文', en: 'English' },
  theme: 'Theme',
  themes: { none: 'Page default', light: 'Light', dark: 'Dark', projector: 'Projector' },
  money: 'Unit of money',
  moneyStyles: { scaled: 'M / bn yuan', yuan: 'yuan' },
  moneyNote: 'Amounts inside sentences stay in M / bn yuan.',
  text: 'Text size',
  texts: { normal: 'Normal', large: 'Large', larger: 'Larger' },
  rise: 'Colours of change',
  rises: { none: 'None', 'red-up': 'Red rises, green falls', 'green-up': 'Green rises, red falls' },
  riseNote: 'Arrows and signs are always there.',
  motion: 'Motion',
  still: 'Reduce motion',
  reset: 'Reset all',
};
