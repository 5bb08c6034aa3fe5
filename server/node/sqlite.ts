/** node:sqlite in the shape that Kysely's SQLite driver asks for. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';
import { SQLITE_PRAGMAS } from '#server/db/dialects.ts';

/**
 * Opens a file for reading and writing with the settings that every store needs; creates it where there is none.
 * Integers beyond 2^53 throw when they are read; dates, booleans and objects throw when they are bound.
 */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  for (const pragma of SQLITE_PRAGMAS) database.exec(pragma);
  return database;
}

/** Opens a file that is open for writing elsewhere, to read what is committed without waiting for what is not. */
export function openSqliteReader(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000');
  return database;
}

/** Statements that stay prepared: more than the product asks of one store. */
const KEPT_STATEMENTS = 200;
/** A longer text is a bulk insert with a number of rows of its own; it will not come again. */
const KEPT_LENGTH = 4000;

type Statement = ReturnType<SqliteDatabase['prepare']>;

function prepare(database: DatabaseSync, sql: string): Statement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

/** A statement is prepared once and kept: to prepare it costs more than to run it. */
export function forKysely(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = prepare(database, sql);
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      if (sql.length <= KEPT_LENGTH) kept.set(sql, statement);
      return statement;
    },
  };
}

/**
 * Reads one number of a file again and again, as last committed, in a few microseconds. On a connection of its own:
 * the store's would also show what a running transaction has not committed yet.
 */
export function numberReader(
  file: string,
  sql: string,
  column: string,
): { read(): number; close(): void } {
  const database = new DatabaseSync(file, { readOnly: true });
  const statement = database.prepare(sql);
  return {
    read: () => Number(statement.get()?.[column]),
    close: () => database.close(),
  };
}
