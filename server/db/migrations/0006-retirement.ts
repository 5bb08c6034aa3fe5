import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnType, engineOf } from '../dialects.ts';

/** Registers are taken out of use, with a reason; what is put forward names the returned submission that it mends. */
export const retirement: Migration = {
  async up(db: Kysely<unknown>) {
    const text = columnType(engineOf(db), 'text');
    for (const table of ['departments', 'funds', 'platforms', 'frameworks', 'elements', 'tasks'])
      await sql`alter table ${sql.table(table)} add column retired_on ${text}`.execute(db);
    for (const table of [
      'departments',
      'indicators',
      'funds',
      'platforms',
      'frameworks',
      'elements',
      'tasks',
    ])
      await sql`alter table ${sql.table(table)} add column retired_reason ${text}`.execute(db);
    await sql`alter table submissions add column mends ${text}`.execute(db);
  },
};
