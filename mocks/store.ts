/** The mock's store: the server's own tables, migrations and repositories over SQLite in this process's memory. */
import { Kysely, sql } from 'kysely';
import type { Dataset } from '#core/domain/records.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { SQLITE_PRAGMAS, sqliteDialect } from '#server/db/dialects.ts';
import { migrateToLatest } from '#server/db/migrate.ts';
import type { Database, Db } from '#server/db/tables.ts';
import { openSqliteWasm } from './sqlite-wasm.ts';

/** A new store that holds these records. It lives until `db.destroy()`, or until the page is closed. */
export async function openMockStore(dataset: Dataset): Promise<Db> {
  const db = new Kysely<Database>({ dialect: sqliteDialect(await openSqliteWasm()) });
  for (const pragma of SQLITE_PRAGMAS) await sql.raw(pragma).execute(db);
  await migrateToLatest(db);
  await loadDataset(db, dataset);
  return db;
}
