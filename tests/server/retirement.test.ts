/** Records are taken out of use from a day on, with a reason, and never deleted. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, type TestApp } from './test-app.ts';

const ON = '2021-05-20';
const why = { retiredOn: ON, retiredReason: '机构改革，职能并入' };

let home: TestApp;
let admin: string;
let reporter: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'admin', ['administrator']);
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  admin = await signIn(home, 'admin');
  reporter = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const entries = async (register: string): Promise<RegisterEntry[]> => {
  const reply = await home.get(`/registers/${register}`, { cookie: admin });
  return ((await reply.json()) as { items: RegisterEntry[] }).items;
};

const change = async (register: string, key: string, fields: Record<string, unknown>) => {
  const known = (await entries(register)).find((one) => one.key === key);
  if (known === undefined) throw new Error(`no ${register} ${key}`);
  const { originalDue: _, postponed: __, ...record } = known.record;
  const headers = { cookie: admin, 'if-match': `"${known.version}"` };
  return send(home, 'PUT', `/${register}/${key}`, { ...record, ...fields }, headers);
};

const retire = async (register: string, key: string) =>
  expect((await change(register, key, why)).status).toBe(200);

const faultsOf = async (reply: Response): Promise<string[]> => {
  const { fields } = (await reply.json()) as { fields: { path: string; message: string }[] };
  return fields.map(({ path, message }) => `${path}: ${message}`);
};

const board = async (asOf: string) =>
  (await home.json(`/board?asOf=${asOf}&lang=zh`)) as unknown as Board;

/** What the boards of the last day in use and of the first day out of use show. */
const around = async <T>(read: (board: Board) => T): Promise<readonly [T, T]> => [
  read(await board('2021-05-19')),
  read(await board(ON)),
];

describe('what is retired', () => {
  it('needs a reason, in words', async () => {
    const reply = await change('platforms', (await entries('platforms'))[0]?.key ?? '', {
      retiredOn: ON,
    });
    expect(reply.status).toBe(400);
    expect((await faultsOf(reply))[0]).toContain('retiredReason');
  });

  it('platform: gone from the day on, there before, and never deleted', async () => {
    const key = 'p.tsinghua-berlin';
    const known = (await entries('platforms')).map((row) => row.key);
    const one = known.includes(key) ? key : (known[0] ?? '');
    const count = ({ platforms }: Board) => platforms.register.map((row) => row.id);
    const [before, then] = [await board('2021-05-31'), one];
    expect(count(before)).toContain(then);
    await retire('platforms', one);
    expect(count(await board('2021-05-31'))).not.toContain(one);
    expect((await entries('platforms')).map((row) => row.key)).toContain(one);
    const list = await home.json('/platforms?limit=200&asOf=2021-05-31');
    expect((list as unknown as { items: { id: string }[] }).items.map((row) => row.id)).toEqual(
      count(await board('2021-05-31')),
    );
  });

  it('task: gone from lists and counts, shown as it last stood, and takes no update', async () => {
    const before = (await board('2021-05-31')).taskSummary.total;
    await retire('tasks', 't.jiebang');
    const after = await board('2021-05-31');
    expect(after.taskSummary.total).toBe(before - 1);
    expect(after.tasks.map((row) => row.id)).not.toContain('t.jiebang');
    const detail = (await home.json('/tasks/t.jiebang?lang=zh')) as unknown as TaskDetail;
    expect(detail.retired).toEqual({ on: ON, reason: why.retiredReason });
    expect(detail.task.id).toBe('t.jiebang');
    const reply = await send(
      home,
      'POST',
      '/tasks/t.jiebang/check-ins?lang=zh',
      { status: 'in_progress', progress: '还在做' },
      { cookie: reporter, 'if-match': `"${detail.version}"` },
    );
    expect(reply.status).toBe(422);
    expect(await faultsOf(reply)).toEqual(['status: 这个任务已经停用，不再收填报。']);
  });

  it('fund: gone from the board; takes no new payment, only corrections', async () => {
    await retire('funds', 'platform');
    const ids = ({ funds }: Board) => funds.map((row) => row.id);
    const [before, after] = await around(ids);
    expect(before).toContain('platform');
    expect(after).not.toContain('platform');
    const pay = (body: object) =>
      send(
        home,
        'POST',
        '/funds/platform/movements?lang=zh',
        { kind: 'disbursed', amountFen: 130_000_000, asOf: '2021-05-01', ...body },
        { cookie: reporter },
      );
    const refused = await pay({});
    expect(refused.status).toBe(422);
    expect(await faultsOf(refused)).toEqual([
      'amountFen: 已经停用，不再收新的数；已有的可以更正。',
    ]);
    const ledger = (await home.json('/funds/platform')) as unknown as {
      movements: { id: string; kind: string; asOf: string; period: unknown }[];
    };
    const paid = ledger.movements.find((row) => row.kind === 'disbursed');
    const { asOf, period } = paid ?? {};
    const confirmed = ['ten-times', 'outside-period'];
    const corrected = await pay({ supersedes: paid?.id, reason: '抄错', asOf, period, confirmed });
    expect(corrected.status).toBe(201);
  });

  it('indicator: takes no new figure', async () => {
    const code = 'governance.centre.departments.staffed';
    await retire('indicators', code);
    const reply = await send(
      home,
      'POST',
      `/indicators/${code}/observations?lang=en`,
      { value: 5, asOf: '2021-05-31' },
      { cookie: reporter },
    );
    expect(reply.status).toBe(422);
    expect((await faultsOf(reply))[0]).toMatch(/^value: It is retired/);
  });

  it('department: only once nothing in use is in its hands, and then named no more', async () => {
    const held = await change('departments', 'd.bureau', why);
    expect(held.status).toBe(422);
    expect((await faultsOf(held)).join()).toMatch(/retiredOn: .*\d+ 项任务/);
    const own = (await entries('tasks')).filter(
      ({ record }) => record.ownerDepartment === 'd.related',
    );
    for (const { key } of own)
      expect((await change('tasks', key, { ownerDepartment: 'd.bureau' })).status).toBe(200);
    await retire('departments', 'd.related');
    const list = (await home.json('/departments')) as unknown as { items: { id: string }[] };
    expect(list.items.map((row) => row.id)).not.toContain('d.related');
    const again = await change('tasks', 't.jiebang', { ownerDepartment: 'd.related' });
    expect(again.status).toBe(422);
    expect(await faultsOf(again)).toEqual(['ownerDepartment: 已经停用，请另选。']);
  });

  it('department: no account comes to it any more; one that is there can still be closed', async () => {
    await addAccount(home, 'wang', ['reporter'], 'd.related');
    const tasks = await entries('tasks');
    for (const { key } of tasks.filter(({ record }) => record.ownerDepartment === 'd.related'))
      await change('tasks', key, { ownerDepartment: 'd.bureau' });
    await retire('departments', 'd.related');
    const account = (login: string, more: object) => ({
      login,
      name: login,
      department: 'd.related',
      roles: ['reporter'],
      ...more,
    });
    const made = await send(home, 'POST', '/accounts?lang=zh', account('zhao', {}), {
      cookie: admin,
    });
    expect(made.status).toBe(422);
    expect(await faultsOf(made)).toEqual(['department: 这个部门已经停用，请另选。']);
    const put = async (id: string, more: object) => {
      const reply = await home.get('/accounts', { cookie: admin });
      const { items } = (await reply.json()) as { items: { id: string; version: string }[] };
      const version = items.find((one) => one.id === id)?.version;
      const headers = { cookie: admin, 'if-match': `"${version}"` };
      const body = account(id, { enabled: true, ...more });
      return send(home, 'PUT', `/accounts/${id}?lang=en`, body, headers);
    };
    const moved = await put('reporter', {});
    expect(await faultsOf(moved)).toEqual([
      'department: This department is retired; choose another.',
    ]);
    expect((await put('wang', { enabled: false })).status).toBe(200);
  });

  it('framework and pillar: not while tasks in use stand in them', async () => {
    const tasks = await entries('tasks');
    const element = tasks.find(({ record }) => record.element !== null)?.record.element;
    const used = await change('elements', String(element), why);
    expect((await faultsOf(used)).join()).toContain('retiredOn');
    const frame = tasks.find(({ record }) => record.framework !== null)?.record.framework;
    expect((await change('frameworks', String(frame), why)).status).toBe(422);
    const free = (await entries('elements')).find(
      ({ key }) => !tasks.some(({ record }) => record.element === key),
    );
    if (free === undefined) throw new Error('the default dataset has a pillar without tasks');
    const elements = ({ frameworks }: Board) =>
      frameworks.flatMap((row) => row.elements.map((one) => one.id));
    await retire('elements', free.key);
    const [before, after] = await around(elements);
    expect(before).toContain(free.key);
    expect(after).not.toContain(free.key);
  });
});
