/**
 * The only place that knows SQLite from PostgreSQL. Everything else is written once, in SQL that both understand.
 * No driver is imported here: a home (Node, the browser, a test) brings its own connection.
 */
import {
  type Dialect,
  type Driver,
  type Kysely,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  type SelectQueryBuilder,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  sql,
} from 'kysely';
import { PatientSqliteDriver } from './patient-driver.ts';

export type Engine = 'sqlite' | 'postgres';

/** Marks the file as this product's: "RCKP" in the SQLite header, see `PRAGMA application_id`. */
export const APPLICATION_ID = 0x52434b50;

/** SQLite rolls schema changes back; Kysely's own adapter does not say so and would leave half a migration. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class OwnSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new PatientSqliteDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

export function sqliteDialect(database: SqliteDatabase): Dialect {
  return new OwnSqliteDialect(database);
}

export function postgresDialect(pool: PostgresPool): Dialect {
  return new PostgresDialect({ pool });
}

export function engineOf<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/** The nth value of a statement, counted from 1. */
export const parameter = (engine: Engine, nth: number): string =>
  engine === 'sqlite' ? '?' : `$${nth}`;

/** What each connection to a SQLite store must be told, before anything else. */
export const SQLITE_PRAGMAS = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA foreign_keys = ON',
  'PRAGMA recursive_triggers = ON', // else INSERT OR REPLACE deletes behind the triggers' back
  'PRAGMA synchronous = FULL',
] as const;

export type ColumnKind = 'text' | 'integer' | 'bytes';

/** Text compares by bytes on both engines, so that order and cursors do not depend on a server's locale. */
export function columnType(engine: Engine, kind: ColumnKind): RawBuilder<unknown> {
  const types =
    engine === 'sqlite'
      ? { text: sql`text`, integer: sql`integer`, bytes: sql`blob` }
      : { text: sql`text collate "C"`, integer: sql`bigint`, bytes: sql`bytea` };
  return types[kind];
}

/** What follows `create table (…)`: SQLite checks column types only in a STRICT table. */
export function tableSuffix(engine: Engine): RawBuilder<unknown> {
  return engine === 'sqlite' ? sql`strict` : sql``;
}

/** Once per database, before `refuseChanges`: the function that PostgreSQL's triggers call. */
export async function prepareRefusal<T>(db: Kysely<T>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`.execute(
    db,
  );
}

/** Makes the database itself refuse UPDATE, DELETE (and TRUNCATE) on an append-only table. */
export async function refuseChanges<T>(db: Kysely<T>, table: string): Promise<void> {
  if (engineOf(db) === 'postgres') {
    await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate
      on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db);
    return;
  }
  for (const change of ['update', 'delete'] as const) {
    await sql`create trigger ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db);
  }
}

/**
 * Makes the database itself refuse UPDATE, and DELETE of rows younger than `days` by the instant in `column`.
 */
export async function keepForDays<T>(
  db: Kysely<T>,
  table: string,
  column: string,
  days: number,
): Promise<void> {
  const old = sql.ref(`old.${column}`);
  const refusal = `${table} is append-only`;
  if (engineOf(db) === 'sqlite') {
    await sql`create trigger ${sql.id(`${table}_no_update`)} before update on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(refusal)}); end`.execute(db);
    await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${sql.table(table)}
      when ${old} > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${sql.lit(`-${days} days`)})
      begin select raise(abort, ${sql.lit(refusal)}); end`.execute(db);
    return;
  }
  const keep = sql.id(`keep_${table}`);
  await sql`create function ${keep}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and ${old} <= to_char((now() at time zone 'utc') - interval '${sql.raw(String(days))} days',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') then return old; end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete
    on ${sql.table(table)} for each row execute function ${keep}()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate
    on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db);
}

/** The question, with the rows that it finds held until the end of the transaction; SQLite lets nobody else write anyhow. */
export function holdingRow<T, D, K extends keyof D, O>(
  db: Kysely<T>,
  query: SelectQueryBuilder<D, K, O>,
): SelectQueryBuilder<D, K, O> {
  return engineOf(db) === 'postgres' ? query.forUpdate() : query;
}

/** Channel on which PostgreSQL tells every process of the same store about a write. */
export const VERSION_CHANNEL = 'reform_cockpit_version';

/** Within a transaction that writes: once it is committed, other processes hear of the version. */
export async function announceVersion<T>(tx: Kysely<T>): Promise<void> {
  if (engineOf(tx) === 'sqlite') return; // one process per file
  await sql`select pg_notify(${VERSION_CHANNEL}, version::text) from store_state`.execute(tx);
}

/** Channel on which PostgreSQL tells every process that a screen has news. */
export const SCREEN_CHANNEL = 'reform_cockpit_screen';

/** Within a transaction: once it is committed, the process that holds the screen's stream can tell it. */
export async function announceScreen<T>(tx: Kysely<T>, id: string): Promise<void> {
  if (engineOf(tx) === 'sqlite') return; // one process per file
  await sql`select pg_notify(${SCREEN_CHANNEL}, ${id})`.execute(tx);
}

/** Channel on which PostgreSQL tells every process that the presentation of a meeting has moved. */
export const MEETING_CHANNEL = 'reform_cockpit_meeting';

/** Within a transaction: once it is committed, every process can tell its pages. @param turn see `Stage` */
export async function announceMeeting<T>(
  tx: Kysely<T>,
  { meeting, turn }: { readonly meeting: string; readonly turn: number },
): Promise<void> {
  if (engineOf(tx) === 'sqlite') return; // one process per file
  await sql`select pg_notify(${MEETING_CHANNEL}, ${`${turn} ${meeting}`})`.execute(tx);
}

/** Writes the schema's version where a start can read it before it opens the store (SQLite's header). */
export async function stampSchemaVersion<T>(db: Kysely<T>, version: number): Promise<void> {
  if (engineOf(db) === 'postgres') return; // the migration table says it
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
  await sql`pragma user_version = ${sql.lit(version)}`.execute(db);
}

/**
 * Runs several reads on one and the same state of the store. Inside a transaction, that transaction is it.
 * Do not use the outer `db` within `read`: SQLite has one connection, and would wait for itself for ever.
 */
export async function withSnapshot<T, R>(
  db: Kysely<T>,
  read: (snapshot: Kysely<T>) => Promise<R>,
): Promise<R> {
  if (db.isTransaction) return read(db);
  // SQLite ignores both settings; its transactions are snapshots anyhow.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read);
}
