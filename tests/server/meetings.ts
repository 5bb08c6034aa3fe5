/** A meeting for tests of what one may do with it. */
import { appendMeeting } from '#server/meetings/meetings.repository.ts';
import { RECORDED, type TestApp } from './test-app.ts';

/** Puts a planned meeting over the default dataset on record; tells its id, which is also its name. */
export async function addMeeting(home: TestApp, id = 'meeting.may'): Promise<string> {
  await appendMeeting(home.db, {
    id,
    title: id,
    date: '2021-06-02',
    asOf: '2021-05-31',
    compareMeeting: null,
    compare: '2021-04-30',
    participants: [],
    recordedAt: RECORDED,
    recordedBy: 'test',
  });
  return id;
}
