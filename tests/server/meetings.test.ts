/** Preparing a review meeting: what is taken, what is refused and why, and who sees what. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingDetail, MeetingHead } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { addRunning } from './meetings.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'office', ['reviewer']);
  cookie = await signIn(home, 'office');
});
afterEach(() => home.close());

const MAY = {
  title: '5 月例会',
  date: '2021-06-02',
  asOf: '2021-05-31',
  compare: '2021-04-30',
  participants: ['d.bureau'],
};

const write = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => send(home, method, path, body, { cookie, ...headers });

const held = async (fields: Record<string, unknown> = {}): Promise<MeetingHead> => {
  const reply = await write('POST', '/meetings', { ...MAY, ...fields });
  expect(reply.status).toBe(201);
  return (await reply.json()) as MeetingHead;
};

const detail = async (id: string, headers: Record<string, string> = { cookie }) =>
  (await (await home.get(`/meetings/${id}`, headers)).json()) as MeetingDetail;

const own = (title: string) => ({
  key: `own:${title}`,
  kind: 'own',
  shown: true,
  title,
  text: null,
  notes: `notes on ${title}`,
  minutes: 5,
  ask: null,
});

const pathsOf = async (reply: Response): Promise<string[]> => {
  expect(reply.status).toBe(422);
  const { fields } = (await reply.json()) as { fields: { path: string; message: string }[] };
  return fields.map(({ path }) => path);
};

describe('a new meeting', () => {
  it('is planned, and told in full', async () => {
    const meeting = await held();
    expect(meeting).toMatchObject({
      ...MAY,
      participants: [{ id: 'd.bureau', name: '市科技局' }],
      state: 'planned',
      compareMeeting: null,
      snapshot: null,
      begunAt: null,
      resolutions: 0,
    });
    expect((await detail(meeting.id)).meeting).toEqual(meeting);
  });

  it('takes its baseline from the meeting that it is compared with, and comes before it in the list', async () => {
    const april = await held({ date: '2021-05-06', asOf: '2021-04-30', compare: null });
    const may = await held({ compare: null, compareMeeting: april.id });
    expect(may.compare).toBe('2021-04-30');
    const list = (await (await home.get('/meetings?limit=1')).json()) as {
      items: MeetingHead[];
      next: string;
    };
    expect(list.items.map(({ id }) => id)).toEqual([may.id]);
    const rest = await home.json(`/meetings?limit=1&cursor=${list.next}`);
    expect(rest).toMatchObject({ items: [{ id: april.id }], next: null });
  });

  it('is refused where its dates, its baseline or its participants do not fit', async () => {
    const refused = async (fields: Record<string, unknown>) =>
      pathsOf(await write('POST', '/meetings', { ...MAY, ...fields }));
    expect(await refused({ asOf: '2021-06-03' })).toEqual(['asOf']);
    expect(await refused({ compare: '2021-05-31' })).toEqual(['compare']);
    expect(await refused({ compare: null, compareMeeting: 'none' })).toEqual(['compareMeeting']);
    const later = await held({ date: '2021-07-01', asOf: '2021-06-30' });
    expect(await refused({ compare: null, compareMeeting: later.id })).toEqual(['compareMeeting']);
    expect(await refused({ participants: ['d.bureau', 'd.none', 'd.bureau'] })).toEqual([
      'participants.1',
      'participants.2',
    ]);
    const both = await write('POST', '/meetings', { ...MAY, compareMeeting: later.id });
    expect(both.status).toBe(400);
    expect(await both.json()).toMatchObject({
      fields: [{ path: 'compare', message: '对比基准只能选一个：会议或日期。' }],
    });
  });
});

it('writes its slides and its agenda from the data by itself, in the asked language', async () => {
  const { id } = await held();
  const { agenda, slides } = await detail(id);
  expect(slides.map(({ key }) => key)).toContain('task:t.jiebang');
  expect(agenda.map(({ key }) => key)).toEqual(slides.map(({ key }) => key));
  const [first] = ((await home.json(`/meetings/${id}?lang=en`)) as MeetingDetail).slides;
  expect(first?.title).toContain('9 tasks registered');
});

describe('a change', () => {
  it('is made on the version that was opened, and on record', async () => {
    const meeting = await held();
    const path = `/meetings/${meeting.id}`;
    const body = { ...MAY, title: 'another' };
    expect((await write('PUT', path, body)).status).toBe(428);
    const first = await write('PUT', path, body, { 'if-match': `"${meeting.version}"` });
    expect(await first.json()).toMatchObject({ id: meeting.id, title: 'another' });
    const second = await write('PUT', path, body, { 'if-match': `"${meeting.version}"` });
    expect(second.status).toBe(412);
    expect(await second.json()).toMatchObject({ current: { title: 'another' } });
    const rows = await home.db
      .selectFrom('audit')
      .select(['action', 'outcome'])
      .where('subject', '=', `meeting:${meeting.id}`)
      .execute();
    expect(rows).toEqual([
      { action: 'meeting.create', outcome: 'done' },
      { action: 'meeting.change', outcome: 'done' },
    ]);
  });

  it('cannot compare a meeting with itself', async () => {
    const { id, version } = await held();
    const body = { ...MAY, compare: null, compareMeeting: id };
    const reply = await write('PUT', `/meetings/${id}`, body, { 'if-match': `"${version}"` });
    expect(await pathsOf(reply)).toEqual(['compareMeeting']);
  });

  it('of a meeting that is not there names the nearest', async () => {
    const { id, version } = await held();
    const reply = await write('PUT', `/meetings/${id}0`, MAY, { 'if-match': `"${version}"` });
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ suggestion: id });
  });
});

describe('the agenda', () => {
  const put = async (meeting: MeetingHead, items: unknown[]) =>
    write(
      'PUT',
      `/meetings/${meeting.id}/agenda`,
      { items },
      { 'if-match': `"${meeting.agendaVersion}"` },
    );

  it('keeps own items in their order; its notes are for whoever holds the meeting', async () => {
    const meeting = await held();
    const saved = await put(meeting, [own('b'), own('a')]);
    expect(saved.status).toBe(200);
    expect((await saved.json()) as MeetingHead).not.toMatchObject({
      agendaVersion: meeting.agendaVersion,
    });
    const ownOf = (one: MeetingDetail) => one.agenda.filter((item) => item.kind === 'own');
    expect(ownOf(await detail(meeting.id))).toEqual([own('b'), own('a')]);
    const others = await detail(meeting.id, {});
    expect(ownOf(others).map(({ title, notes }) => [title, notes])).toEqual([
      ['b', null],
      ['a', null],
    ]);
    expect(others.readiness).toBeNull();
  });

  it('and the title do not stand in each other’s way; two who change the same do', async () => {
    const meeting = await held();
    const path = `/meetings/${meeting.id}`;
    const version = { 'if-match': `"${meeting.version}"` };
    expect((await write('PUT', path, { ...MAY, title: 'another' }, version)).status).toBe(200);
    expect((await put(meeting, [own('a')])).status).toBe(200);
    expect((await put(meeting, [own('b')])).status).toBe(412);
    const { meeting: now } = await detail(meeting.id);
    const renamed = { ...MAY, title: 'a third' };
    const saved = await write('PUT', path, renamed, { 'if-match': `"${now.version}"` });
    expect(saved.status).toBe(200);
    expect((await write('PUT', path, renamed, version)).status).toBe(412);
  });

  it('is refused where two items share a key, or a key is of another kind', async () => {
    const meeting = await held();
    const task = { ...own('x'), key: 'task:t.permit', kind: 'funds', title: null };
    expect(await pathsOf(await put(meeting, [own('a'), own('a'), task]))).toEqual([
      'items.1.key',
      'items.2.kind',
    ]);
    const untitled = await put(meeting, [{ ...own('a'), title: null }]);
    expect(untitled.status).toBe(400);
  });
});

it('a freeze is expected once its holder opens the meeting, and not after it has begun', async () => {
  let expected = 0;
  const freezer = {
    freeze: () => Promise.reject(new Error('nobody freezes here')),
    expect: () => {
      expected += 1;
    },
  };
  await home.close();
  home = await openTestApp({ services: { choices: true, freezer } });
  await addAccount(home, 'office', ['reviewer']);
  await addAccount(home, 'viewer', ['viewer']);
  cookie = await signIn(home, 'office');
  const { id } = await held();
  expect(expected).toBe(1);
  await detail(id, { cookie: await signIn(home, 'viewer') });
  expect(expected).toBe(1);
  await detail(id);
  expect(expected).toBe(2);
  await detail(await addRunning(home, 'meeting.begun'));
  expect(expected).toBe(2);
});

it('a closed workspace shows its meetings to whoever may read it', async () => {
  await home.close();
  const sample = sampleAt(RECORDED);
  home = await openTestApp(
    { services: { choices: true } },
    { ...sample, workspace: { ...sample.workspace, openReading: false } },
  );
  await addAccount(home, 'office', ['reviewer']);
  await addAccount(home, 'viewer', ['viewer']);
  cookie = await signIn(home, 'office');
  const { id } = await held();
  for (const path of ['/meetings', `/meetings/${id}`]) {
    expect((await home.get(path)).status).toBe(401);
    expect((await home.get(path, { cookie: await signIn(home, 'viewer') })).status).toBe(200);
  }
});
