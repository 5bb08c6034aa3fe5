import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { createApp } from '#server/app.ts';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { addAccount, ORIGIN, send, signIn } from './accounts.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';

/** The task of the default dataset that is due on the pinned day, with two open milestones. */
const TASK = 't.jiebang';

type Detail = {
  version: string;
  waiting: number;
  task: {
    light: { state: string };
    milestones: { id: string; doneOn: string | null }[];
    start: string | null;
  };
  checkIns: { id: string; progress: string | null; recordedByName: string | null }[];
};

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  await addAccount(home, 'other', ['reporter'], 'd.centre');
  await addAccount(home, 'leader', ['viewer']);
  cookie = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const detail = async (): Promise<Detail> =>
  (await home.json(`/tasks/${TASK}`)) as unknown as Detail;

/** As a home says it that has kept nothing. */
const readAnew = async (): Promise<unknown> => {
  const app = createApp({ db: home.db, clock: () => NOW, version: 'anew' });
  return (await app.fetch(new Request(`${ORIGIN}/api/tasks/${TASK}`))).json();
};

const report = (
  body: unknown,
  more: Readonly<Record<string, string>> = {},
  who = cookie,
): Promise<Response> =>
  send(home, 'POST', `/tasks/${TASK}/check-ins`, body, { cookie: who, ...more });

const onVersion = async () => ({ 'if-match': `"${(await detail()).version}"` });

const audit = () => home.db.selectFrom('audit').selectAll().orderBy('seq').execute();

/** The task begins then, as its register says from now on. */
const beginsIn = async (start: string) => {
  const task = sampleAt(RECORDED).tasks.find((row) => row.id === TASK);
  if (task === undefined) throw new Error('the default dataset has the task');
  await home.load({ tasks: [{ ...task, start, recordedAt: '2026-01-03T00:00:00.000Z' }] });
};

describe('a check-in', () => {
  it('is on record, with its ticks, under the name of who made it', async () => {
    const before = await detail();
    const milestone = before.task.milestones[0]?.id ?? '';
    const reply = await report(
      {
        status: 'in_progress',
        ticks: [{ milestone, doneOn: '2021-05-31' }],
        progress: '  框架已搭好 👍 <b>‮  ',
      },
      await onVersion(),
    );
    expect(reply.status).toBe(201);
    const after = await detail();
    expect(await reply.json()).toMatchObject({ outcome: 'recorded', detail: after });
    expect(await readAnew()).toEqual(after);
    expect(after.version).not.toBe(before.version);
    expect(after.checkIns).toHaveLength(1);
    expect(after.checkIns[0]).toMatchObject({
      progress: '框架已搭好 👍 <b>‮',
      recordedByName: 'name of reporter',
    });
    expect(after.task.milestones[0]?.doneOn).toBe('2021-05-31');
    expect(after.task.light.state).toBe('ok');
    // What was asked as known before is answered as before.
    const then = (await home.json(`/tasks/${TASK}?knownAt=${RECORDED}`)) as unknown as Detail;
    expect(then.checkIns).toEqual([]);
    expect(then.task).toEqual(before.task);
  });

  it('is kept out, and loses nothing, where somebody else was faster', async () => {
    const seen = await onVersion();
    await report({ status: 'in_progress', progress: 'first' }, seen);
    const second = await report({ status: 'blocked', difficulty: 'second' }, seen);
    expect(second.status).toBe(412);
    const problem = (await second.json()) as { code: string; current: Detail };
    expect(problem.code).toBe('stale-version');
    expect(problem.current.checkIns.map((row) => row.progress)).toEqual(['first']);
    expect((await detail()).checkIns).toHaveLength(1);
    expect((await report({ status: 'in_progress' })).status).toBe(428);
  });

  it('is done once under one key, however often it is sent', async () => {
    const headers = { ...(await onVersion()), 'idempotency-key': 'phone-0001' };
    const body = { status: 'in_progress', progress: 'once' };
    const first = await report(body, headers);
    const again = await report(body, headers);
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(await first.text());
    expect((await detail()).checkIns).toHaveLength(1);
    const other = await report({ ...body, progress: 'twice' }, headers);
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'key-reused' });
  });

  it('waits for a reviewer where its department wants that, and shows nowhere meanwhile', async () => {
    const [bureau] = sampleAt(RECORDED).departments;
    if (bureau === undefined) throw new Error('the default dataset has a department');
    await home.load({
      departments: [{ ...bureau, review: true, recordedAt: '2026-01-03T00:00:00.000Z' }],
    });
    const before = await home.json('/board');
    const reply = await report({ status: 'blocked', difficulty: 'stuck' }, await onVersion());
    const after = await detail();
    expect(await reply.json()).toMatchObject({
      outcome: 'waiting',
      checkIn: null,
      detail: after,
    });
    expect(await readAnew()).toEqual(after);
    expect(after).toMatchObject({ waiting: 1, checkIns: [] });
    const board = await home.json('/board');
    expect(board.tasks).toEqual(before.tasks);
    expect(board.exceptions).toEqual(before.exceptions);
  });
});

describe('a check-in is refused', () => {
  it.each([
    ['nobody', '', 401, 'unauthenticated'],
    ['a viewer', 'leader', 403, 'forbidden'],
    ['another department', 'other', 403, 'forbidden'],
  ])('to %s', async (_, account, status, code) => {
    const who = account === '' ? '' : await signIn(home, account);
    const reply = await report({ status: 'in_progress' }, await onVersion(), who);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ code });
    expect((await detail()).checkIns).toEqual([]);
  });

  it.each([
    ['from another site', { origin: 'http://elsewhere' }],
    ['from a page without an address', { origin: 'null' }],
    ['from a frame of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_, headers) => {
    const reply = await report({ status: 'in_progress' }, { ...(await onVersion()), ...headers });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ code: 'foreign-origin' });
  });

  it('with a session whose account is no longer active', async () => {
    await addAccount(home, 'reporter', ['reporter'], 'd.bureau', 'disabled');
    expect((await report({ status: 'in_progress' }, await onVersion())).status).toBe(401);
  });

  it('with a session whose account is not there at all', async () => {
    const { secret } = await openSession(home.db, 'deleted', null, NOW);
    const ghost = `cockpit=${secret}`;
    const reply = await report({ status: 'in_progress' }, await onVersion(), ghost);
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ code: 'unauthenticated' });
    expect((await detail()).checkIns).toEqual([]);
    const me = await home.get('/me', { cookie: ghost });
    expect(await me.json()).toMatchObject({ account: null });
  });

  it.each([
    ['extra fields', { status: 'in_progress', percent: 50 }, ''],
    ['a missing status', { progress: 'x' }, 'status'],
    ['a wrong type', { status: 'in_progress', progress: 5 }, 'progress'],
    ['a percentage for a status', { status: '50%' }, 'status'],
    ['10,000 characters', { status: 'in_progress', progress: '字'.repeat(10_000) }, 'progress'],
    [
      'no such day',
      { status: 'in_progress', ticks: [{ milestone: 'm', doneOn: '2021-02-30' }] },
      'ticks.0.doneOn',
    ],
    ['prototype keys', '{"status":"in_progress","__proto__":{"a":1}}', '__proto__'],
  ])('at the field: %s', async (_, body, path) => {
    const reply = await report(body, await onVersion());
    expect(reply.status).toBe(400);
    const problem = (await reply.json()) as {
      code: string;
      fields: { path: string; message: string }[];
    };
    expect(problem.code).toBe('bad-body');
    expect(problem.fields.map((field) => field.path)).toContain(path);
    expect((await detail()).checkIns).toEqual([]);
  });

  it.each([
    ['zh', '最多 1000 字，请删短一些。'],
    ['en', 'At most 1000 characters; please shorten it.'],
  ])('10,000 characters, in the words of %s', async (lang, message) => {
    const body = { status: 'in_progress', next: '👍'.repeat(10_000) };
    const reply = await report(body, { ...(await onVersion()), 'accept-language': lang });
    const { fields } = (await reply.json()) as { fields: { path: string; message: string }[] };
    expect(fields).toEqual([{ path: 'next', message }]);
  });

  it.each([
    ['done with open milestones', { status: 'done' }, 'status'],
    ['blocked without a word', { status: 'blocked', difficulty: '  ' }, 'difficulty'],
    ['a completion in the future', { ticks: [{ doneOn: '2021-06-01' }] }, 'ticks.0.doneOn'],
    ['a completion before the start', { ticks: [{ doneOn: '2021-04-30' }] }, 'ticks.0.doneOn'],
    [
      'a milestone of another task',
      { ticks: [{ milestone: 'none', doneOn: '2021-05-30' }] },
      'ticks.0.milestone',
    ],
    ['a file that never came', { files: [{ hash: 'a'.repeat(64), name: 'a.pdf' }] }, 'files.0'],
  ])('for its meaning: %s', async (_, body, path) => {
    await beginsIn('2021-05');
    const milestone = (await detail()).task.milestones[0]?.id;
    const ticks = 'ticks' in body ? body.ticks?.map((tick) => ({ milestone, ...tick })) : undefined;
    const input = { status: 'in_progress', ...body, ...(ticks === undefined ? {} : { ticks }) };
    for (const [lang, han] of [
      ['zh', true],
      ['en', false],
    ] as const) {
      const reply = await report(input, { ...(await onVersion()), 'accept-language': lang });
      expect(reply.status).toBe(422);
      const problem = (await reply.json()) as { fields: { path: string; message: string }[] };
      expect(problem.fields.map((field) => field.path)).toEqual([path]);
      expect(/\p{Script=Han}/u.test(problem.fields[0]?.message ?? '')).toBe(han);
    }
    expect((await detail()).checkIns).toEqual([]);
  });
});

describe('the audit trail', () => {
  it('knows every write and every refusal, with who, what and from where', async () => {
    await report({ status: 'in_progress', progress: 'yes' }, await onVersion());
    await report({ status: 'done' }, await onVersion());
    await send(home, 'POST', `/tasks/${TASK}/check-ins`, {}, { origin: ORIGIN });
    const rows = (await audit()).map(({ action, actor, address, code, outcome }) => ({
      action,
      actor,
      address,
      code,
      outcome,
    }));
    const address = '192.0.2.7';
    expect(rows).toEqual([
      { action: 'session.open', actor: null, address, code: null, outcome: 'done' },
      { action: 'check-in.create', actor: 'reporter', address, code: null, outcome: 'done' },
      {
        action: 'check-in.create',
        actor: 'reporter',
        address,
        code: 'not-accepted',
        outcome: 'refused',
      },
      {
        action: 'check-in.create',
        actor: null,
        address,
        code: 'unauthenticated',
        outcome: 'refused',
      },
    ]);
    expect(await verifyAudit(home.db)).toEqual({ ok: true, rows: 4, brokenAt: null, fault: null });
  });
});
