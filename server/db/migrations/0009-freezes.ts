import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnType, engineOf, tableSuffix } from '../dialects.ts';

/** Freezes that are under way. No part of any picture; a row is changed in place and goes with its freeze. */
export const freezes: Migration = {
  async up(db: Kysely<unknown>) {
    const engine = engineOf(db);
    const text = columnType(engine, 'text');
    const integer = columnType(engine, 'integer');
    await sql`create table freezes (id ${text} primary key, meeting ${text} not null, account_name ${text} not null,
      permille ${integer} not null, begun_at ${text} not null, beat_at ${text} not null) ${tableSuffix(engine)}`.execute(
      db,
    );
    await sql`create index freezes_meeting on freezes (meeting)`.execute(db);
  },
};
