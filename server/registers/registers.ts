/** The registers that are kept by the one way of register.ts. */
import {
  departmentInputSchema,
  elementInputSchema,
  frameworkInputSchema,
  fundInputSchema,
  indicatorInputSchema,
  milestoneInputSchema,
  platformInputSchema,
  sourceInputSchema,
  targetInputSchema,
  taskInputSchema,
} from '#core/contract/registers.ts';
import { firstDay, lastDay } from '#core/domain/dates.ts';
import type { IndicatorRecord, IsoDate, PartialDate } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import { appendDepartments, readDepartments } from '#server/departments/departments.repository.ts';
import {
  appendElements,
  appendFrameworks,
  readElements,
  readFrameworks,
} from '#server/frameworks/frameworks.repository.ts';
import { appendFunds, readFunds } from '#server/funds/funds.repository.ts';
import {
  appendIndicators,
  appendTargets,
  readIndicators,
  readTargets,
} from '#server/indicators/indicators.repository.ts';
import { appendPlatforms, readPlatforms } from '#server/platforms/platforms.repository.ts';
import { appendSources, readSources } from '#server/sources/sources.repository.ts';
import {
  appendMilestones,
  appendTasks,
  readMilestones,
  readTasks,
} from '#server/tasks/tasks.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { type FieldFault, register } from './register.ts';
import { heldFaults, namedFaults } from './retirement-faults.ts';

const everything = { knownAt: null, asOfLast: null };

/** The due date as first stated stays, however often it is moved. */
function firstDue(
  due: PartialDate | null,
  before: { readonly due: PartialDate | null; readonly originalDue: PartialDate | null } | null,
): PartialDate | null {
  return before?.originalDue ?? before?.due ?? due;
}

/** Figures on record are in the unit that they were entered in. */
async function unitFaults(
  db: Db,
  unit: string,
  before: IndicatorRecord | null,
): Promise<FieldFault[]> {
  if (before === null || before.unit === unit) return [];
  const found = await db
    .selectFrom('observations')
    .select('id')
    .where('indicator', '=', before.code)
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return [];
  const zh = '已有指标值按原单位填报，单位不能改；请另建一个指标。';
  const en = 'Figures are on record in the unit so far; make another indicator instead.';
  return [{ path: 'unit', message: { zh, en } }];
}

async function placeFaults(
  db: Db,
  {
    framework,
    element,
    start,
    due,
  }: { framework: string | null; element: string | null; start: string | null; due: string | null },
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const elements = await readElements(db, null);
  const place = elements.find((row) => row.id === element);
  if (place !== undefined && place.framework !== framework) {
    const zh = '这个支柱不属于所选的框架。';
    const en = 'This pillar is of another framework.';
    faults.push({ path: 'element', message: { zh, en } });
  }
  if (start !== null && due !== null && lastDay(due) < firstDay(start)) {
    const zh = '到期早于开始。';
    const en = 'This is before the start.';
    faults.push({ path: 'due', message: { zh, en } });
  }
  return faults;
}

type Owned = { readonly ownerDepartment: string | null };

async function ownerFaults(
  db: Db,
  { ownerDepartment }: Owned,
  before: Owned | null,
  today: IsoDate,
): Promise<FieldFault[]> {
  const among = await readDepartments(db, null);
  const path = 'ownerDepartment';
  return namedFaults(
    [{ path, key: ownerDepartment, before: before?.ownerDepartment, among }],
    today,
  );
}

/** Who enters what has no owner is not retired before another keeper is named. */
async function keeperFaults(
  db: Db,
  { id, retiredOn }: { readonly id: string; readonly retiredOn: IsoDate | null },
): Promise<FieldFault[]> {
  const workspace = await findWorkspace(db, null);
  if (retiredOn === null || workspace?.keeperDepartment !== id) return [];
  const zh = '它是工作台的默认录入部门，请先换一个。';
  const en = 'It enters what has no owner; name another department in the workspace first.';
  return [{ path: 'retiredOn', message: { zh, en } }];
}

export const registers = [
  register({
    name: 'departments',
    input: departmentInputSchema,
    keyField: 'id',
    read: (db) => readDepartments(db, null),
    append: (db, record) => appendDepartments(db, [record]),
    complete: (input) => input,
    part: (record) => ({ departments: [record] }),
    faults: async (db, input) => {
      const isOwner = (row: { readonly ownerDepartment: string | null }) =>
        row.ownerDepartment === input.id;
      const held = { tasks: isOwner, indicators: isOwner, funds: isOwner };
      return [...(await keeperFaults(db, input)), ...(await heldFaults(db, input, held))];
    },
  }),
  register({
    name: 'sources',
    input: sourceInputSchema,
    keyField: 'id',
    read: (db) => readSources(db, null),
    append: (db, record) => appendSources(db, [record]),
    complete: (input) => input,
    part: (record) => ({ sources: [record] }),
  }),
  register({
    name: 'indicators',
    input: indicatorInputSchema,
    keyField: 'code',
    read: (db) => readIndicators(db, null),
    append: (db, record) => appendIndicators(db, [record]),
    complete: (input) => input,
    part: (record) => ({ indicators: [record] }),
    faults: async (db, input, before, today) => [
      ...(await unitFaults(db, input.unit, before)),
      ...(await ownerFaults(db, input, before, today)),
    ],
  }),
  register({
    name: 'targets',
    input: targetInputSchema,
    keyField: 'id',
    read: (db) => readTargets(db, { knownAt: null, indicator: null }),
    append: (db, record) => appendTargets(db, [record]),
    complete: (input) => input,
    part: (record) => ({ targets: [record] }),
    faults: async (db, { indicator }, before, today) => {
      const among = await readIndicators(db, null);
      return namedFaults(
        [{ path: 'indicator', key: indicator, before: before?.indicator, among }],
        today,
      );
    },
  }),
  register({
    name: 'funds',
    input: fundInputSchema,
    keyField: 'id',
    read: (db) => readFunds(db, null),
    append: (db, record) => appendFunds(db, [record]),
    complete: (input) => input,
    part: (record) => ({ funds: [record] }),
    faults: (db, input, before, today) => ownerFaults(db, input, before, today),
  }),
  register({
    name: 'platforms',
    input: platformInputSchema,
    keyField: 'id',
    read: (db) => readPlatforms(db, everything),
    append: (db, record) => appendPlatforms(db, [record]),
    complete: (input) => input,
    part: (record) => ({ platforms: [record] }),
  }),
  register({
    name: 'frameworks',
    input: frameworkInputSchema,
    keyField: 'id',
    read: (db) => readFrameworks(db, null),
    append: (db, record) => appendFrameworks(db, [record]),
    complete: (input) => input,
    part: (record) => ({ frameworks: [record] }),
    faults: (db, input) => heldFaults(db, input, { tasks: (row) => row.framework === input.id }),
  }),
  register({
    name: 'elements',
    input: elementInputSchema,
    keyField: 'id',
    read: (db) => readElements(db, null),
    append: (db, record) => appendElements(db, [record]),
    complete: (input) => input,
    part: (record) => ({ elements: [record] }),
    faults: async (db, input, before, today) => [
      ...(await heldFaults(db, input, { tasks: (row) => row.element === input.id })),
      ...namedFaults(
        [
          {
            path: 'framework',
            key: input.framework,
            before: before?.framework,
            among: await readFrameworks(db, null),
          },
        ],
        today,
      ),
    ],
  }),
  register({
    name: 'tasks',
    input: taskInputSchema,
    keyField: 'id',
    read: (db) => readTasks(db, everything),
    append: (db, record) => appendTasks(db, [record]),
    complete: (input, before) => ({
      ...input,
      originalDue: firstDue(input.due, before),
      postponed: before?.postponed ?? 0,
    }),
    part: (record) => ({ tasks: [record] }),
    faults: async (db, input, before, today) => [
      ...(await placeFaults(db, input)),
      ...(await ownerFaults(db, input, before, today)),
      ...namedFaults(
        [
          {
            path: 'framework',
            key: input.framework,
            before: before?.framework,
            among: await readFrameworks(db, null),
          },
          {
            path: 'element',
            key: input.element,
            before: before?.element,
            among: await readElements(db, null),
          },
        ],
        today,
      ),
    ],
  }),
  register({
    name: 'milestones',
    input: milestoneInputSchema,
    keyField: 'id',
    read: (db) => readMilestones(db, { ...everything, task: null }),
    append: (db, record) => appendMilestones(db, [record]),
    complete: (input, before) => ({
      ...input,
      originalDue: firstDue(input.due, before),
      postponed: before?.postponed ?? 0,
    }),
    part: (record) => ({ milestones: [record] }),
    faults: async (db, { task }, before, today) => {
      const among = await readTasks(db, everything);
      return namedFaults([{ path: 'task', key: task, before: before?.task, among }], today);
    },
  }),
] as const;
