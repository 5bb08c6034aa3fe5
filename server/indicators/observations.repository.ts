import { type SqlBool, sql } from 'kysely';
import { lastDay } from '#core/domain/dates.ts';
import type { Instant, IsoDate, ObservationRecord } from '#core/domain/records.ts';
import { IDS_PER_STATEMENT } from '#server/db/chunks.ts';
import {
  periodColumns,
  periodOrNull,
  recordedColumns,
  recordedFields,
} from '#server/db/columns.ts';
import { fromDecimal, toDecimal } from '#server/db/decimal.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import {
  type Bounds,
  boundedRows,
  type Ids,
  isOf,
  oldestFirst,
  standingPage,
  stands,
} from '#server/db/ledger.ts';
import { type DatedSlice, isKnown, type Page } from '#server/db/revisions.ts';
import type { Db, ObservationRow } from '#server/db/tables.ts';

const toRecord = (row: ObservationRow): ObservationRecord => ({
  id: row.id,
  indicator: row.indicator,
  value: fromDecimal(row),
  qualifier: row.qualifier,
  period: periodOrNull(row.period_from, row.period_to),
  asOf: row.as_of,
  source: row.source,
  supersedes: row.supersedes,
  reason: row.reason,
  submission: row.submission,
  ...recordedFields(row),
});

/** Every observation within the bounds, superseded ones among them, oldest first; of the given indicators. */
export async function readObservations(
  db: Db,
  { indicator, ...bounds }: Bounds & { indicator: Ids },
): Promise<ObservationRecord[]> {
  const where = isOf('r.indicator', indicator);
  return (await boundedRows(db, 'observations', bounds, where)).map(toRecord);
}

/** What stands of one indicator by the day, newest first. */
export async function listStandingObservations(
  db: Db,
  indicator: string,
  slice: DatedSlice,
): Promise<Page<ObservationRecord>> {
  const of = isOf('r.indicator', indicator);
  const { items, next } = await standingPage(db, 'observations', of, slice);
  return { items: items.map(toRecord), next };
}

/**
 * For each indicator the newest standing observation dated by `day` (all of them, where several share its last day).
 * One index look-up per indicator, however long its history is.
 */
async function newestRows(
  db: Db,
  day: IsoDate,
  knownAt: Instant | null,
  indicators: Ids,
): Promise<ObservationRow[]> {
  const own = [sql<SqlBool>`i.revision = 1`, ...isOf('i.id', indicators)];
  const { rows } = await sql<ObservationRow>`
    with newest as materialized (
      select i.id as indicator, (
        select o.as_of_last from observations o
        where o.indicator = i.id and o.as_of_last <= ${day} and ${stands('observations', 'o', knownAt)}
        order by o.as_of_last desc limit 1
      ) as as_of_last
      from indicators i where ${sql.join(own, sql` and `)}
    )
    select o.* from newest
    join observations o on o.indicator = newest.indicator and o.as_of_last = newest.as_of_last
    where ${stands('observations', 'o', knownAt)}`.execute(db);
  return rows;
}

/** The known rows that the given ones took the place of, and those before them, to the first of each chain. */
async function predecessors(
  db: Db,
  rows: readonly ObservationRow[],
  knownAt: Instant | null,
): Promise<ObservationRow[]> {
  const found: ObservationRow[] = [];
  let open = rows.flatMap((row) => (row.supersedes === null ? [] : [row.supersedes]));
  while (open.length > 0) {
    const ids = open.slice(0, IDS_PER_STATEMENT);
    const { rows: earlier } = await sql<ObservationRow>`select o.* from observations o
      where o.id in (${sql.join(ids)}) and ${isKnown('o', knownAt)}`.execute(db);
    found.push(...earlier);
    open = [
      ...open.slice(IDS_PER_STATEMENT),
      ...earlier.flatMap((row) => (row.supersedes === null ? [] : [row.supersedes])),
    ];
  }
  return found;
}

/**
 * What a picture of two days needs and no more: the newest standing observations at each day, with the rows that
 * they superseded. Oldest first.
 */
export async function readNewestObservations(
  db: Db,
  {
    knownAt,
    days,
    indicators = null,
  }: {
    knownAt: Instant | null;
    days: readonly IsoDate[];
    indicators?: Ids;
  },
): Promise<ObservationRecord[]> {
  const rows = new Map<string, ObservationRow>();
  for (const day of new Set(days)) {
    for (const row of await newestRows(db, day, knownAt, indicators)) rows.set(row.id, row);
  }
  for (const row of await predecessors(db, [...rows.values()], knownAt)) rows.set(row.id, row);
  return [...rows.values()].toSorted(oldestFirst('as_of_last')).map(toRecord);
}

/** Codes of the indicators of which something was recorded after the instant. */
export async function indicatorsObservedSince(db: Db, after: Instant): Promise<string[]> {
  // Not `distinct`: SQLite would walk the whole of a longer index instead.
  const { rows } = await sql<{ indicator: string }>`select o.indicator from observations o
    where o.recorded_at > ${after}`.execute(db);
  return [...new Set(rows.map((row) => row.indicator))];
}

export async function appendObservations(
  db: Db,
  records: readonly ObservationRecord[],
): Promise<void> {
  const rows = records.map((record) => ({
    id: record.id,
    ...recordedColumns(record),
    indicator: record.indicator,
    ...toDecimal(record.value),
    qualifier: record.qualifier,
    ...periodColumns(record.period),
    as_of: record.asOf,
    as_of_last: lastDay(record.asOf),
    source: record.source,
    supersedes: record.supersedes,
    reason: record.reason,
    submission: record.submission,
  }));
  await insertRows(db, 'observations', rows);
}
