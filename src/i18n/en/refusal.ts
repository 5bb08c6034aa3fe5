import type { refusal as zh } from '../zh/refusal.ts';

export const refusal: typeof zh = {
  ended: 'Your session has ended; what you typed is still on this page.',
  signInAside: 'Sign in on a new page',
  thenAgain: ', come back and submit again.',
  noConnection: 'The server did not answer; what you typed is still here, please submit again.',
};
