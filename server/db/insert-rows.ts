import { sql } from 'kysely';
import type { Database, Db } from './tables.ts';

/** SQLite takes at most 32766 values in one statement, PostgreSQL 65535; this stays well below both. */
const VALUES_PER_STATEMENT = 4000;

/** Appends rows, several to a statement. All rows have the same columns. */
export async function insertRows<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Database[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Database[T] & string)[];
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const size = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length));
  for (let start = 0; start < rows.length; start += size) {
    const values = rows
      .slice(start, start + size)
      .map((row) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
  }
}
