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
import type { IndicatorRecord, PartialDate } from '#core/domain/records.ts';
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
import { type FieldFault, register } from './register.ts';

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

export const registers = [
  register({
    name: 'departments',
    input: departmentInputSchema,
    keyField: 'id',
    read: (db) => readDepartments(db, null),
    append: (db, record) => appendDepartments(db, [record]),
    complete: (input) => input,
    part: (record) => ({ departments: [record] }),
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
    faults: (db, input, before) => unitFaults(db, input.unit, before),
  }),
  register({
    name: 'targets',
    input: targetInputSchema,
    keyField: 'id',
    read: (db) => readTargets(db, { knownAt: null, indicator: null }),
    append: (db, record) => appendTargets(db, [record]),
    complete: (input) => input,
    part: (record) => ({ targets: [record] }),
  }),
  register({
    name: 'funds',
    input: fundInputSchema,
    keyField: 'id',
    read: (db) => readFunds(db, null),
    append: (db, record) => appendFunds(db, [record]),
    complete: (input) => input,
    part: (record) => ({ funds: [record] }),
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
  }),
  register({
    name: 'elements',
    input: elementInputSchema,
    keyField: 'id',
    read: (db) => readElements(db, null),
    append: (db, record) => appendElements(db, [record]),
    complete: (input) => input,
    part: (record) => ({ elements: [record] }),
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
    faults: (db, input) => placeFaults(db, input),
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
  }),
] as const;
