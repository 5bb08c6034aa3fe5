import { entryLimits } from '#core/contract/lists.ts';
import type { password as zh } from '../zh/password.ts';

const { passwordMin, passwordMax } = entryLimits;

export const password: typeof zh = {
  title: 'Set a password',
  intro: 'This link works once. With the password set you are signed in.',
  noLink: 'This page opens by the one-time link that an administrator gives you.',
  rules: [
    `${passwordMin} to ${passwordMax} characters; spaces and Chinese characters count`,
    'a phrase that only you would think of: no common word, no run of digits or neighbouring keys',
    'without the name of your account',
  ],
  rulesTitle: 'The password has',
  password: 'New password',
  show: 'Show the password',
  hide: 'Hide the password',
  submit: 'Set the password and sign in',
  submitting: 'Setting the password',
  tooShort: (length) => `These are ${length} characters; at least ${passwordMin} are needed.`,
  ownTitle: 'My account',
  login: 'Account',
  name: 'Name',
  department: 'Department',
  noDepartment: 'of no department',
  roles: 'Roles',
  changeTitle: 'Change the password',
  changeNote: 'Afterwards you are signed out on every other device.',
  current: 'Password so far',
  missingCurrent: 'Please type the password so far.',
  change: 'Change the password',
  changing: 'Changing the password',
  changed: 'The password is changed; you are signed out on every other device.',
  noPassword: 'This account does not sign in with a password of this system.',
  signInFirst: 'Sign in to see your account.',
  signIn: 'Sign in',
  noConnection: 'The server cannot be reached. Check the network and try again.',
};
