import type { Role } from '#core/contract/lists.ts';
import type { account as zh } from '../zh/account.ts';

const roles: Record<Role, string> = {
  viewer: 'leadership (reads)',
  reporter: 'reporter',
  head: 'head of department',
  reviewer: 'reviewer',
  administrator: 'administrator',
  'system-officer': 'system officer',
  'security-officer': 'security officer',
  'audit-officer': 'audit officer',
};

export const account: typeof zh = {
  held: (held) => held.map((role) => roles[role]).join(', '),
  who: (department, held) =>
    [department, held.map((role) => roles[role]).join(', ')]
      .filter((part) => part !== null)
      .join(' · '),
  signIn: 'Sign in',
  signOut: 'Sign out',
  signOutFailed: 'Signing out did not work; please try again.',
  change: 'Be somebody else',
  tabs: 'Phone navigation',
  tabTasks: 'Tasks',
  tabOverview: 'Overview',
  tabMe: 'Me',
  menu: 'Account',
  myTasks: 'My tasks',
  title: 'Sign in',
  login: 'Account',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in',
  missingLogin: 'Please enter your account.',
  missingPassword: 'Please enter your password.',
  wait: (seconds) =>
    seconds < 120
      ? `Too many attempts. Try again in ${seconds} seconds.`
      : `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  doors: 'Other ways',
  choicesTitle: 'Choose who you are',
  choicesNote:
    'This is a demo: choose a role and try it. What you enter stays in this page and is gone once it is opened anew.',
  openReading: 'The boards are open to everybody; entering something needs a sign-in.',
  closedReading: 'This workspace is read after signing in.',
  noWay: 'No way of signing in is set up here yet; please ask the administrator.',
  already: (who) => `You are signed in as ${who}.`,
  goOn: 'Go on',
  noConnection: 'The server cannot be reached. Check the network and try again.',
};
