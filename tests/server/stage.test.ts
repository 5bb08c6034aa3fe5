/** A presentation in the hands of one: who moves it, who is told, and a phone that was let in. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MeetingDetail, Stage } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendAgenda } from '#server/meetings/meetings.repository.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { readEvents } from './events.ts';
import { addMeeting, addSnapshot } from './meetings.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp;
let meeting: string;
let office: string;
let now: string;
beforeEach(async () => {
  now = NOW;
  const sample = sampleAt(RECORDED);
  // Closed: what a phone reads it reads by its key alone.
  home = await openTestApp(
    { services: { choices: true }, clock: () => now },
    { ...sample, workspace: { ...sample.workspace, openReading: false } },
  );
  await addAccount(home, 'office', ['reviewer']);
  await addAccount(home, 'deputy', ['reviewer']);
  await addAccount(home, 'viewer', ['viewer']);
  meeting = await addMeeting(home);
  await addSnapshot(home, meeting);
  office = await signIn(home, 'office');
});
afterEach(() => home.close());

const move = (cookie: string, body: Record<string, unknown>, of = meeting) =>
  send(home, 'PUT', `/meetings/${of}/stage`, { item: null, ...body }, { cookie });
const stage = async (cookie = office) =>
  (await (await home.get(`/meetings/${meeting}/stage`, { cookie })).json()) as Stage;
const newCode = async () => {
  const reply = await send(home, 'POST', `/meetings/${meeting}/pairing-code`, undefined, {
    cookie: office,
  });
  expect(reply.status).toBe(201);
  return ((await reply.json()) as { code: string }).code;
};
const pair = (code: string) => send(home, 'POST', `/meetings/${meeting}/pairing`, { code });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

it('stands at the title until somebody moves it; an item’s time runs from when it came up', async () => {
  expect(await stage()).toEqual({
    meeting,
    item: null,
    black: false,
    focus: null,
    since: null,
    turn: 0,
    presenter: null,
  });
  await move(office, { item: 'changes' });
  now = '2026-03-01T08:05:00.000Z';
  await move(office, { item: 'changes', black: true });
  expect(await stage()).toMatchObject({
    item: 'changes',
    black: true,
    since: NOW,
    turn: 2,
    presenter: 'name of office',
  });
  await move(office, { item: 'funds' });
  expect(await stage()).toMatchObject({ item: 'funds', black: false, since: now, turn: 3 });
});

it('every page hears that it moved, and of which meeting', async () => {
  const events = readEvents(await home.get('/events', { cookie: office }));
  await move(office, { item: 'changes' });
  const heard = [await events.next(), await events.next()];
  expect(heard[1]).toMatchObject({ event: 'meeting', meeting });
  await events.stop();
});

it('a second presenter is told who presents, and may take over', async () => {
  const deputy = await signIn(home, 'deputy');
  await move(office, { item: 'changes' });
  const refused = await move(deputy, { item: 'funds' });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: 'conflict',
    current: { item: 'changes', presenter: 'name of office' },
  });
  expect((await move(deputy, { item: 'funds', takeOver: true })).status).toBe(200);
  expect((await move(office, { item: 'changes' })).status).toBe(409);
  expect(await stage()).toMatchObject({ item: 'funds', presenter: 'name of deputy' });
});

it('is moved by whoever holds meetings, and leaves no row in the trail', async () => {
  expect((await move(await signIn(home, 'viewer'), {})).status).toBe(403);
  expect((await move('', {})).status).toBe(401);
  await move(office, { item: 'changes' });
  const rows = await home.db
    .selectFrom('audit')
    .select('action')
    .where('action', '=', 'meeting.stage')
    .execute();
  expect(rows).toEqual([]);
});

it('a paired phone reads this meeting with its notes, moves its presentation, and nothing else', async () => {
  const other = await addMeeting(home, 'meeting.june');
  const item = { key: 'own:a', kind: 'own' as const, shown: true, title: 'a', text: null };
  await appendAgenda(home.db, meeting, {
    items: [{ ...item, notes: 'said softly', minutes: null, ask: null }],
    recordedAt: RECORDED,
    recordedBy: 'test',
  });
  const paired = await pair(await newCode());
  expect(paired.status).toBe(201);
  const set = paired.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/HttpOnly; SameSite=Strict/);
  const phone = set.split(';')[0] ?? '';
  expect((await move(phone, { item: 'funds' })).status).toBe(200);
  expect(await stage(phone)).toMatchObject({ item: 'funds', presenter: 'name of office' });
  const reply = await home.get(`/meetings/${meeting}`, { cookie: phone });
  const { agenda, readiness } = (await reply.json()) as MeetingDetail;
  expect(agenda.map(({ notes }) => notes)).toContain('said softly');
  expect(readiness).toBeNull();
  const statusOf = async (path: string) => (await home.get(path, { cookie: phone })).status;
  expect(await statusOf(`/meetings/${meeting}/snapshot`)).toBe(200);
  expect(await statusOf('/meetings')).toBe(401);
  expect(await statusOf(`/meetings/${other}`)).toBe(401);
  expect(await statusOf('/board')).toBe(401);
  expect((await move(phone, {}, other)).status).toBe(401);
  const headers = { cookie: phone };
  expect((await send(home, 'POST', `/meetings/${meeting}/begin`, undefined, headers)).status).toBe(
    401,
  );
  // Not for ever.
  now = '2026-03-02T08:00:00.000Z';
  expect((await move(phone, {})).status).toBe(401);
});

it('a code is spent once, ends with the next one, and after ten minutes', async () => {
  const first = await newCode();
  const second = await newCode();
  expect((await pair(wrong(second))).status).toBe(401);
  if (first !== second) expect((await pair(first)).status).toBe(401);
  expect((await pair(second)).status).toBe(201);
  expect((await pair(second)).status).toBe(401);
  const late = await newCode();
  now = '2026-03-01T08:10:01.000Z';
  expect((await pair(late)).status).toBe(401);
});

it('guessing is slowed down, and ends with a new code', async () => {
  const code = await newCode();
  for (let n = 0; n < 5; n += 1) expect((await pair(wrong(code))).status).toBe(401);
  expect((await pair(code)).status).toBe(429);
  expect((await pair(await newCode())).status).toBe(201);
});

it('a phone goes with whoever let it in', async () => {
  const phone = (await pair(await newCode())).headers.get('set-cookie')?.split(';')[0] ?? '';
  await addAccount(home, 'office', ['viewer']);
  expect((await move(phone, {})).status).toBe(401);
});
