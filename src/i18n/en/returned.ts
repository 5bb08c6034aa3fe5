import type { returned as zh } from '../zh/returned.ts';

export const returned: typeof zh = {
  title: 'Returned: mend it and submit again',
  by: (name) => `returned by ${name}`,
  someone: 'a reviewer',
  filledIn: 'What you submitted is filled in below. Mend it, then submit again.',
  take: 'Use what was returned',
  takeSure: 'It takes the place of the draft you are writing, which cannot be brought back.',
  takeYes: 'Use what was returned',
  takeNo: 'Keep my draft',
  mend: (subject) => `Mend: ${subject}`,
};
