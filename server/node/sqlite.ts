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

export function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
