import type { wall as zh } from '../zh/wall.ts';

export const wall: typeof zh = {
  dataAsOf: 'Data as of',
  pinnedClock: 'clock pinned',
  justSynced: 'just synced',
  syncedAt: (time) => `last synced ${time}`,
  attention: 'Needs attention',
  nothingToDo: 'Nothing needs attention now',
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
  openQuestions: 'Open questions',
};
