/** A further connection to a store that this process has open already: it was looked at, and is only read here. */
import { Kysely } from 'kysely';
import { sqliteDialect } from '#server/db/dialects.ts';
import type { Database } from '#server/db/tables.ts';
import type { StoreConfig } from './config.ts';
import { forKysely, openSqliteReader } from './sqlite.ts';
import type { Store } from './store.ts';

export async function openReader(config: StoreConfig): Promise<Pick<Store, 'db' | 'close'>> {
  // Its driver is loaded where it is needed: a thread starts the sooner.
  if (config.kind === 'postgres')
    return (await import('./postgres.ts')).openPostgresStore(config.url);
  const dialect = sqliteDialect(forKysely(openSqliteReader(config.file)));
  const db = new Kysely<Database>({ dialect });
  return { db, close: () => db.destroy() };
}
