import type { ProblemCode } from '#core/contract/lists.ts';
import type { Fault } from '#src/lib/address.ts';
import type { problems as zh } from '../zh/problems.ts';

const FAULTS: Record<Fault['kind'], (fault: Fault) => string> = {
  date: ({ param, given }) =>
    `${param}=${given} in the address is not a date. Write dates like 2021-05-31.`,
  instant: ({ param, given }) =>
    `${param}=${given} in the address is not an instant. Write instants like 2021-05-31T08:00:00.000Z.`,
  choice: ({ param, given }) =>
    `${param}=${given} in the address is not one of the values that can be chosen.`,
  unknown: ({ param }) => `The parameter ${param} in the address is not known.`,
  repeated: ({ param, given }) =>
    `${param} is in the address more than once (${given}); which one is meant is unclear.`,
  elsewhere: ({ param, given }) =>
    `${param}=${given} in the address belongs to another page; this one cannot use it.`,
  order: ({ given }) =>
    `The baseline ${given} is later than the as-of date, so nothing can be compared.`,
};

const CODES: Record<ProblemCode, string> = {
  'bad-date': 'A date in the address cannot be used.',
  'bad-instant': 'An instant in the address cannot be used.',
  'bad-parameter': 'A value in the address cannot be used.',
  'unknown-parameter': 'A parameter in the address is not known.',
  'compare-after-as-of': 'The baseline is later than the as-of date, so nothing can be compared.',
  'query-too-long': 'The address is too long.',
  'bad-body': 'Something in what was sent does not fit.',
  'too-large': 'It is too large and was not taken.',
  'unsupported-media': 'Files of this kind are not taken.',
  'not-accepted': 'It cannot be taken like this; see the notes beside the fields.',
  'confirm-first': 'Please confirm a few points first, then submit.',
  unauthenticated: 'Please sign in first.',
  forbidden: 'This is not within your rights.',
  'foreign-origin': 'The request came from another site and was not carried out.',
  'too-many-attempts': 'Too many attempts; please try again later.',
  'wrong-credentials': 'Account or password is not right.',
  'screen-revoked':
    'The registration of this screen was revoked; an administrator can register it again.',
  'link-spent': 'This link has been used or has expired; ask an administrator for a new one.',
  conflict: 'Somebody else has just changed the same thing; nothing was written.',
  stopped: 'It was stopped; nothing of it was kept.',
  'key-reused': 'The same submission came with other content; nothing was written.',
  'stale-version': 'Somebody else submitted after you opened it.',
  'version-required': 'It was not said which version was changed; nothing was written.',
  'not-found': 'What was asked for was not found.',
  'unknown-route': 'The server does not know this address.',
  'method-not-allowed': 'The server does not take this kind of request.',
  'not-ready': 'The server is starting. The page tries again by itself.',
  'store-unavailable': 'The database cannot be reached. The page tries again by itself.',
  'store-full':
    'The server’s disk takes no more: nothing was written. Reading goes on. Tell the administrator.',
  'snapshot-damaged':
    'This frozen picture is damaged: it no longer has the hash it was frozen with, and proves nothing.',
  'not-in-bundle': 'Not in this offline bundle.',
  internal: 'The server failed. The page tries again by itself.',
};

export const problems: typeof zh = {
  badAddress: 'Something in the address cannot be used',
  fault: (fault) => FAULTS[fault.kind](fault),
  openWithout: (page) => `Open “${page}” without it`,
  lookAt: (what) => `Look at ${what}`,
  lookOn: (page, what) => `Look at ${what} on “${page}”`,
  openNearest: (page) => `The nearest is “${page}”: open it`,
  back: 'Back to the overview',
  signInFirst: 'Sign in first',
  signIn: 'Sign in',
  notFound: 'There is no such page',
  notFoundDetail: (path) =>
    `${path} is not a page of this system. The address may be mistyped, or the page has moved.`,
  noRight: 'This page is not within your rights',
  noRightDetail:
    'Your account does not have the right. Sign in with another, or ask an administrator.',
  signInFirstDetail: 'This page is shown after signing in.',
  signInAsOther: 'Sign in with another account',
  failed: 'The data did not arrive',
  code: (code) => CODES[code],
  status: (status) => `The server answered ${status} and gave no reason.`,
  noConnection:
    'The server cannot be reached. The page fills by itself once it can; no need to reload.',
  timedOut: 'The server did not answer in time. The page tries again by itself.',
  otherVersion: 'The server has a newer version; the page is being loaded anew.',
  retry: 'Try again',
  crashed: 'The page failed',
  crashedDetail:
    'No data was touched. Open it again; if that does not help, ask the administrator.',
  crashedWall: 'No data was harmed. This screen opens itself again.',
  reload: 'Open again',
};
