/**
 * One process per store. The lock is a small SQLite file beside the store, on which the holder keeps a write
 * transaction open for as long as it lives: the operating system lets go of it when the process ends, however it
 * ends, so a lock left behind by a crash never has to be told from a live one. The file itself stays: removing it
 * would let two processes hold two files of the same name.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StartError, wordsOf } from './start-error.ts';

const SQLITE_BUSY = 5;

export type Lock = { release(): void };

/** What the lock file tells of its holder. */
type Holder = { readonly pid: number; readonly since: string };

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

function holderOf(database: DatabaseSync): Holder | null {
  try {
    const row = database.prepare('select pid, since from holder').get();
    return row ? { pid: Number(row.pid), since: String(row.since) } : null;
  } catch {
    return null; // its holder has only just begun to write the file
  }
}

function held(file: string, holder: Holder | null): StartError {
  const who = holder ? `process ${holder.pid} (since ${holder.since})` : 'another process';
  const whoZh = holder ? `进程 ${holder.pid}（自 ${holder.since}）` : '另一进程';
  return new StartError(
    'held',
    `The store ${file} is in use by ${who}. Stop it first, or give this one another DATA_DIR.`,
    `数据库 ${file} 正被${whoZh}使用。请先停止该进程，或为本进程另设 DATA_DIR。`,
  );
}

function open(lockFile: string): DatabaseSync {
  const database = new DatabaseSync(lockFile, { timeout: 0 });
  database.exec('pragma journal_mode = memory; pragma synchronous = off');
  return database;
}

const unusable = (lockFile: string, error: unknown): StartError =>
  new StartError(
    'not-writable',
    `The lock file ${lockFile} cannot be used (${wordsOf(error)}). If no cockpit runs on this store, delete it.`,
    `无法使用锁文件 ${lockFile}（${wordsOf(error)}）。若没有其他进程使用该数据库，请删除此文件。`,
    error,
  );

/** Throws StartError `held` where another process holds the store; changes nothing. */
export function refuseIfHeld(file: string): void {
  const lockFile = `${file}.lock`;
  if (!existsSync(lockFile)) return;
  let database: DatabaseSync | null = null;
  try {
    database = open(lockFile);
    database.exec('begin immediate');
    database.exec('rollback');
  } catch (error) {
    throw isBusy(error) ? held(file, database && holderOf(database)) : unusable(lockFile, error);
  } finally {
    database?.close();
  }
}

/** Takes the lock, creating its file where needed. Throws StartError. */
export function acquireLock(file: string): Lock {
  const lockFile = `${file}.lock`;
  let database: DatabaseSync | null = null;
  try {
    database = open(lockFile);
    database.exec('begin immediate');
    database.exec(
      'create table if not exists holder (pid integer not null, since text not null) strict',
    );
    database.exec('delete from holder');
    database
      .prepare('insert into holder (pid, since) values (?, ?)')
      .run(process.pid, new Date().toISOString());
    database.exec('commit');
    database.exec('begin immediate');
  } catch (error) {
    const failure = isBusy(error)
      ? held(file, database && holderOf(database))
      : unusable(lockFile, error);
    database?.close();
    throw failure;
  }
  const taken = database;
  return { release: () => taken.close() };
}
