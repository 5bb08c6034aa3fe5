/** What is corrected after a freeze stands beside the meeting, and each meeting goes on seeing what it saw. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeetingDetail, Timeline } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { type App, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const CORRECTED = '2026-03-01T08:05:00.000Z';
const ORIGIN = 'http://test';

const sample = sampleAt(RECORDED);
const target = sample.observations.find(
  (row) => row.asOf <= '2021-04-30' && row.qualifier === 'exact',
);
const [tick] = sample.milestones.filter((row) => row.id.startsWith('t.jiebang'));
if (target === undefined || tick === undefined) throw new Error('the default dataset has both');

describe.each(engines)('after a freeze, in $engine', ({ engine, open }) => {
  let store: Store;
  let app: App;
  let cookie = '';
  let now = '2026-03-01T08:00:00.000Z';

  const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
    app.fetch(
      new Request(`${ORIGIN}/api${path}`, {
        method,
        headers: { origin: ORIGIN, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      { address: null },
    );
  const told = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask(method, path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const frozenMeeting = async (fields: Record<string, unknown>): Promise<string> => {
    const { id } = await told<{ id: string }>('POST', '/meetings', fields);
    await told('POST', `/meetings/${id}/snapshot`, {});
    return id;
  };
  const detail = (id: string) => told<MeetingDetail>('GET', `/meetings/${id}?lang=zh`);
  const timeline = (subject: string) =>
    told<Timeline>('GET', `/timeline?lang=zh&subject=${encodeURIComponent(subject)}`);

  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, sample);
    await appendAccount(store.db, {
      id: 'office',
      login: 'office',
      name: 'office',
      department: null,
      roles: ['reviewer'],
      state: 'active',
      recordedAt: RECORDED,
      recordedBy: 'test',
    });
    app = createApp({
      db: store.db,
      clock: () => now,
      version: 'test',
      services: { choices: true },
    });
    const session = await ask('POST', '/session', { choice: 'office' });
    cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  afterAll(() => store.close());

  test('a correction is told beside, and each meeting keeps what it saw', async () => {
    const may = await frozenMeeting({ title: 'May', date: '2021-06-02', asOf: '2021-05-31' });
    expect((await detail(may)).restatements).toEqual([]);

    const stamp = { recordedAt: CORRECTED, recordedBy: 'tester' };
    await loadDataset(store.db, {
      observations: [
        {
          ...target,
          id: 'corrected',
          value: target.value + 7,
          supersedes: target.id,
          reason: '原文抄错',
          ...stamp,
        },
      ],
      ticks: [
        {
          id: 'ticked',
          milestone: tick.id,
          doneOn: '2021-06-10',
          checkIn: null,
          source: null,
          supersedes: null,
          ...stamp,
        },
      ],
    });
    now = '2026-03-01T08:10:00.000Z';
    const { restatements, meeting } = await detail(may);
    expect(meeting.snapshot?.sound).toBe(true);
    expect(restatements).toMatchObject([
      {
        code: target.indicator,
        shown: { value: target.value, qualifier: 'exact' },
        now: { value: target.value + 7, qualifier: 'exact' },
        reason: '原文抄错',
        recordedAt: CORRECTED,
      },
    ]);

    const june = await frozenMeeting({ title: 'June', date: '2021-06-30', asOf: '2021-06-15' });
    const figures = await timeline(`indicator:${target.indicator}`);
    expect(figures.points.map((point) => [point.title, point.asOf, point.value])).toEqual([
      ['May', '2021-05-31', target.value],
      ['June', '2021-06-15', target.value + 7],
    ]);
    expect(figures.points.every((point) => point.sound && point.qualifier === 'exact')).toBe(true);
    expect(figures.points.map((point) => point.on)).toEqual([target.asOf, target.asOf]);
    expect(figures.points.map((point) => point.restated)).toEqual([
      {
        value: target.value + 7,
        qualifier: 'exact',
        light: null,
        done: null,
        total: null,
        reason: '原文抄错',
        recordedAt: CORRECTED,
      },
      null,
    ]);
    const task = await timeline('task:t.jiebang');
    expect(task.points.every((point) => point.restated === null)).toBe(true);
    expect(task.points.map(({ light, done, total }) => ({ light, done, total }))).toEqual([
      { light: 'near', done: 0, total: 2 },
      { light: 'ok', done: 1, total: 2 },
    ]);
    expect((await detail(june)).restatements).toEqual([]);
  });

  test('a tick that is entered late is told beside the light that the meeting saw', async () => {
    const stamp = { recordedAt: '2026-03-01T08:12:00.000Z', recordedBy: 'tester' };
    const [late] = sample.milestones.filter(
      (row) => row.task === 't.jiebang' && row.id !== tick.id,
    );
    await loadDataset(store.db, {
      ticks: [
        {
          id: 'late',
          milestone: late?.id ?? '',
          doneOn: '2021-06-12',
          checkIn: null,
          source: null,
          supersedes: null,
          ...stamp,
        },
      ],
    });
    now = '2026-03-01T08:14:00.000Z';
    const { points } = await timeline('task:t.jiebang');
    expect(points.map(({ title, done, restated }) => [title, done, restated?.done])).toEqual([
      ['May', 0, undefined],
      ['June', 1, 2],
    ]);
  });

  test('a thing that was not on record then is missing, and not 0', async () => {
    await frozenMeeting({ title: 'March', date: '2021-04-30', asOf: '2021-03-31' });
    const { points } = await timeline('task:t.jiebang');
    expect(points[0]).toMatchObject({ title: 'March', light: null, done: null, sound: true });
    const later = sample.observations.find((row) => row.asOf === '2021-05');
    const figures = await timeline(`indicator:${later?.indicator}`);
    expect(figures.points[0]).toMatchObject({ title: 'March', value: null, qualifier: null });
  });

  test.each([
    ['task:t.none', 404],
    ['indicator:none', 404],
    ['fund:work', 400],
    ['', 400],
  ])('of %j there is no timeline', async (subject, status) => {
    expect((await ask('GET', `/timeline?subject=${subject}`)).status).toBe(status);
  });

  test('a damaged picture is said plainly, and nothing of it is shown', async () => {
    const off =
      engine === 'sqlite'
        ? 'drop trigger snapshots_no_update'
        : 'alter table snapshots disable trigger snapshots_append_only';
    await sql.raw(off).execute(store.db);
    await sql
      .raw(`update snapshots set sha256 = '${'0'.repeat(64)}' where as_of = '2021-05-31'`)
      .execute(store.db);
    const { points } = await timeline(`indicator:${target.indicator}`);
    expect(points.find((point) => point.title === 'May')).toMatchObject({
      value: null,
      sound: false,
    });
    expect(points.find((point) => point.title === 'June')).toMatchObject({ sound: true });
  });
});
