import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnType, engineOf, tableSuffix } from '../dialects.ts';

/** Files that are being made or wait to be fetched. No part of any picture; a row is replaced in place and goes. */
export const exportJobs: Migration = {
  async up(db: Kysely<unknown>) {
    const engine = engineOf(db);
    const text = columnType(engine, 'text');
    const integer = columnType(engine, 'integer');
    await sql`create table exports (id ${text} primary key, meeting ${text} not null, version ${integer} not null,
      format ${text} not null, lang ${text} not null, account ${text} not null, state ${text} not null,
      permille ${integer} not null, fault ${text}, name ${text} not null, bytes ${integer}, file ${text},
      created_at ${text} not null, beat_at ${text} not null, expires_at ${text} not null) ${tableSuffix(engine)}`.execute(
      db,
    );
    await sql`create index exports_file on exports (file)`.execute(db);
  },
};
