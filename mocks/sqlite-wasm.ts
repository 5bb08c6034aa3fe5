/**
 * SQLite compiled to WebAssembly, in memory, in the shape that Kysely's SQLite driver asks for.
 * The same file serves the page (Chromium fetches the .wasm beside it) and Node (tests).
 */

import type { BindableValue, Database, PreparedStatement, SqlValue } from '@sqlite.org/sqlite-wasm';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

type Row = Record<string, SqlValue>;

/** Keys of this product are text that it makes itself; nobody asks for SQLite's own. */
const NO_ROWID = 0n;

/** Opens an empty in-memory database. Each call is a database of its own; it ends with `close()`. */
export async function openSqliteWasm(): Promise<SqliteDatabase> {
  const sqlite3 = await sqlite3InitModule();
  const database = new sqlite3.oo1.DB(':memory:', 'c');
  return {
    prepare: (sql) => statement(database, sql),
    close: () => database.close(),
  };
}

/** Kysely runs a statement once and drops it, and nothing collects memory inside WebAssembly: each run finalizes. */
function statement(database: Database, sql: string): SqliteStatement {
  const prepared = database.prepare(sql);
  return {
    reader: prepared.columnCount > 0,
    all: (parameters) => [...rows(prepared, parameters)],
    iterate: (parameters) => rows(prepared, parameters),
    run: (parameters) => {
      const before = database.changes(true, true);
      for (const _ of rows(prepared, parameters)) {
        // a statement without columns yields nothing; the loop steps it to its end
      }
      return { changes: database.changes(true, true) - before, lastInsertRowid: NO_ROWID };
    },
  };
}

function* rows(prepared: PreparedStatement, parameters: readonly unknown[]): Generator<Row, void> {
  try {
    if (parameters.length > 0) prepared.bind(parameters.map(bindable));
    while (prepared.step()) yield prepared.get({});
  } finally {
    prepared.finalize();
  }
}

/** Refuses what SQLite has no type for, as the driver on Node does, so that a mistake shows in both. */
function bindable(value: unknown): BindableValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint'
  )
    return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}.`);
}
