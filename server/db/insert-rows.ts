import { CompiledQuery } from 'kysely';
import { chunks } from './chunks.ts';
import { engineOf, parameter } from './dialects.ts';
import type { Database, Db } from './tables.ts';

/** SQLite takes at most 32766 values in one statement, PostgreSQL 65535; this stays well below both. */
const VALUES_PER_STATEMENT = 4000;

/**
 * Appends rows, several to a statement. All rows have the same columns. The statement is put together here: as a tree
 * of nodes it would cost more than the writing itself.
 */
export async function insertRows<T extends keyof Database>(
  db: Db,
  table: T,
  rows: readonly Database[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const engine = engineOf(db);
  const columns = Object.keys(first) as (keyof Database[T] & string)[];
  const names = columns.map((column) => `"${column}"`).join(', ');
  const size = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length));
  for (const some of chunks(rows, size)) {
    const values = some.map((_, row) => {
      const own = columns.map((__, index) => parameter(engine, row * columns.length + index + 1));
      return `(${own.join(', ')})`;
    });
    const text = `insert into "${table}" (${names}) values ${values.join(', ')}`;
    const parameters = some.flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery(CompiledQuery.raw(text, parameters));
  }
}
