/** A freeze that takes long: it tells how far it is, and whoever holds meetings can stop it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FreezeState } from '#core/contract/freeze.ts';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import { type Freezer, FreezeStopped, freeze } from '#server/meetings/freezer.ts';
import { addFreeze } from '#server/meetings/freezes.repository.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { addMeeting } from './meetings.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';

type Course = Parameters<Freezer['freeze']>[2];

let home: TestApp;
let cookie: string;
let meeting: string;
/** What the freezes are given that are under way. */
let courses: Course[];
let goOn: PromiseWithResolvers<void>;

beforeEach(async () => {
  courses = [];
  goOn = Promise.withResolvers();
  const freezer: Freezer = {
    expect: () => undefined,
    freeze: async (picture, record, course) => {
      courses.push(course);
      const stopped = new Promise((_, reject) => {
        course.signal.addEventListener('abort', () => reject(new FreezeStopped()));
      });
      await Promise.race([goOn.promise, stopped]);
      return freeze(home.db, picture, record, course);
    },
  };
  home = await openTestApp({ services: { choices: true, freezer } });
  await addAccount(home, 'office', ['reviewer']);
  cookie = await signIn(home, 'office');
  meeting = await addMeeting(home);
});
afterEach(() => home.close());

const PATIENT = { timeout: 60_000, interval: 20 };
const write = (method: string, path: string, body?: unknown) =>
  send(home, method, path, body, { cookie });
const press = () => write('POST', `/meetings/${meeting}/snapshot`, {});
const state = async () =>
  (await (await home.get(`/meetings/${meeting}/freeze`, { cookie })).json()) as FreezeState;
const detail = async () =>
  (await (await home.get(`/meetings/${meeting}`, { cookie })).json()) as MeetingDetail;

/** Waits until a freeze computes, and has it tell a share. */
async function reached(share: number): Promise<void> {
  await vi.waitFor(() => expect(courses).toHaveLength(1), PATIENT);
  courses[0]?.tell(share);
  await vi.waitFor(async () => expect((await state()).freeze?.done).toBe(share), PATIENT);
}

it('tells how far it is, and who freezes; then it is there, and nothing is under way', async () => {
  expect(await state()).toEqual({ freeze: null });
  const pressed = press();
  await reached(0.431);
  expect(await state()).toEqual({
    freeze: { done: 0.431, begunAt: NOW, accountName: 'name of office' },
  });
  goOn.resolve();
  expect((await pressed).status).toBe(201);
  expect(await state()).toEqual({ freeze: null });
}, 120_000);

it('that is stopped keeps nothing; the next one is the first', async () => {
  const pressed = press();
  await reached(0.9);
  const stop = await write('DELETE', `/meetings/${meeting}/freeze`);
  expect([stop.status, await stop.json()]).toEqual([200, { freeze: null }]);
  const reply = await pressed;
  expect(reply.status).toBe(409);
  expect(await reply.json()).toMatchObject({
    code: 'stopped',
    detail: '冻结已停止，什么也没有留下。',
  });
  const { meeting: head, snapshots } = await detail();
  expect([head.state, snapshots]).toEqual(['planned', []]);
  for (const table of ['snapshots', 'snapshot_parts', 'freezes'] as const)
    expect(await home.db.selectFrom(table).selectAll().execute()).toEqual([]);
  const trail = await home.db
    .selectFrom('audit')
    .select(['action', 'outcome', 'code'])
    .where('action', 'like', 'meeting.freeze%')
    .orderBy('seq')
    .execute();
  expect(trail).toEqual([
    { action: 'meeting.freeze-stop', outcome: 'done', code: null },
    { action: 'meeting.freeze', outcome: 'refused', code: 'stopped' },
  ]);
  goOn.resolve();
  expect(((await (await press()).json()) as { snapshot: unknown }).snapshot).toMatchObject({
    version: 1,
  });
}, 120_000);

it('that is not under way cannot be stopped', async () => {
  const reply = await write('DELETE', `/meetings/${meeting}/freeze`);
  expect([reply.status, await reply.json()]).toMatchObject([
    409,
    { code: 'conflict', detail: '现在没有正在进行的冻结。' },
  ]);
  expect((await home.get('/meetings/none/freeze', { cookie })).status).toBe(404);
});

it('whose process is gone is told no longer', async () => {
  const begunAt = '2026-03-01T07:59:20.000Z';
  await addFreeze(home.db, { id: 'left', meeting, accountName: 'office', begunAt });
  expect(await state()).toEqual({ freeze: null });
  goOn.resolve();
  expect((await press()).status).toBe(201);
  expect(await home.db.selectFrom('freezes').selectAll().execute()).toEqual([]);
}, 120_000);

it('is told from its first answers to its last, and ends at the next answer once it is stopped', async () => {
  const picture = { asOf: '2021-05-31', compare: '2021-04-30', knownAt: RECORDED };
  const base = { compareMeeting: null, participants: [], recordedAt: RECORDED, recordedBy: 't' };
  const record = { id: 'm', title: 'm', date: '2021-06-02', ...base, ...picture };
  const shares: number[] = [];
  const stopping = new AbortController();
  const course = { tell: (done: number) => void shares.push(done), signal: stopping.signal };
  await freeze(home.db, picture, record, course);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(0)).toBeLessThan(0.9);
  expect(shares.at(-1)).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  stopping.abort();
  await expect(freeze(home.db, picture, record, course)).rejects.toThrow(FreezeStopped);
}, 60_000);
