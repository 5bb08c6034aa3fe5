/** What administrators keep: each register by one way, with its versions, its checks and its trail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerNames } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'admin', ['administrator']);
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  cookie = await signIn(home, 'admin');
});
afterEach(() => home.close());

const entries = async (register: string): Promise<RegisterEntry[]> => {
  const reply = await home.get(`/registers/${register}`, { cookie });
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { items: RegisterEntry[] }).items;
};

const entry = async (register: string, key: string): Promise<RegisterEntry> => {
  const found = (await entries(register)).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no ${register} ${key}`);
  return found;
};

/** What a form would send of a record: without what the store derives. */
const input = ({ record }: RegisterEntry): Record<string, unknown> => {
  const { originalDue: _, postponed: __, ...fields } = record;
  return fields;
};

const write = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  send(home, method, path, body, { cookie, ...headers });

const change = async (register: string, key: string, fields: Record<string, unknown>) => {
  const known = await entry(register, key);
  const body = { ...input(known), ...fields };
  return write('PUT', `/${register}/${key}`, body, { 'if-match': `"${known.version}"` });
};

const fieldsOf = async (reply: Response) =>
  ((await reply.json()) as { fields: { path: string; message: string }[] }).fields;

describe('every register', () => {
  it.each(registerNames.filter((name) => name !== 'questions' && name !== 'workspace'))(
    '%s: what is read can be sent back, and is a further revision with its row in the trail',
    async (register) => {
      const [first] = await entries(register);
      if (first === undefined) return expect(register).toBe('targets');
      const reply = await change(register, first.key, {});
      expect(reply.status).toBe(200);
      const written = (await reply.json()) as RegisterEntry;
      expect(written.record).toEqual(first.record);
      expect(written.recordedByName).toBe('name of admin');
      expect(written.version > first.version).toBe(true);
      expect(await entry(register, first.key)).toEqual(written);
      const audit = await home.get(`/audit?subject=${register}:${first.key}`, { cookie });
      expect(await audit.json()).toMatchObject({
        items: [{ action: `${register}.change`, outcome: 'done', after: first.record }],
      });
    },
  );

  it.each(registerNames)('%s is no business of a reporter', async (register) => {
    const other = await signIn(home, 'reporter');
    expect((await home.get(`/registers/${register}`, { cookie: other })).status).toBe(403);
    expect((await home.get(`/registers/${register}`)).status).toBe(401);
  });
});

describe('a record', () => {
  it('is new once: its key is never used again', async () => {
    const department = { id: 'd.new', name: { zh: '新部门', en: 'New' }, review: true };
    const reply = await write('POST', '/departments', department);
    expect(reply.status).toBe(201);
    expect(await home.json('/departments?lang=zh')).toMatchObject({
      items: expect.arrayContaining([{ id: 'd.new', name: '新部门' }]),
    });
    // What was asked as known before is answered as before.
    const then = JSON.stringify(await home.json(`/departments?knownAt=${RECORDED}`));
    expect(then).not.toContain('d.new');
    const again = await write('POST', '/departments', department);
    expect(again.status).toBe(409);
    expect((await fieldsOf(again)).map(({ path }) => path)).toEqual(['id']);
  });

  it('that somebody changed meanwhile comes back with both versions at hand', async () => {
    const seen = await entry('departments', 'd.bureau');
    await change('departments', 'd.bureau', { review: true });
    const second = await write('PUT', '/departments/d.bureau', input(seen), {
      'if-match': `"${seen.version}"`,
    });
    expect(second.status).toBe(412);
    expect(await second.json()).toMatchObject({
      code: 'stale-version',
      current: { key: 'd.bureau', recordedByName: 'name of admin', record: { review: true } },
    });
    expect((await write('PUT', '/departments/d.bureau', input(seen))).status).toBe(428);
  });

  it('keeps its key', async () => {
    const reply = await change('departments', 'd.bureau', { id: 'd.other' });
    expect(reply.status).toBe(422);
    expect((await fieldsOf(reply)).map(({ path }) => path)).toEqual(['id']);
  });

  it('that is not there is answered with the nearest', async () => {
    const reply = await write('PUT', '/departments/d.buro', {
      id: 'd.buro',
      name: { zh: '局', en: 'Bureau' },
      review: false,
    });
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ suggestion: 'd.bureau' });
    expect((await home.get('/registers/department', { cookie })).status).toBe(404);
  });

  it.each([
    ['tasks', 't.jiebang', { ownerDepartment: 'd.none' }, 'ownerDepartment'],
    ['tasks', 't.jiebang', { sources: ['nowhere'] }, 'sources'],
    ['tasks', 't.jiebang', { start: '2021-06', due: '2021-05' }, 'due'],
    ['elements', null, { framework: 'none' }, 'framework'],
    ['platforms', null, { source: 'nowhere' }, 'source'],
  ])(
    'of %s says at the field, in either language, what does not fit: %o',
    async (register, given, fields, path) => {
      const key = given ?? (await entries(register))[0]?.key ?? '';
      const known = await entry(register, key);
      for (const [lang, han] of [
        ['zh', true],
        ['en', false],
      ] as const) {
        const reply = await write(
          'PUT',
          `/${register}/${key}`,
          { ...input(known), ...fields },
          { 'if-match': `"${known.version}"`, 'accept-language': lang },
        );
        expect(reply.status).toBe(422);
        const [fault] = await fieldsOf(reply);
        expect(fault?.path).toBe(path);
        expect(/\p{Script=Han}/u.test(fault?.message ?? '')).toBe(han);
      }
      expect(await entry(register, key)).toEqual(known);
    },
  );

  it.each([
    ['an empty name', { name: { zh: ' ', en: 'x' } }, 'name.zh'],
    ['half a name', { name: { zh: '局' } }, 'name.en'],
    ['a wrong type', { review: 'yes' }, 'review'],
    ['a key of other letters', { id: 'a b' }, 'id'],
  ])('is refused at the field: %s', async (_, fields, path) => {
    const reply = await write('POST', '/departments', {
      id: 'd.x',
      name: { zh: '甲', en: 'A' },
      review: false,
      ...fields,
    });
    expect(reply.status).toBe(400);
    expect((await fieldsOf(reply)).map((field) => field.path)).toContain(path);
  });
});

describe('what has a meaning of its own', () => {
  it('the last “1” of a framework gets its name, and shows it', async () => {
    const unknown = (await entries('elements')).find(({ record }) => record.name === null);
    if (unknown === undefined) throw new Error('the default dataset has a pillar without a name');
    const name = { zh: '数据底座', en: 'Data base' };
    expect((await change('elements', unknown.key, { name })).status).toBe(200);
    const frameworks = JSON.stringify(await home.json('/frameworks?lang=zh'));
    expect(frameworks).toContain('数据底座');
  });

  it('a new due date keeps the first one and counts the postponements; an earlier one counts none', async () => {
    const before = (await home.json('/tasks/t.jiebang')) as unknown as TaskDetail;
    const step = before.task.milestones[0];
    if (step === undefined) throw new Error('the task has milestones');
    for (const due of ['2021-07-31', '2021-07-15', '2021-09'])
      expect((await change('milestones', step.id, { due })).status).toBe(200);
    expect((await change('tasks', 't.jiebang', { due: '2021-12' })).status).toBe(200);
    const { task } = (await home.json('/tasks/t.jiebang')) as unknown as TaskDetail;
    expect(task.milestones[0]).toMatchObject({
      due: '2021-09',
      originalDue: step.due,
      postponed: 2,
    });
    expect(task.originalDue).toBe(before.task.due ?? '2021-12');
    expect(task.postponed).toBe(before.task.due === null ? 0 : 1);
    const then = await home.json(`/tasks/t.jiebang?knownAt=${RECORDED}`);
    expect(then.task).toEqual(before.task);
  });

  it('a retired indicator keeps its figures, says so from that day on, and names the nearest in use', async () => {
    const [kept] = (await entries('indicators')).filter(({ record }) => record.ledger === null);
    const code = kept?.key ?? '';
    const passport = (asOf: string) => home.json(`/indicators/${code}?asOf=${asOf}&lang=zh`);
    const before = await passport('2021-05-31');
    expect(before.retired).toBeNull();
    expect(
      (await change('indicators', code, { retiredOn: '2021-05-20', retiredReason: '口径合并' }))
        .status,
    ).toBe(200);
    const after = await passport('2021-05-31');
    expect(after).toMatchObject({
      history: before.history,
      retired: { on: '2021-05-20', reason: '口径合并' },
    });
    const { nearest } = after.retired as { nearest: { code: string } | null };
    expect(nearest?.code).not.toBe(code);
    expect((await passport('2021-05-19')).retired).toBeNull();
  });

  it('the unit of figures on record stays', async () => {
    const kept = (await entries('indicators')).find(
      ({ record }) => record.ledger === null && record.unit !== 'day',
    );
    const reply = await change('indicators', kept?.key ?? '', { unit: 'day' });
    expect(reply.status).toBe(422);
    expect((await fieldsOf(reply)).map(({ path }) => path)).toEqual(['unit']);
  });

  it('the workspace takes a new name and a clock, and every picture follows', async () => {
    const [known] = await entries('workspace');
    if (known === undefined) throw new Error('there is a workspace');
    const { id: _, ...record } = known.record;
    const body = { ...record, nearDays: 30, clockPinnedOn: '2021-05-30' };
    const reply = await write('PUT', '/workspace', body, { 'if-match': `"${known.version}"` });
    expect(reply.status).toBe(200);
    expect(await home.json('/board')).toMatchObject({ asOf: '2021-05-30' });
    const stale = await write('PUT', '/workspace', body, { 'if-match': `"${known.version}"` });
    expect(stale.status).toBe(412);
    const [now] = await entries('workspace');
    const keeper = await write(
      'PUT',
      '/workspace',
      { ...body, keeperDepartment: 'd.none' },
      { 'if-match': `"${now?.version}"` },
    );
    expect((await fieldsOf(keeper)).map(({ path }) => path)).toEqual(['keeperDepartment']);
  });

  it('officers once separated are not joined again by the administrator whom they watch', async () => {
    const change = async (separateOfficers: boolean) => {
      const [known] = await entries('workspace');
      const { id: _, ...record } = known?.record ?? {};
      const headers = { 'if-match': `"${known?.version}"` };
      return write('PUT', '/workspace', { ...record, separateOfficers }, headers);
    };
    expect((await change(true)).status).toBe(200);
    expect((await fieldsOf(await change(false))).map(({ path }) => path)).toEqual([
      'separateOfficers',
    ]);
  });
});

describe('an open question', () => {
  const settle = async (key: string, body: unknown) => {
    const { version } = await entry('questions', key);
    return write('PATCH', `/questions/${key}`, body, { 'if-match': `"${version}"` });
  };
  const resolution = { zh: '以年报为准', en: 'The yearbook counts' };
  type Shown = { items: { id: string; open: boolean; reason: string | null }[] };
  const shown = async (key: string) =>
    ((await home.json('/questions')) as unknown as Shown).items.find((row) => row.id === key);

  it('is settled with words and a reason, and can be opened again', async () => {
    const [first] = await entries('questions');
    const key = first?.key ?? '';
    expect((await shown(key))?.open).toBe(true);
    expect((await settle(key, { resolution, reason: '与统计局核对' })).status).toBe(200);
    expect(await shown(key)).toMatchObject({ open: false, reason: '与统计局核对' });
    expect((await settle(key, { resolution: null, reason: '又有新说法' })).status).toBe(200);
    expect(await shown(key)).toMatchObject({ open: true });
    const again = await settle(key, { resolution: null, reason: '又' });
    expect((await fieldsOf(again)).map(({ path }) => path)).toEqual(['resolution']);
    const audit = await home.get(`/audit?subject=questions:${key}&outcome=done`, { cookie });
    expect(((await audit.json()) as { items: unknown[] }).items).toHaveLength(2);
  });

  it.each([
    ['no reason', { resolution }, 'reason'],
    ['half a resolution', { resolution: { zh: '以年报为准' }, reason: 'x' }, 'resolution.en'],
  ])('is not settled with %s', async (_, body, path) => {
    const [first] = await entries('questions');
    const reply = await settle(first?.key ?? '', body);
    expect(reply.status).toBe(400);
    expect((await fieldsOf(reply)).map((field) => field.path)).toContain(path);
  });
});
