/** Looks at a database file before anything is allowed to open it for writing. Changes nothing on disk. */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { APPLICATION_ID } from '#server/db/dialects.ts';
import { SCHEMA_VERSION } from '#server/db/migrate.ts';
import { StartError, wordsOf } from './start-error.ts';

/** The header of a SQLite file: https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const descriptor = openSync(file, 'r');
    try {
      const length = readSync(descriptor, header, 0, HEADER_BYTES, 0);
      return header.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new StartError(
      'unreadable',
      `The store ${file} cannot be read (${wordsOf(error)}).`,
      `无法读取数据库 ${file}（${wordsOf(error)}）。`,
      error,
    );
  }
}

export function newerDatabase(what: string): StartError {
  return new StartError(
    'newer-database',
    `The store ${what} was written by a newer version of the cockpit than this one. Start that version, or restore a backup.`,
    `数据库 ${what} 由更新版本的驾驶舱写入。请启动该版本，或恢复备份。`,
  );
}

function damaged(file: string, why: string): StartError {
  return new StartError(
    'damaged',
    `The store ${file} is damaged (${why}). It was left as it is; restore a backup.`,
    `数据库 ${file} 已损坏（${why}）。文件未被改动，请恢复备份。`,
  );
}

/** What SQLite itself says of the whole file. */
type Inspection = { readonly words: string; readonly schemaVersion: number };

/**
 * Reads the whole file. One with nothing waiting in a -wal is opened as immutable, which creates no -wal or -shm beside
 * it; one that a crash left with a -wal has to be read together with it, its schema version too.
 */
function inspect(file: string): Inspection {
  const url = pathToFileURL(file);
  const crashed = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (!crashed) url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  try {
    const words = String(database.prepare('pragma quick_check(1)').get()?.quick_check);
    return {
      words,
      schemaVersion: Number(database.prepare('pragma user_version').get()?.user_version),
    };
  } finally {
    database.close();
  }
}

function checkContent(file: string): void {
  const hadShm = existsSync(`${file}-shm`);
  try {
    const { words, schemaVersion } = inspect(file);
    if (words !== 'ok') throw damaged(file, words.replaceAll(/\s+/g, ' '));
    if (schemaVersion > SCHEMA_VERSION) throw newerDatabase(file);
  } catch (error) {
    if (!hadShm) rmSync(`${file}-shm`, { force: true });
    throw error instanceof StartError ? error : damaged(file, wordsOf(error));
  }
}

/**
 * Throws StartError where the file is no sound store of this product and version.
 *
 * A file of 0 bytes is refused too. SQLite would take it for a new database; but a store comes into being whole (it is
 * built under another name, then renamed), so an empty file is one that lost its content, or not ours.
 */
export function checkSqliteFile(file: string): void {
  if (statSync(file).isDirectory()) {
    throw new StartError(
      'not-a-database',
      `${file} is a folder, not a database file.`,
      `${file} 是文件夹，不是数据库文件。`,
    );
  }
  const header = headerOf(file);
  if (header.length === 0) {
    throw new StartError(
      'empty-file',
      `The store ${file} is empty (0 bytes): a database was lost here, or the file is not one. Restore a backup, or delete the file to start anew.`,
      `数据库 ${file} 为空文件（0 字节）：数据已丢失，或它不是数据库。请恢复备份；如需重新开始，请删除该文件。`,
    );
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StartError(
      'not-a-database',
      `${file} is not a SQLite database. Set DATABASE_FILE or DATA_DIR to another place.`,
      `${file} 不是 SQLite 数据库。请将 DATABASE_FILE 或 DATA_DIR 设为其他位置。`,
    );
  }
  if (header.length < HEADER_BYTES) throw damaged(file, 'the file ends within its header');
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new StartError(
      'foreign-database',
      `${file} is a SQLite database of another program. Set DATABASE_FILE or DATA_DIR to another place.`,
      `${file} 是其他程序的 SQLite 数据库。请将 DATABASE_FILE 或 DATA_DIR 设为其他位置。`,
    );
  }
  if (header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION) throw newerDatabase(file);
  checkContent(file);
}
