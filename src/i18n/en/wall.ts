import type { wall as zh } from '../zh/wall.ts';

export const wall: typeof zh = {
  dataAsOf: 'Data as of',
  pinnedClock: 'clock pinned',
  attention: 'Needs attention',
  nothingToDo: 'Nothing needs attention now',
  noDataBy: (date, first) => `No data by ${date}; the earliest are of ${first}`,
  noDataYet: 'No data has been entered yet',
  items: '',
  points: 'points',
  places: '',
  moreKinds: (count) => `${count} more on the task and fund pages`,
  tasks: (count) => `${count} ${count === 1 ? 'task' : 'tasks'}`,
  funds: 'Funds',
  platforms: 'Platforms',
  tasksWhat: 'task',
  moreFunds: (count) => `${count} more ${count === 1 ? 'fund' : 'funds'} on the funds page`,
  notAdded: (a, b) => `${a} and ${b}, not added`,
  byStage: (count) => `${count} registered platforms by stage`,
  rotation: (index, count) => `Page ${index} of ${count} in rotation`,
  paused: 'paused',
  openQuestions: 'Open questions',
  revoked: 'The registration of this screen was revoked',
  revokedCopy: (moment) =>
    `The registration of this screen was revoked; the picture is of ${moment}`,
  registerAgain: 'Register again',
};
