import type { common as zh } from '../zh/common.ts';

export const common: typeof zh = {
  product: 'Reform Cockpit',
  pages: {
    overview: 'Overview',
    tasks: 'Tasks',
    funds: 'Funds',
    platforms: 'Platforms',
    talent: 'Talent',
    finance: 'Finance and projects',
    definitions: 'Definitions',
    signIn: 'Sign in',
    registers: 'Registers',
    audit: 'Audit trail',
    activate: 'Set a password',
    ownAccount: 'My account',
    accounts: 'Accounts',
    enter: 'Figures and money',
    review: 'Review',
    watch: 'Lists of honesty',
  },
  mainNav: 'Main',
  skipToContent: 'Skip to content',
  language: 'Language',
  search: 'Search',
  close: 'Close',
  settings: 'Settings',
};
