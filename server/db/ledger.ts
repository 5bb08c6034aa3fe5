/**
 * Ledgers: rows that are appended once. A row that a later row supersedes no longer stands, from the instant at
 * which the later one was recorded.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, IsoDate } from '#core/domain/records.ts';
import { isKnown } from './revisions.ts';
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

/**
 * Rows known by the instant and dated by the day, superseded ones among them, oldest first. A row whose correction is
 * dated after the day is left out with it: what is known to be wrong must not come back in an earlier picture.
 */
export async function boundedRows<T extends SupersedingTable>(
  db: Db,
  table: T,
  { knownAt, asOfLast }: Bounds,
  where: readonly RawBuilder<SqlBool>[] = [],
): Promise<Database[T][]> {
  const last = lastDayColumn[table];
  const conditions = [isKnown('r', knownAt), ...where];
  if (asOfLast !== null) {
    conditions.push(sql<SqlBool>`${sql.ref(`r.${last}`)} <= ${asOfLast}`);
    conditions.push(sql<SqlBool>`not exists (select 1 from ${sql.table(table)} later where later.supersedes = r.id
      and ${isKnown('later', knownAt)} and ${sql.ref(`later.${last}`)} > ${asOfLast})`);
  }
  const { rows } = await sql<Database[T]>`select r.* from ${sql.table(table)} r
    where ${sql.join(conditions, sql` and `)}
    order by ${sql.ref(`r.${last}`)}, r.recorded_at, r.id`.execute(db);
  return rows;
}
