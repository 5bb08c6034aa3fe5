/** What a meeting decides: what is refused and why, and what closing makes of the rest. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingDetail, Resolution } from '#core/contract/meeting.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { addRunning } from './meetings.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

const LATER = '2026-01-03T00:00:00.000Z';
const AFTER = '2026-04-01T00:00:00.000Z';
const sample = sampleAt(RECORDED);

let home: TestApp;
let cookie: string;
let meeting: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'office', ['reviewer']);
  cookie = await signIn(home, 'office');
  meeting = await addRunning(home);
});
afterEach(() => home.close());

const TASK = {
  item: 'task:t.jiebang',
  kind: 'task',
  words: '两周内补报框架搭建情况',
  owner: 'd.bureau',
  due: '2021-06-15',
};
const MOVE = {
  item: 'task:t.jiebang',
  kind: 'due-date',
  words: '任务改到 7 月中',
  due: '2021-07-15',
  subject: 'task:t.jiebang',
};
const SETTLE = {
  item: 'questions',
  kind: 'settle',
  words: '按年报口径',
  subject: sample.questions[0]?.id ?? '',
};

const record = (body: Record<string, unknown>, more: Record<string, string> = {}) =>
  send(home, 'POST', `/meetings/${meeting}/resolutions`, body, { cookie, ...more });

const recorded = async (body: Record<string, unknown>): Promise<Resolution> => {
  const reply = await record(body);
  if (reply.status !== 201) throw new Error(await reply.text());
  return (await reply.json()) as Resolution;
};

const close = (lang = 'zh') =>
  send(home, 'POST', `/meetings/${meeting}/close?lang=${lang}`, undefined, { cookie });
const withdraw = (id: string) => send(home, 'DELETE', `/resolutions/${id}`, undefined, { cookie });
const detail = async () => (await home.json(`/meetings/${meeting}`)) as unknown as MeetingDetail;
const milestone = async (title: string) => {
  const { task } = (await home.json('/tasks/t.jiebang?lang=zh')) as unknown as TaskDetail;
  const found = task.milestones.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no milestone ${title}`);
  return found;
};

type Refusal = { code: string; fields: { path: string; message: string }[] };
const refused = async (reply: Response): Promise<Refusal> => {
  expect(reply.status).toBe(422);
  return (await reply.json()) as Refusal;
};

describe('a resolution', () => {
  it('is recorded with the names that people read, and stands in the meeting', async () => {
    const { id, ...rest } = await recorded(TASK);
    expect(rest).toMatchObject({
      ...TASK,
      ownerName: '市科技局',
      recordedByName: 'name of office',
      option: null,
      withdrawn: false,
      carried: null,
    });
    const { meeting: head, resolutions } = await detail();
    expect(resolutions.map((row) => row.id)).toEqual([id]);
    expect(head.resolutions).toBe(1);
  });

  it('is recorded once, however often a bad line sends it', async () => {
    const key = { 'idempotency-key': 'resolution-0001' };
    const first = await (await record(TASK, key)).json();
    expect(await (await record(TASK, key)).json()).toEqual(first);
    expect((await detail()).resolutions).toHaveLength(1);
  });

  it.each([
    ['an item that is not in the agenda', { item: 'task:t.none' }, 'item', '议程里没有'],
    ['an option that was not prepared', { option: 'move-all' }, 'option', '没有选项'],
    ['a task without an owner', { owner: null }, 'owner', '请写明责任单位'],
    ['an owner that is not on record', { owner: 'd.none' }, 'owner', '没有这个部门'],
    ['a date in the past', { due: '2021-05-30' }, 'due', '最早可以是 2021-05-31'],
    ['a vanished task', { ...MOVE, subject: 'task:t.none' }, 'subject', '不在册'],
    ['a vanished milestone', { ...MOVE, subject: 'milestone:none' }, 'subject', '不在册'],
    ['a new date without one', { ...MOVE, due: null }, 'due', '请写明新期限'],
    ['a new date of nothing', { ...MOVE, subject: null }, 'subject', '请选要改期的'],
    ['the date that it has', { ...MOVE, due: '2021-06-30' }, 'due', '期限本来就是 2021-06-30'],
    ['a question that is not there', { ...SETTLE, subject: 'q.none' }, 'subject', '不在册'],
    ['no question', { ...SETTLE, subject: null }, 'subject', '请选要确认的口径'],
    ['words about a vanished task', { kind: 'words', subject: 'task:t.none' }, 'subject', '不在册'],
  ])('is refused for %s, clearly at the field', async (_, fields, path, message) => {
    const reply = await refused(await record({ ...TASK, ...fields }));
    expect(reply.code).toBe('not-accepted');
    expect(reply.fields).toEqual([{ path, message: expect.stringContaining(message) }]);
    expect((await detail()).resolutions).toEqual([]);
  });

  it('is refused in the language that was asked for', async () => {
    const reply = await send(
      home,
      'POST',
      `/meetings/${meeting}/resolutions?lang=en`,
      { ...TASK, due: '2021-05-30' },
      { cookie },
    );
    expect((await refused(reply)).fields[0]?.message).toBe(
      '2021-05-30 is past; the earliest is 2021-05-31.',
    );
  });

  it('is refused for a milestone that is done', async () => {
    const done = sample.ticks.find((tick) => tick.milestone.startsWith('t.centre'));
    const fields = { ...MOVE, item: 'changes', subject: `milestone:${done?.milestone}` };
    const { fields: faults } = await refused(await record(fields));
    expect(faults[0]).toMatchObject({
      path: 'subject',
      message: expect.stringContaining('已经完成'),
    });
  });

  it('is refused for a question that is settled', async () => {
    const [question] = sample.questions;
    if (question === undefined) throw new Error('the default dataset has a question');
    const settled = {
      ...question,
      settledOn: '2021-05-20',
      resolution: { zh: '按年报', en: 'As in the yearbook' },
      reason: 'asked',
      recordedAt: LATER,
    };
    await home.load({ questions: [settled] });
    const { fields } = await refused(await record(SETTLE));
    expect(fields).toEqual([{ path: 'subject', message: '这个口径已于 2021-05-20 确认。' }]);
  });

  it('is decided once about one thing', async () => {
    await recorded(MOVE);
    const { fields } = await refused(await record({ ...MOVE, due: '2021-08-01' }));
    expect(fields[0]).toMatchObject({ path: 'subject', message: expect.stringContaining('撤回') });
  });

  it('is taken back before the end, and then decided anew', async () => {
    const { id } = await recorded(MOVE);
    expect(await (await withdraw(id)).json()).toMatchObject({ id, withdrawn: true });
    expect((await withdraw(id)).status).toBe(409);
    expect((await withdraw('none')).status).toBe(404);
    await recorded({ ...MOVE, due: '2021-08-01' });
    const { resolutions, meeting: head } = await detail();
    expect(resolutions.map((row) => row.withdrawn)).toEqual([true, false]);
    expect(head.resolutions).toBe(1);
  });
});

describe('closing', () => {
  it('makes a task of the department, with the meeting as its source', async () => {
    const { id } = await recorded(TASK);
    const reply = await close();
    expect(reply.status).toBe(200);
    const { meeting: head, resolutions } = (await reply.json()) as Pick<
      MeetingDetail,
      'meeting' | 'resolutions'
    >;
    expect(head).toMatchObject({ state: 'closed', closedAt: expect.any(String) });
    const carried = resolutions[0]?.carried;
    expect(carried).toMatchObject({ kind: 'task' });
    const { task } = (await home.json(`/tasks/${carried?.id}?lang=zh`)) as unknown as TaskDetail;
    expect(task).toMatchObject({
      title: TASK.words,
      owner: 'd.bureau',
      due: '2021-06-15',
      originalDue: '2021-06-15',
      framework: null,
      group: '会议决议',
      light: { state: 'none' },
    });
    const { sources } = (await home.json('/board?lang=zh')) as {
      sources: { id: string; title: string }[];
    };
    expect(sources.find((row) => row.id === task.sources[0])?.title).toBe(
      '会议：meeting.may（2021-06-02）',
    );
    expect(id).toBe(resolutions[0]?.id);
  });

  it('moves the date of a task and of a milestone, keeps the first and counts the postponement', async () => {
    const before = await milestone('完成系统框架搭建');
    await recorded(MOVE);
    await recorded({ ...MOVE, subject: `milestone:${before.id}`, due: '2021-06-20' });
    expect((await close()).status).toBe(200);
    const { task } = (await home.json('/tasks/t.jiebang?lang=zh')) as unknown as TaskDetail;
    expect(task).toMatchObject({ due: '2021-07-15', originalDue: '2021-06-30', postponed: 1 });
    expect(await milestone('完成系统框架搭建')).toMatchObject({
      due: '2021-06-20',
      originalDue: '2021-05-31',
      postponed: 1,
    });
  });

  it('settles a question with the meeting as the reason', async () => {
    await recorded(SETTLE);
    expect((await close()).status).toBe(200);
    const { items } = (await home.json('/questions?lang=zh')) as {
      items: { id: string; open: boolean; resolution: string; reason: string }[];
    };
    expect(items.find((row) => row.id === SETTLE.subject)).toMatchObject({
      open: false,
      resolution: '按年报口径',
      settledOn: '2021-05-31',
      reason: expect.stringContaining('meeting.may'),
    });
  });

  it('leaves out what was taken back, and words in the minutes only', async () => {
    const { id } = await recorded(TASK);
    await recorded({ item: 'funds', kind: 'words', words: '请财政局会后说明' });
    await withdraw(id);
    const tasks = async () => (await home.json('/tasks')).total;
    const before = await tasks();
    expect((await close()).status).toBe(200);
    expect(await tasks()).toBe(before);
    expect((await detail()).resolutions.map((row) => row.carried)).toEqual([null, null]);
  });

  it('does all of it or nothing, and names what cannot be done', async () => {
    await recorded(TASK);
    await recorded(SETTLE);
    const { id } = await recorded(MOVE);
    const task = sample.tasks.find((row) => row.id === 't.jiebang');
    if (task === undefined) throw new Error('the default dataset has this task');
    await home.load({ tasks: [{ ...task, registeredOn: '2022-01-01', recordedAt: AFTER }] });
    const before = await home.json('/tasks?lang=zh');
    const { fields } = await refused(await close());
    expect(fields).toEqual([
      {
        path: `resolutions.${id}.subject`,
        message: expect.stringContaining('任务改到 7 月中'),
      },
    ]);
    expect(await home.json('/tasks?lang=zh')).toEqual(before);
    const after = await detail();
    expect(after.meeting.state).toBe('running');
    expect(after.resolutions.every((row) => row.carried === null)).toBe(true);

    await withdraw(id);
    expect((await close()).status).toBe(200);
  });

  it('names a date that has passed since it was decided, in the language that was asked for', async () => {
    const { id } = await recorded(TASK);
    const workspace = { ...sample.workspace, clockPinnedOn: '2021-06-20' };
    await loadDataset(home.db, { workspace }, { recordedAt: AFTER, recordedBy: 'test' });
    for (const [lang, says] of [
      ['zh', '“两周内补报框架搭建情况”：期限 2021-06-15 已经过去'],
      ['en', '“两周内补报框架搭建情况”: 2021-06-15 is past; the earliest is 2021-06-20.'],
    ] as const) {
      const { fields } = await refused(await close(lang));
      expect(fields).toEqual([
        { path: `resolutions.${id}.due`, message: expect.stringContaining(says) },
      ]);
    }
    expect((await detail()).meeting.state).toBe('running');
    await withdraw(id);
    await recorded({ ...TASK, due: '2021-07-15' });
    expect((await close()).status).toBe(200);
  });

  it('is done once', async () => {
    await recorded(TASK);
    expect((await close()).status).toBe(200);
    const total = async () => (await home.json('/tasks')).total;
    const after = await total();
    const again = await close('en');
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'conflict' });
    expect((await record(TASK)).status).toBe(409);
    expect(await total()).toBe(after);
  });

  it('is carried out once where two close at the same time', async () => {
    await recorded(TASK);
    const replies = await Promise.all([close(), close()]);
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
    const carried = await home.db.selectFrom('carried_resolutions').selectAll().execute();
    expect(carried).toHaveLength(1);
  });

  it('is on record in the audit trail, each effect under what it changed', async () => {
    const { id } = await recorded(MOVE);
    await close();
    const rows = await home.db.selectFrom('audit').select(['action', 'subject', 'after']).execute();
    const actions = rows.map(({ action, subject }) => [action, subject]);
    expect(actions).toContainEqual(['resolution.record', `meeting:${meeting}`]);
    expect(actions).toContainEqual(['resolution.carry', 'tasks:t.jiebang']);
    expect(actions).toContainEqual(['meeting.close', `meeting:${meeting}`]);
    expect(rows.find((row) => row.action === 'resolution.carry')?.after).toContain(id);
    expect(await verifyAudit(home.db)).toMatchObject({ fault: null });
  });
});

it('nothing is decided before a meeting has begun', async () => {
  await home.db.destroy();
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'office', ['reviewer']);
  cookie = await signIn(home, 'office');
  const created = await send(
    home,
    'POST',
    '/meetings',
    { title: 'June', date: '2021-06-30', asOf: '2021-05-31' },
    { cookie },
  );
  meeting = ((await created.json()) as { id: string }).id;
  expect((await record(TASK)).status).toBe(409);
  expect((await close()).status).toBe(409);
});
