import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnType, engineOf } from '../dialects.ts';

/** From how far each wall is read, and how large it is, in centimetres; null = not said. */
export const distance: Migration = {
  async up(db: Kysely<unknown>) {
    const integer = columnType(engineOf(db), 'integer');
    await sql`alter table screens add column distance_cm ${integer}`.execute(db);
    await sql`alter table screens add column side_cm ${integer}`.execute(db);
  },
};
