/** What administrators keep: every register as it stands, a new record, a further revision of one. */
import { registerNames } from '#core/contract/lists.ts';
import {
  registerEntrySchema,
  registerListSchema,
  workspaceInputSchema,
} from '#core/contract/registers.ts';
import type { Recorded } from '#core/domain/records.ts';
import { currentRow } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type SignedAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { appendWorkspace, findWorkspace } from '#server/workspace/workspace.repository.ts';
import { type AnyRegister, checkVersion, entriesOf, register, save, stated } from './register.ts';
import { registers } from './registers.ts';
import { namedFaults } from './retirement-faults.ts';

type Kept = Recorded & Record<string, unknown>;

const KEY = 'workspace';

/** The workspace as the one record of a register of its own. */
const workspace = register({
  name: 'workspace',
  input: workspaceInputSchema,
  keyField: 'id',
  read: async (db) => {
    const found = await findWorkspace(db, null);
    const row = await currentRow(db, 'workspaces', KEY, null);
    return found === null || row === null
      ? []
      : [{ id: KEY, ...found, recordedAt: row.recorded_at, recordedBy: row.recorded_by }];
  },
  append: (db, { id: _, recordedAt, recordedBy, ...record }) =>
    appendWorkspace(db, record, { recordedAt, recordedBy }),
  complete: (input) => ({ id: KEY, ...input }),
  part: ({ id: _, recordedAt: __, recordedBy: ___, ...record }) => ({ workspace: record }),
  faults: async (db, input, before, today) => {
    if (before?.separateOfficers === true && !input.separateOfficers) {
      const zh = '三员分立启用后不能在这里关闭，否则管理员可以自行收回三员的权限。';
      const en = 'Separated officers stay so: else an administrator could take their rights back.';
      return [{ path: 'separateOfficers', message: { zh, en } }];
    }
    const departments = await readDepartments(db, null);
    const key = input.keeperDepartment;
    if (key === null || departments.some((row) => row.id === key))
      return namedFaults(
        [
          {
            path: 'keeperDepartment',
            key,
            before: before?.keeperDepartment,
            among: departments,
          },
        ],
        today,
      );
    const zh = '没有这个部门。';
    return [{ path: 'keeperDepartment', message: { zh, en: 'There is no such department.' } }];
  },
});

const kept: readonly AnyRegister[] = [workspace, ...registers];

async function recordsOf(db: Db, name: string): Promise<[keyField: string, records: Kept[]]> {
  if (name === 'questions') return ['id', (await readQuestions(db, null)) as unknown as Kept[]];
  const found = kept.find((one) => one.name === name);
  if (found === undefined) throw notFound('register', name, registerNames);
  return [found.keyField, [...(await found.read(db))]];
}

export const registerReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/registers/{register}',
    summary: `A register as administrators keep it, in both languages: ${registerNames.join(', ')}`,
    parameters: ['lang'],
    right: ['keep-registers', 'settle-questions'],
    reply: registerListSchema,
    answer: async ({ db, key }) => {
      const [keyField, records] = await recordsOf(db, key);
      // Registers are short; the largest, of tasks, has a few thousand records.
      return { items: await entriesOf(db, keyField, records), next: null };
    },
  }),
];

type Ask = SignedAsk<unknown>;

async function written(one: AnyRegister, ask: Ask, before: Kept | null) {
  const { db, lang, now, principal, today } = ask;
  const input = ask.body as Record<string, unknown>;
  const stamp = { recordedAt: now, recordedBy: principal.account };
  const record = await save(one, { db, lang, input, before, today, stamp });
  const key = String(record[one.keyField]);
  const [entry] = await entriesOf(
    db,
    one.keyField,
    (await one.read(db)).filter((row) => row[one.keyField] === key),
  );
  if (entry === undefined) throw new Error(`${one.name} ${key} was written and is not there`);
  return {
    reply: entry,
    audit: {
      subject: one.name === 'workspace' ? one.name : `${one.name}:${key}`,
      before: before === null ? null : stated(before),
      after: stated(record),
    },
  };
}

const creation = (one: AnyRegister): WriteRoute =>
  writeRoute({
    method: 'POST',
    path: `/${one.name}`,
    summary: `A new record of the register of ${one.name}; its key is never used again`,
    action: `${one.name}.create`,
    right: 'keep-registers',
    touches: 'record',
    body: one.input,
    reply: registerEntrySchema,
    act: async (ask) => {
      const key = (ask.body as Record<string, unknown>)[one.keyField];
      const taken = (await one.read(ask.db)).some((row) => row[one.keyField] === key);
      if (taken) {
        const message = ask.lang === 'zh' ? '这个编号已经用过。' : 'This key is in use.';
        throw new ProblemError('conflict', message, { fields: [{ path: one.keyField, message }] });
      }
      return { status: 201 as const, ...(await written(one, ask, null)) };
    },
  });

const change = (one: AnyRegister, path: `/${string}`): WriteRoute =>
  writeRoute({
    method: 'PUT',
    path,
    summary: `A further revision of a record of ${one.name}. If-Match names the version it is made on`,
    action: `${one.name}.change`,
    right: 'keep-registers',
    touches: 'record',
    body: one.input,
    reply: registerEntrySchema,
    act: async (ask) => {
      const records = await one.read(ask.db);
      const key = one.name === 'workspace' ? KEY : ask.key;
      const before = records.find((row) => row[one.keyField] === key);
      if (before === undefined)
        throw notFound(
          'record',
          key,
          records.map((row) => String(row[one.keyField])),
        );
      await checkVersion(ask.db, one.keyField, before, ask.ifMatch);
      const given = (ask.body as Record<string, unknown>)[one.keyField];
      if (given !== undefined && given !== key) {
        const message = ask.lang === 'zh' ? '编号不能改。' : 'A key does not change.';
        throw new ProblemError('not-accepted', message, {
          fields: [{ path: one.keyField, message }],
        });
      }
      return { status: 200 as const, ...(await written(one, ask, before)) };
    },
  });

export const registerWrites: readonly WriteRoute[] = [
  change(workspace, '/workspace'),
  ...registers.flatMap((one) => [creation(one), change(one, `/${one.name}/{${one.keyField}}`)]),
];
