import type { controls as zh } from '../zh/controls.ts';

export const controls: typeof zh = {
  controls: 'Dates and comparison',
  asOf: 'As of',
  dates: 'Dates with data',
  figuresOn: (count) => (count === 1 ? ' figure, ' : ' figures, '),
  earlierDates: (count) => `${count} earlier ${count === 1 ? 'date' : 'dates'}: type one in`,
  compareMeeting: 'Compare with last meeting',
  compareBaseline: 'Compare with a baseline',
  baseline: 'Baseline',
  compareWithMeeting: 'Pick a meeting',
  badDate: 'Not a date: write it like 2021-05-31',
  baselineAfter: (date) => `Not later than the as-of date, ${date}`,
  clockPinned: (date) => `Clock set to ${date}`,
  noFigures: (date) => `No figure is of ${date}`,
  earlier: (date) => `latest before: ${date}`,
  later: (date) => `next after: ${date}`,
  knownSummary: 'As known then',
  knownAt: 'Moment',
  knownHint: 'Counts only what was entered by then, Beijing time',
  knownSince: (moment) => `Only what was entered by ${moment}, Beijing time`,
  knownShown: (moment) => `Last entry ${moment}, Beijing time`,
  badMoment: 'Not a moment: write 2021-05-31 or 2021-05-31 18:00',
  allKnown: 'Show what is known now',
  printed: (asOf, compare, known) =>
    `As of ${asOf}${compare === null ? '' : `, compared with ${compare}`}; entered by ${known}, Beijing time`,
  printSources: (titles) =>
    titles.length === 0 ? 'No source is on record' : `Sources: ${titles.join('; ')}`,
};
