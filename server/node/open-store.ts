import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { sqliteDialect } from '#server/db/dialects.ts';
import type { Database } from '#server/db/tables.ts';
import type { StoreConfig } from './config.ts';
import { openPostgresStore } from './postgres.ts';
import { forKysely } from './sqlite.ts';
import { checkSqliteFile } from './sqlite-checks.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { StartError } from './start-error.ts';
import type { Store } from './store.ts';

/** Opens and migrates the store that the configuration names. Throws StartError; then nothing was changed. */
export async function openStore(config: StoreConfig): Promise<Store> {
  return config.kind === 'sqlite' ? openSqliteStore(config.file) : openPostgresStore(config.url);
}

/**
 * Opens a store to look into it, also while a server has it open: a file is opened for reading alone, and neither
 * created nor migrated. Throws StartError.
 */
export async function openStoreToRead(
  config: StoreConfig,
): Promise<Pick<Store, 'db' | 'place' | 'close'>> {
  if (config.kind === 'postgres') return openPostgresStore(config.url);
  const { file } = config;
  if (!existsSync(file)) {
    throw new StartError(
      'no-such-database',
      `There is no store at ${file}; set DATA_DIR or DATABASE_FILE.`,
      `${file} 处没有数据库；请设置 DATA_DIR 或 DATABASE_FILE。`,
    );
  }
  checkSqliteFile(file);
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000');
  const db = new Kysely<Database>({ dialect: sqliteDialect(forKysely(database)) });
  return { db, place: file, close: () => db.destroy() };
}
