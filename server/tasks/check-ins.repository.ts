/** What owners reported: ticked milestones and check-ins. */
import { type SqlBool, sql } from 'kysely';
import { lastDay } from '#core/domain/dates.ts';
import type { CheckInRecord, Instant, IsoDate, TickRecord } from '#core/domain/records.ts';
import { recordedColumns, recordedFields } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { type Bounds, boundedRows, isOf, type OfTasks, oldestFirst } from '#server/db/ledger.ts';
import { isKnown } from '#server/db/revisions.ts';
import type { CheckInRow, Db, TickRow } from '#server/db/tables.ts';

const toTick = (row: TickRow): TickRecord => ({
  id: row.id,
  milestone: row.milestone,
  doneOn: row.done_on,
  checkIn: row.check_in,
  source: row.source,
  supersedes: row.supersedes,
  ...recordedFields(row),
});

const toCheckIn = (row: CheckInRow): CheckInRecord => ({
  id: row.id,
  task: row.task,
  asOf: row.as_of,
  status: row.status,
  progress: row.progress,
  difficulty: row.difficulty,
  next: row.next,
  submission: row.submission,
  ...recordedFields(row),
});

/** Ticks within the bounds, superseded ones among them, oldest first; of the given tasks. */
export async function readTicks(
  db: Db,
  { task, ...bounds }: Bounds & OfTasks,
): Promise<TickRecord[]> {
  const where = isOf('m.task', task).map(
    (own) => sql<SqlBool>`r.milestone in (select m.id from milestones m where ${own})`,
  );
  return (await boundedRows(db, 'ticks', bounds, where)).map(toTick);
}

/** Check-ins within the bounds, oldest first; of the given tasks. */
export async function readCheckIns(
  db: Db,
  { knownAt, asOfLast, task }: Bounds & OfTasks,
): Promise<CheckInRecord[]> {
  const conditions = [isKnown('c', knownAt), ...isOf('c.task', task)];
  if (asOfLast !== null) conditions.push(sql<SqlBool>`c.as_of <= ${asOfLast}`);
  const { rows } = await sql<CheckInRow>`select c.* from check_ins c
    where ${sql.join(conditions, sql` and `)} order by c.as_of, c.recorded_at, c.id`.execute(db);
  return rows.map(toCheckIn);
}

/** For each task its newest check-in at each of the days. One index look-up per task, however often it reported. */
export async function readNewestCheckIns(
  db: Db,
  {
    knownAt,
    days,
    task = null,
  }: { knownAt: Instant | null; days: readonly IsoDate[] } & Partial<OfTasks>,
): Promise<CheckInRecord[]> {
  const found = new Map<string, CheckInRow>();
  const of = sql.join([sql`t.revision = 1`, ...isOf('t.id', task)], sql` and `);
  for (const day of new Set(days)) {
    const { rows } = await sql<CheckInRow>`
      with newest as materialized (
        select (
          select c.id from check_ins c where c.task = t.id and c.as_of <= ${day} and ${isKnown('c', knownAt)}
          order by c.as_of desc, c.recorded_at desc, c.id desc limit 1
        ) as id
        from tasks t where ${of}
      )
      select c.* from newest join check_ins c on c.id = newest.id`.execute(db);
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].toSorted(oldestFirst('as_of')).map(toCheckIn);
}

export async function appendTicks(db: Db, records: readonly TickRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    id: record.id,
    ...recordedColumns(record),
    milestone: record.milestone,
    done_on: record.doneOn,
    done_last: lastDay(record.doneOn),
    check_in: record.checkIn,
    source: record.source,
    supersedes: record.supersedes,
  }));
  await insertRows(db, 'ticks', rows);
}

export async function appendCheckIns(db: Db, records: readonly CheckInRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    id: record.id,
    ...recordedColumns(record),
    task: record.task,
    as_of: record.asOf,
    status: record.status,
    progress: record.progress,
    difficulty: record.difficulty,
    next: record.next,
    submission: record.submission,
  }));
  await insertRows(db, 'check_ins', rows);
}
