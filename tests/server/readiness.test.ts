/** What departments owe a meeting, how they are reminded of it, and what the next meeting opens with. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeetingDetail, MeetingHead, Readiness } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendStep } from '#server/meetings/meetings.repository.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { addMeeting, addRunning } from './meetings.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

const LATER = '2026-01-03T00:00:00.000Z';
const FIGURE = 'governance.centre.departments.staffed';
const sample = sampleAt(RECORDED);

let home: TestApp;
let office: string;
let reporter: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'office', ['reviewer']);
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  office = await signIn(home, 'office');
  reporter = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const detail = async (id: string, cookie = office) =>
  (await (await home.get(`/meetings/${id}?lang=zh`, { cookie })).json()) as MeetingDetail;

const owed = async (id: string): Promise<Readiness['departments']> =>
  (await detail(id)).readiness?.departments ?? [];

const remind = (id: string, departments: string[]) =>
  send(home, 'POST', `/meetings/${id}/reminders?lang=zh`, { departments }, { cookie: office });

const reminders = async (cookie = reporter) =>
  ((await (await home.get('/reminders', { cookie })).json()) as { items: unknown[] }).items;

async function report(task: string): Promise<void> {
  const { version } = await home.json(`/tasks/${task}`);
  const reply = await send(
    home,
    'POST',
    `/tasks/${task}/check-ins`,
    { status: 'in_progress', progress: '在做' },
    { cookie: reporter, 'if-match': `"${version}"` },
  );
  expect(reply.status).toBe(201);
}

describe('readiness', () => {
  it('lists by department what was not reported since the baseline', async () => {
    const id = await addMeeting(home);
    const departments = await owed(id);
    expect(departments.map((row) => [row.name, row.total, row.remindedAt])).toEqual([
      ['市科技局', 8, null],
      ['市属相关部门', 4, null],
    ]);
    expect(departments[0]?.owed.map((row) => row.id)).toContain('t.jiebang');
    expect(departments[0]?.owed.map((row) => row.id)).not.toContain('t.permit');
    expect(departments[0]?.owed.every((row) => row.lastOn === null)).toBe(true);
  });

  it('a report pays what its task owes', async () => {
    const id = await addMeeting(home);
    await report('t.jiebang');
    expect((await owed(id))[0]).toMatchObject({ department: 'd.bureau', total: 7 });
  });

  it('participants come first', async () => {
    const reply = await send(
      home,
      'POST',
      '/meetings',
      { title: 'x', date: '2021-06-02', asOf: '2021-05-31', participants: ['d.related'] },
      { cookie: office },
    );
    const { id } = (await reply.json()) as MeetingHead;
    expect((await owed(id)).map((row) => [row.department, row.takesPart])).toEqual([
      ['d.related', true],
      ['d.bureau', false],
    ]);
  });

  it('asks for a figure once its rhythm has passed, also where no department owns it', async () => {
    const indicator = sample.indicators.find((row) => row.code === FIGURE);
    if (indicator === undefined) throw new Error('the default dataset has it');
    await home.load({
      indicators: [{ ...indicator, rhythmDays: 7, ownerDepartment: null, recordedAt: LATER }],
    });
    const id = await addMeeting(home);
    const [nobody] = (await owed(id)).filter((row) => row.department === null);
    expect(nobody).toMatchObject({ name: null, takesPart: false, remindedAt: null });
    expect(nobody?.owed).toMatchObject([{ kind: 'indicator', id: FIGURE }]);
  });

  it('counts what waits for review, and names it', async () => {
    const [bureau] = sample.departments;
    if (bureau === undefined) throw new Error('the default dataset has a department');
    await home.load({ departments: [{ ...bureau, review: true, recordedAt: LATER }] });
    const body = { value: 3, asOf: '2021-05-31' };
    await send(home, 'POST', `/indicators/${FIGURE}/observations`, body, { cookie: reporter });
    const { readiness } = await detail(await addMeeting(home));
    expect(readiness?.unreviewed).toBe(1);
    expect(readiness?.departments.flatMap((row) => row.owed)).toContainEqual(
      expect.objectContaining({ kind: 'review', name: expect.stringContaining('部门') }),
    );
  });

  it('is for whoever holds meetings, and ends with the beginning', async () => {
    const id = await addMeeting(home);
    expect((await detail(id, reporter)).readiness).toBeNull();
    expect(await owed(await addRunning(home, 'meeting.running'))).toEqual([]);
  });
});

describe('a reminder', () => {
  it('is recorded and shown to the department until it has reported', async () => {
    const id = await addMeeting(home);
    const reply = await remind(id, ['d.related', 'd.bureau']);
    expect(reply.status).toBe(201);
    const { departments } = (await reply.json()) as Readiness;
    expect(departments.every((row) => row.remindedAt !== null)).toBe(true);
    expect(await owed(id)).toEqual(departments);

    const [own] = (await reminders()) as { owed: { id: string }[] }[];
    expect(own).toMatchObject({
      meeting: id,
      asOf: '2021-05-31',
      remindedByName: 'name of office',
    });
    expect(own?.owed).toHaveLength(8);
    await report('t.jiebang');
    const [after] = (await reminders()) as { owed: { id: string }[] }[];
    expect(after?.owed.map((row) => row.id)).not.toContain('t.jiebang');
    expect(after?.owed).toHaveLength(7);
    expect(await reminders(office)).toEqual([]);
  });

  it('ends when the meeting begins', async () => {
    const id = await addMeeting(home);
    await remind(id, ['d.bureau']);
    await appendStep(home.db, id, 'begun', { recordedAt: LATER, recordedBy: 'office' });
    expect(await reminders()).toEqual([]);
    expect((await remind(id, ['d.bureau'])).status).toBe(409);
  });

  it('is refused where nothing is owed, at the field', async () => {
    const id = await addMeeting(home);
    const reply = await remind(id, ['d.bureau', 'd.centre']);
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({
      fields: [{ path: 'departments.1', message: '这个部门没有欠报的，不用提醒。' }],
    });
    expect(await reminders()).toEqual([]);
  });
});

it('the next meeting opens with what came of the resolutions of the last', async () => {
  const april = await addRunning(home, 'meeting.april');
  const decide = (body: Record<string, unknown>) =>
    send(home, 'POST', `/meetings/${april}/resolutions`, body, { cookie: office });
  const task = { item: 'changes', kind: 'task', words: '理出场景清单', owner: 'd.bureau' };
  expect((await decide({ ...task, due: '2021-06-05' })).status).toBe(201);
  expect((await decide({ item: 'funds', kind: 'words', words: '会后说明' })).status).toBe(201);
  expect(
    (await send(home, 'POST', `/meetings/${april}/close`, undefined, { cookie: office })).status,
  ).toBe(200);
  const created = await send(
    home,
    'POST',
    '/meetings',
    { title: 'June', date: '2021-06-30', asOf: '2021-06-10', compareMeeting: april },
    { cookie: office },
  );
  const { id } = (await created.json()) as MeetingHead;
  const { agenda, slides } = await detail(id);
  expect(agenda[0]?.key).toBe('resolutions');
  expect(slides[0]).toMatchObject({
    title: '06-02 会议 2 项决议，1 项逾期或受阻',
    body: {
      from: { title: 'meeting.april', date: '2021-06-02' },
      rows: [
        {
          words: '理出场景清单',
          ownerName: '市科技局',
          light: 'over',
          carried: { kind: 'task' },
          sentence: expect.stringContaining('已过 5 天'),
        },
        { words: '会后说明', light: null, carried: null, sentence: '只作记录。' },
      ],
    },
  });
});
