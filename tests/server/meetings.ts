/** Meetings for tests of what one may do with them. */
import { appendMeeting, appendStep } from '#server/meetings/meetings.repository.ts';
import { appendResolution } from '#server/meetings/resolutions.repository.ts';
import { packAnswers, restOf, sealOf } from '#server/meetings/snapshot-text.ts';
import { appendSnapshot } from '#server/meetings/snapshots.repository.ts';
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

/** The same, begun already, without a frozen picture. */
export async function addRunning(home: TestApp, id = 'meeting.may'): Promise<string> {
  await addMeeting(home, id);
  await appendStep(home.db, id, 'begun', { recordedAt: RECORDED, recordedBy: 'test' });
  return id;
}

/** Words that it decided on; tells the resolution's id. */
export async function addResolution(home: TestApp, meeting: string): Promise<string> {
  const id = `resolution of ${meeting}`;
  await appendResolution(home.db, {
    id,
    meeting,
    item: 'changes',
    kind: 'words',
    option: null,
    words: 'so be it',
    owner: null,
    due: null,
    subject: null,
    recordedAt: RECORDED,
    recordedBy: 'test',
  });
  return id;
}

/** Freezes a meeting of `addMeeting` with a picture that holds nothing. */
export async function addSnapshot(home: TestApp, meeting: string): Promise<void> {
  const nothing = async function* (): AsyncGenerator<never> {};
  const { hash, parts } = await packAnswers(nothing(), async () => undefined);
  const picture = { asOf: '2021-05-31', compare: '2021-04-30', knownAt: RECORDED };
  const rest = restOf({
    ...picture,
    meeting: { id: meeting, title: meeting, date: '2021-06-02' },
    version: 1,
    slides: { zh: [], en: [] },
  });
  const record = { id: `snapshot ${meeting}`, meeting, version: 1, ...picture, rest };
  const stamp = { recordedAt: RECORDED, recordedBy: 'test' };
  await appendSnapshot(
    home.db,
    { ...record, ...sealOf(hash, rest), signature: null, ...stamp },
    parts,
  );
}
