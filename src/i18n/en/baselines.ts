import type { baselines as zh } from '../zh/baselines.ts';

export const baselines: typeof zh = {
  meetingLabel: 'Compared with the meeting',
  chooseMeeting: 'Please choose',
  noMeetings: 'No meeting was frozen by this date',
  meetingsLoading: 'Fetching the meetings',
  meetingsFailed: 'The meetings did not arrive. The rest is not affected.',
  retry: 'Try again',
};
