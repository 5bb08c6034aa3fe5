import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was recorded after an instant is looked for at every new picture. */
const tables = ['observations', 'movements', 'ticks', 'check_ins', 'tasks', 'milestones'] as const;

export const recordedAt: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of tables) {
      await sql`create index ${sql.id(`${table}_recorded_at`)} on ${sql.table(table)} (recorded_at)`.execute(
        db,
      );
    }
  },
};
