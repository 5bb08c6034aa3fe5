import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Columns, createTable } from '../create-table.ts';
import { columnType, engineOf, keepForDays, tableSuffix } from '../dialects.ts';

const registers: Readonly<Record<string, Columns>> = {
  accounts: {
    login: 'text',
    name: 'text',
    department: 'text?',
    roles: 'text',
    state: 'text',
  },
};

const ledgers: Readonly<Record<string, Columns>> = {
  submissions: { kind: 'text', subject: 'text', department: 'text', input: 'text' },
  reviews: {
    submission: 'text->submissions',
    verdict: 'text',
    comment: 'text?',
    result: 'text?',
  },
  files: { bytes: 'int', type: 'text' },
  check_in_files: {
    check_in: 'text->check_ins',
    ordinal: 'int',
    file: 'text->files',
    name: 'text',
  },
};

/** Fewest days that a row of the audit trail is kept; the database itself refuses to delete a younger one. */
const AUDIT_DAYS = 180;

export const people: Migration = {
  async up(db: Kysely<unknown>) {
    const engine = engineOf(db);
    const text = columnType(engine, 'text');
    const integer = columnType(engine, 'integer');
    const end = tableSuffix(engine);
    for (const [table, columns] of Object.entries(registers))
      await createTable(db, table, columns, true);
    for (const [table, columns] of Object.entries(ledgers))
      await createTable(db, table, columns, false);
    await sql`create unique index reviews_submission on reviews (submission)`.execute(db);
    await sql`create index check_in_files_check_in on check_in_files (check_in)`.execute(db);
    await sql`create index submissions_department on submissions (department)`.execute(db);

    // What a store held before there was a switch was open to everybody.
    await sql`alter table workspaces add column open_reading ${integer} not null default 1`.execute(
      db,
    );
    await sql`alter table workspaces add column separate_officers ${integer} not null default 0`.execute(
      db,
    );
    await sql`alter table departments add column review ${integer} not null default 0`.execute(db);
    await sql`alter table workspaces add column keeper_department ${text}`.execute(db);
    await sql`alter table indicators add column retired_on ${text}`.execute(db);
    await sql`alter table funds add column owner_department ${text}`.execute(db);
    for (const table of ['check_ins', 'observations', 'movements'])
      await sql`alter table ${sql.table(table)} add column submission ${text}`.execute(db);

    // What follows is not part of any picture: secrets, sessions and counters, changed in place.
    await sql`create table credentials (account ${text} primary key, password_hash ${text} not null,
      changed_at ${text} not null) ${end}`.execute(db);
    await sql`create table identities (issuer ${text} not null, subject ${text} not null, account ${text} not null,
      primary key (issuer, subject)) ${end}`.execute(db);
    await sql`create table sessions (id ${text} primary key, account ${text} not null, created_at ${text} not null,
      seen_at ${text} not null, expires_at ${text} not null, address ${text}) ${end}`.execute(db);
    await sql`create index sessions_account on sessions (account)`.execute(db);
    await sql`create table sign_ins (account ${text} primary key, last_at ${text} not null) ${end}`.execute(
      db,
    );
    await sql`create table invitations (id ${text} primary key, account ${text} not null, created_at ${text} not null,
      created_by ${text} not null, expires_at ${text} not null, used_at ${text}) ${end}`.execute(
      db,
    );
    await sql`create table sign_in_failures (subject ${text} primary key, failures ${integer} not null,
      last_at ${text} not null, locked_until ${text}) ${end}`.execute(db);
    await sql`create table sign_in_attempts (id ${text} primary key, door ${text} not null, payload ${text} not null,
      expires_at ${text} not null) ${end}`.execute(db);
    await sql`create table idempotency_keys (account ${text} not null, key ${text} not null, request ${text} not null,
      status ${integer} not null, reply ${text} not null, created_at ${text} not null,
      primary key (account, key)) ${end}`.execute(db);

    await sql`create table audit (seq ${integer} primary key, at ${text} not null, actor ${text}, actor_name ${text},
      address ${text}, action ${text} not null, subject ${text} not null, outcome ${text} not null, code ${text},
      before ${text}, after ${text}, prev ${text} not null, hash ${text} not null) ${end}`.execute(
      db,
    );
    await sql`create index audit_at on audit (at)`.execute(db);
    await sql`create index audit_actor on audit (actor)`.execute(db);
    await keepForDays(db, 'audit', 'at', AUDIT_DAYS);
    await sql`create table audit_head (id ${integer} primary key check (id = 1), seq ${integer} not null,
      hash ${text} not null) ${end}`.execute(db);
    await sql`insert into audit_head (id, seq, hash) values (1, 0, '')`.execute(db);
  },
};
