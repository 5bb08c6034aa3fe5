/**
 * Registers: append-only revisions of a natural key. What counts at an instant is the highest revision
 * recorded by then; revisions of one key are recorded in order, so the highest known one is the newest.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import type { Database, Db, RegisterTable } from './tables.ts';

/** Which rows of a list: after a key (null = from the start), at most so many (null = all). */
export type Slice = { readonly after: string | null; readonly limit: number | null };

/** One page of a list as it is on a day, after a key (null = from the start). */
export type DatedSlice = {
  readonly asOf: IsoDate;
  readonly after: string | null;
  readonly limit: number;
};

/** One page of a list, and the key after which the next page starts; null = this was the last one. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

type Conditions = {
  /** null = everything that the store knows by now. */
  readonly knownAt: Instant | null;
  readonly slice?: Slice;
  /** Further conditions on the row, which is called `r`. */
  readonly where?: readonly RawBuilder<SqlBool>[];
};

/** True for the row `alias` where it was recorded by the instant. */
export function isKnown(alias: string, knownAt: Instant | null): RawBuilder<SqlBool> {
  return knownAt === null ? sql`1 = 1` : sql`${sql.ref(`${alias}.recorded_at`)} <= ${knownAt}`;
}

/** True for the row `alias` where it was recorded after the instant; null = whenever it was. */
export function isSince(alias: string, after: Instant | null): RawBuilder<SqlBool>[] {
  return after === null ? [] : [sql`${sql.ref(`${alias}.recorded_at`)} > ${after}`];
}

/** The revisions that count, ordered by id. */
export async function currentRows<T extends RegisterTable>(
  db: Db,
  table: T,
  { knownAt, slice = { after: null, limit: null }, where = [] }: Conditions,
): Promise<Database[T][]> {
  const conditions = [
    isKnown('r', knownAt),
    sql<SqlBool>`not exists (select 1 from ${sql.table(table)} n
      where n.id = r.id and n.revision > r.revision and ${isKnown('n', knownAt)})`,
    ...where,
  ];
  if (slice.after !== null) conditions.push(sql<SqlBool>`r.id > ${slice.after}`);
  const limit = slice.limit === null ? sql`` : sql`limit ${slice.limit}`;
  const { rows } = await sql<Database[T]>`select r.* from ${sql.table(table)} r
    where ${sql.join(conditions, sql` and `)} order by r.id ${limit}`.execute(db);
  return rows;
}

/** The revision of one key that counts; null = not known by the instant. */
export async function currentRow<T extends RegisterTable>(
  db: Db,
  table: T,
  id: string,
  knownAt: Instant | null,
): Promise<Database[T] | null> {
  const rows = await currentRows(db, table, { knownAt, where: [sql<SqlBool>`r.id = ${id}`] });
  return rows[0] ?? null;
}

/** One page of the revisions that count. `limit` is at least 1. */
/** The condition that a register's row is in use on the day; none where no day is asked about. */
export const isInUse = (day: IsoDate | null): RawBuilder<SqlBool>[] =>
  day === null ? [] : [sql<SqlBool>`(r.retired_on is null or r.retired_on > ${day})`];

export async function currentPage<T extends RegisterTable, R>(
  db: Db,
  table: T,
  query: {
    knownAt: Instant | null;
    after: string | null;
    limit: number;
    where?: RawBuilder<SqlBool>[];
  },
  record: (row: Database[T]) => R,
): Promise<Page<R>> {
  const { knownAt, after, limit, where = [] } = query;
  const rows = await currentRows(db, table, { knownAt, slice: { after, limit: limit + 1 }, where });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(record), next: rows.length > limit && last ? last.id : null };
}

/** Highest revision of each of the keys that the table already holds. */
async function revisionsOf(db: Db, table: RegisterTable): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, max(revision) as revision from ${sql.table(table)} group by id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.revision]));
}

/**
 * Pairs each record with the number of its revision, in the order of recording: 1 for a new key, else one more
 * than the store or an earlier record of the same call holds.
 */
export async function withRevisions<R extends Recorded>(
  db: Db,
  table: RegisterTable,
  records: readonly R[],
  key: (record: R) => string,
): Promise<{ record: R; id: string; revision: number }[]> {
  if (records.length === 0) return [];
  const reached = await revisionsOf(db, table);
  const inOrder = records.toSorted(
    (a, b) => Number(a.recordedAt > b.recordedAt) - Number(a.recordedAt < b.recordedAt),
  );
  return inOrder.map((record) => {
    const id = key(record);
    const revision = (reached.get(id) ?? 0) + 1;
    reached.set(id, revision);
    return { record, id, revision };
  });
}
