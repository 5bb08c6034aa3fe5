/** From a meeting's decision to what the next one opens with, in both stores. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Minutes, Resolution } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { type App, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { appendStep } from '#server/meetings/meetings.repository.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const NOW = '2026-03-01T08:00:00.000Z';
const ORIGIN = 'http://test';

describe.each(engines)('what a meeting decides, in $engine', ({ open }) => {
  let store: Store;
  let app: App;
  let cookie = '';

  const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
    app.fetch(
      new Request(`${ORIGIN}/api${path}`, {
        method,
        headers: { origin: ORIGIN, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
      { address: null },
    );
  const told = async <T>(reply: Promise<Response>): Promise<T> => {
    const answer = await reply;
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const meeting = async (fields: Record<string, unknown>): Promise<string> =>
    (await told<{ id: string }>(ask('POST', '/meetings', fields))).id;

  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, sampleAt(RECORDED));
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
      clock: () => NOW,
      version: 'test',
      services: { choices: true },
    });
    const session = await ask('POST', '/session', { choice: 'office' });
    cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  afterAll(() => store.close());

  test('is carried out at once or not at all, and opens the next meeting', async () => {
    const id = await meeting({ title: 'May', date: '2021-06-02', asOf: '2021-05-31' });
    const reminded = await told<{ departments: { remindedAt: string | null }[] }>(
      ask('POST', `/meetings/${id}/reminders`, { departments: ['d.bureau'] }),
    );
    expect(reminded.departments.some((row) => row.remindedAt !== null)).toBe(true);
    await appendStep(store.db, id, 'begun', { recordedAt: NOW, recordedBy: 'office' });

    const decide = (body: Record<string, unknown>) =>
      told<Resolution>(ask('POST', `/meetings/${id}/resolutions`, body));
    const item = 'task:t.jiebang';
    await decide({ item, kind: 'task', words: '补报', owner: 'd.bureau', due: '2021-06-20' });
    const subject = 'task:t.jiebang';
    const moved = await decide({
      item,
      kind: 'due-date',
      words: '改期',
      due: '2021-07-10',
      subject,
    });
    await told(ask('DELETE', `/resolutions/${moved.id}`));
    await decide({ item, kind: 'due-date', words: '改期', due: '2021-07-31', subject });
    const question = sampleAt(RECORDED).questions[0]?.id;
    await decide({ item: 'questions', kind: 'settle', words: '按年报', subject: question });

    const closings = await Promise.all([
      ask('POST', `/meetings/${id}/close`),
      ask('POST', `/meetings/${id}/close`),
    ]);
    expect(closings.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
    const { task } = await told<{ task: Record<string, unknown> }>(ask('GET', '/tasks/t.jiebang'));
    expect(task).toMatchObject({ due: '2021-07-31', originalDue: '2021-06-30', postponed: 1 });

    const { states } = await told<Minutes>(ask('GET', `/meetings/${id}/minutes?lang=en`));
    expect(states.map((state) => state.carried?.kind)).toEqual(['task', 'task-due', 'question']);
    const next = await meeting({
      title: 'June',
      date: '2021-06-30',
      asOf: '2021-06-25',
      compareMeeting: id,
    });
    const { slides } = await told<{ slides: { title: string }[] }>(
      ask('GET', `/meetings/${next}?lang=en`),
    );
    expect(slides[0]?.title).toBe('3 resolutions of 2 Jun, 2 overdue or blocked');
  });
});
