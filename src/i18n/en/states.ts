import type { states as zh } from '../zh/states.ts';

export const states: typeof zh = {
  justSynced: 'just synced',
  minutesAgo: (minutes) => `synced ${minutes} min ago`,
  hoursAgo: (hours) => `synced ${hours} h ago`,
  daysAgo: (days) => (days === 1 ? 'synced yesterday' : `synced ${days} days ago`),
  syncedOn: (moment) => `synced ${moment}`,
};
