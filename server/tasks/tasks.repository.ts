import { type SqlBool, sql } from 'kysely';
import { lastDay } from '#core/domain/dates.ts';
import type {
  Bilingual,
  Instant,
  IsoDate,
  MilestoneRecord,
  TaskRecord,
} from '#core/domain/records.ts';
import {
  fromJson,
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  recordedColumns,
  recordedFields,
  retirableColumns,
  retirableFields,
  toJson,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { type Bounds, isOf, type OfTasks } from '#server/db/ledger.ts';
import { currentRow, currentRows, withRevisions } from '#server/db/revisions.ts';
import type { Db, MilestoneRow, TaskRow } from '#server/db/tables.ts';
import { countPostponements } from './postponements.ts';

type Counts = ReadonlyMap<string, number>;

const toRecord = (row: TaskRow, postponed: Counts): TaskRecord => ({
  id: row.id,
  framework: row.framework,
  element: row.element,
  placedByDefault: row.placed_by_default === 1,
  title: { zh: row.title_zh, en: row.title_en },
  short: nameOrNull(row.short_zh, row.short_en),
  group: nameOrNull(row.group_zh, row.group_en),
  ownerDepartment: row.owner_department,
  partners: fromJson<Bilingual[]>(row.partners),
  crossFlags: fromJson<TaskRecord['crossFlags']>(row.cross_flags),
  start: row.start,
  due: row.due,
  originalDue: row.original_due,
  postponed: postponed.get(row.id) ?? 0,
  registeredOn: row.registered_on,
  sources: fromJson<string[]>(row.sources),
  rhythmDays: row.rhythm_days,
  ordinal: row.ordinal,
  note: nameOrNull(row.note_zh, row.note_en),
  indicators: fromJson<string[]>(row.indicators),
  ...retirableFields(row),
  ...recordedFields(row),
});

const toMilestone = (row: MilestoneRow, postponed: Counts): MilestoneRecord => ({
  id: row.id,
  task: row.task,
  ordinal: row.ordinal,
  title: { zh: row.title_zh, en: row.title_en },
  due: row.due,
  originalDue: row.original_due,
  postponed: postponed.get(row.id) ?? 0,
  registeredOn: row.registered_on,
  source: row.source,
  ...recordedFields(row),
});

const registeredBy = (day: IsoDate | null) =>
  day === null ? [] : [sql<SqlBool>`r.registered_last <= ${day}`];

/** Tasks within the bounds (registered by the day, known by the instant), by id; the given ones of them. */
export async function readTasks(
  db: Db,
  { knownAt, asOfLast, task = null }: Bounds & Partial<OfTasks>,
): Promise<TaskRecord[]> {
  const where = [...registeredBy(asOfLast), ...isOf('r.id', task)];
  const postponed = await countPostponements(db, 'tasks', knownAt);
  return (await currentRows(db, 'tasks', { knownAt, where })).map((row) =>
    toRecord(row, postponed),
  );
}

/** null = no such task, or not yet known at the instant. */
export async function findTask(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<TaskRecord | null> {
  const row = await currentRow(db, 'tasks', id, knownAt);
  return row && toRecord(row, await countPostponements(db, 'tasks', knownAt));
}

/** Milestones within the bounds, by id; of the given tasks. */
export async function readMilestones(
  db: Db,
  { knownAt, asOfLast, task }: Bounds & OfTasks,
): Promise<MilestoneRecord[]> {
  const where = [...registeredBy(asOfLast), ...isOf('r.task', task)];
  const postponed = await countPostponements(db, 'milestones', knownAt);
  return (await currentRows(db, 'milestones', { knownAt, where })).map((row) =>
    toMilestone(row, postponed),
  );
}

export async function appendTasks(db: Db, records: readonly TaskRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'tasks', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    framework: record.framework,
    element: record.element,
    placed_by_default: record.placedByDefault ? 1 : 0,
    ...nameColumns('title', record.title),
    ...nameColumnsOrNull('short', record.short),
    ...nameColumnsOrNull('group', record.group),
    owner_department: record.ownerDepartment,
    partners: toJson(record.partners),
    cross_flags: toJson(record.crossFlags),
    start: record.start,
    due: record.due,
    original_due: record.originalDue,
    registered_on: record.registeredOn,
    registered_last: lastDay(record.registeredOn),
    sources: toJson(record.sources),
    rhythm_days: record.rhythmDays,
    ordinal: record.ordinal,
    ...nameColumnsOrNull('note', record.note),
    indicators: toJson(record.indicators),
  }));
  await insertRows(db, 'tasks', rows);
}

export async function appendMilestones(db: Db, records: readonly MilestoneRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'milestones', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    task: record.task,
    ordinal: record.ordinal,
    ...nameColumns('title', record.title),
    due: record.due,
    original_due: record.originalDue,
    registered_on: record.registeredOn,
    registered_last: lastDay(record.registeredOn),
    source: record.source,
  }));
  await insertRows(db, 'milestones', rows);
}
