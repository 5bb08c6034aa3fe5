/**
 * Ledgers: rows that are appended once. A row that a later row supersedes no longer stands, from the instant at
 * which the later one was recorded.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, IsoDate } from '#core/domain/records.ts';
import { type DatedSlice, isKnown, type Page } from './revisions.ts';
import type { Database, Db, LedgerTable } from './tables.ts';

export type SupersedingTable = Exclude<LedgerTable, 'check_ins'>;

const lastDayColumn = {
  observations: 'as_of_last',
  movements: 'as_of_last',
  ticks: 'done_last',
} as const;

/** Up to when, in both times; null = no bound. */
export type Bounds = { readonly knownAt: Instant | null; readonly asOfLast: IsoDate | null };

/** True for the row `alias` where it is known and nothing known supersedes it. */
export function stands(
  table: SupersedingTable,
  alias: string,
  knownAt: Instant | null,
): RawBuilder<SqlBool> {
  return sql`(${isKnown(alias, knownAt)} and not exists (select 1 from ${sql.table(table)} later
    where later.supersedes = ${sql.ref(`${alias}.id`)} and ${isKnown('later', knownAt)}))`;
}

/** Whose rows: of one thing, of several, or (null) of all. */
export type Ids = string | readonly string[] | null;

/** Which rows of tasks. */
export type OfTasks = { readonly task: Ids };

/** The condition that a column, which holds ids, asks of its row. */
export function isOf(column: string, ids: Ids): RawBuilder<SqlBool>[] {
  if (ids === null) return [];
  if (typeof ids === 'string') return [sql`${sql.ref(column)} = ${ids}`];
  return [ids.length === 0 ? sql`1 = 0` : sql`${sql.ref(column)} in (${sql.join(ids)})`];
}

/** Order of a ledger: by the day in `column`, then as recorded. */
export function oldestFirst<C extends string>(column: C) {
  type Row = Record<C | 'recorded_at' | 'id', string>;
  return (a: Row, b: Row): number => {
    for (const key of [column, 'recorded_at', 'id'] as const) {
      if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
    }
    return 0;
  };
}

/**
 * Leaves out every row whose chain of corrections does not end among the rows: what is known to be wrong must not
 * come back in a picture only because its correction is of a later day.
 */
function withWholeChains<T extends { id: string; superseded_by: string | null }>(
  rows: readonly T[],
): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const endsHere = (row: T): boolean => {
    let last: T | undefined = row;
    while (last && last.superseded_by !== null) last = byId.get(last.superseded_by);
    return last !== undefined;
  };
  return rows.filter(endsHere);
}

/**
 * Rows known by the instant and dated by the day, oldest first. Superseded rows come along with what superseded them;
 * where the newest correction of a row is dated after the day, the row is left out.
 */
export async function boundedRows<T extends SupersedingTable>(
  db: Db,
  table: T,
  { knownAt, asOfLast }: Bounds,
  where: readonly RawBuilder<SqlBool>[] = [],
): Promise<Database[T][]> {
  const last = sql.ref(`r.${lastDayColumn[table]}`);
  const conditions = [isKnown('r', knownAt), ...where];
  if (asOfLast !== null) conditions.push(sql<SqlBool>`${last} <= ${asOfLast}`);
  const { rows } = await sql<Database[T] & { id: string; superseded_by: string | null }>`
    select r.*, (
      select later.id from ${sql.table(table)} later where later.supersedes = r.id and ${isKnown('later', knownAt)}
    ) as superseded_by
    from ${sql.table(table)} r
    where ${sql.join(conditions, sql` and `)}
    order by ${last}, r.recorded_at, r.id`.execute(db);
  return withWholeChains(rows);
}

/**
 * One page of what stands by the day, newest first: what may be corrected. Nothing that is known to be wrong is among
 * it, also where its correction is of a later day.
 */
export async function standingPage<T extends Exclude<SupersedingTable, 'ticks'>>(
  db: Db,
  table: T,
  of: readonly RawBuilder<SqlBool>[],
  { asOf, after, limit }: DatedSlice,
): Promise<Page<Database[T]>> {
  const order = sql`r.as_of_last, r.recorded_at, r.id`;
  const before =
    after === null
      ? sql``
      : sql`and (${order}) < (select r.as_of_last, r.recorded_at, r.id from ${sql.table(table)} r
          where r.id = ${after})`;
  const { rows } = await sql<Database[T] & { id: string }>`select r.* from ${sql.table(table)} r
    where ${sql.join(of, sql` and `)} and r.as_of_last <= ${asOf} and ${stands(table, 'r', null)} ${before}
    order by r.as_of_last desc, r.recorded_at desc, r.id desc limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
