import type { minutes as zh } from '../zh/minutes.ts';

const plural = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;

export const minutes: typeof zh = {
  title: 'Minutes',
  print: 'Print',
  toMeeting: 'Back to the meeting',
  soFar: 'The meeting is not closed; this is what is on record so far.',
  simulated: (asOf) => `Simulation: as of ${asOf}, supposing nothing more is reported`,
  date: 'Day of the meeting',
  asOf: 'Data as of',
  compare: 'Compared with',
  nothing: 'nothing',
  knownAt: 'Known at',
  frozen: 'Frozen',
  notFrozen: 'not frozen',
  took: 'Held',
  notBegun: 'not begun',
  from: (begun, closed) => `${begun} to ${closed ?? '(not closed)'}`,
  participants: 'Departments',
  nobody: 'not listed',
  items: 'Items and resolutions',
  noItems: 'There are no items',
  noneDecided: 'No resolution',
  count: (items, resolutions) => `${plural(items, 'item')}, ${plural(resolutions, 'resolution')}`,
  owner: 'Owner',
  due: 'Due',
  now: 'Now',
  state: 'How resolutions stand is of the moment when this page was opened',
  see: 'Look',
};
