import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { sqliteDialect } from '#server/db/dialects.ts';
import { migrateToLatest } from '#server/db/migrate.ts';
import type { Database, Db } from '#server/db/tables.ts';
import { dataVersionQuery } from '#server/store/store.repository.ts';
import { acquireLock, refuseIfHeld } from './lock.ts';
import { forKysely, numberReader, openSqlite, openSqliteReader } from './sqlite.ts';
import { checkSqliteFile } from './sqlite-checks.ts';
import { StartError, wordsOf } from './start-error.ts';
import type { Store } from './store.ts';

/**
 * How long one statement may hold up the process while another program holds the file; transactions wait longer,
 * without holding up anybody (see `PatientSqliteDriver`).
 */
const HOLD_UP_MS = 100;

function notWritable(place: string, error: unknown): StartError {
  return new StartError(
    'not-writable',
    `${place} cannot be written (${wordsOf(error)}). Give the process the right to, or set DATA_DIR to another place.`,
    `无法写入 ${place}（${wordsOf(error)}）。请授予写入权限，或将 DATA_DIR 设为其他位置。`,
    error,
  );
}

function writable(place: string, prepare: (place: string) => void): void {
  try {
    prepare(place);
  } catch (error) {
    throw notWritable(place, error);
  }
}

const mayWrite = (place: string): void => accessSync(place, constants.W_OK);

function connect(file: string): Db {
  const database = openSqlite(file);
  database.exec('PRAGMA journal_mode = WAL');
  return new Kysely<Database>({ dialect: sqliteDialect(forKysely(database)) });
}

/** Makes a name in a folder as lasting as the file behind it; Windows knows no such step. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Builds the store under another name and renames it when it is whole: a store is never there by halves. */
async function create(file: string): Promise<void> {
  const draft = `${file}.new`;
  const leftovers = () => {
    for (const name of [draft, `${draft}-journal`]) rmSync(name, { force: true });
  };
  leftovers();
  try {
    const db = new Kysely<Database>({ dialect: sqliteDialect(forKysely(openSqlite(draft))) });
    try {
      await migrateToLatest(db);
    } finally {
      await db.destroy();
    }
    renameSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    leftovers();
    throw notWritable(dirname(file), error);
  }
}

async function openChecked(file: string): Promise<Db> {
  const db = connect(file);
  try {
    await migrateToLatest(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Opens the file, or creates it. Looks before it touches: until every check has passed nothing is written.
 * Throws StartError.
 */
export async function openSqliteStore(file: string): Promise<Store> {
  const folder = dirname(file);
  refuseIfHeld(file);
  const exists = existsSync(file);
  if (exists) {
    checkSqliteFile(file);
    writable(file, mayWrite);
  } else {
    writable(folder, (place) => mkdirSync(place, { recursive: true }));
  }
  writable(folder, mayWrite);
  const lock = acquireLock(file);
  try {
    if (!exists) await create(file);
    const db = await openChecked(file);
    await sql`pragma busy_timeout = ${sql.lit(HOLD_UP_MS)}`.execute(db);
    const readDb = new Kysely<Database>({
      dialect: sqliteDialect(forKysely(openSqliteReader(file))),
    });
    const version = numberReader(file, dataVersionQuery(db).compile().sql, 'version');
    const close = async () => {
      version.close();
      await readDb.destroy();
      await db.destroy();
      lock.release();
    };
    return { db, readDb, engine: 'sqlite', place: file, dataVersion: version.read, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
