import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { stampSchemaVersion } from './dialects.ts';
import { initial } from './migrations/0001-initial.ts';
import { people } from './migrations/0002-people.ts';
import { recordedAt } from './migrations/0003-recorded-at.ts';
import { screens } from './migrations/0004-screens.ts';
import { meetings } from './migrations/0005-meetings.ts';
import { retirement } from './migrations/0006-retirement.ts';
import { exportJobs } from './migrations/0007-exports.ts';
import { distance } from './migrations/0008-distance.ts';
import { freezes } from './migrations/0009-freezes.ts';
import type { Db } from './tables.ts';

/** In order; a name and its content never change once released. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_initial': initial,
  '0002_people': people,
  '0003_recorded_at': recordedAt,
  '0004_screens': screens,
  '0005_meetings': meetings,
  '0006_retirement': retirement,
  '0007_exports': exportJobs,
  '0008_distance': distance,
  '0009_freezes': freezes,
};

/** The version of the schema that this build writes. */
export const SCHEMA_VERSION = Object.keys(migrations).length;

/** Brings the store to this build's schema, all or nothing per migration. Throws the first failure. */
export async function migrateToLatest(db: Db): Promise<void> {
  const stamped = Object.fromEntries(
    Object.entries(migrations).map(([name, migration], index) => [
      name,
      {
        up: async (tx: Kysely<unknown>) => {
          await migration.up(tx);
          await stampSchemaVersion(tx, index + 1);
        },
      },
    ]),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => stamped } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names of migrations that the store has been through and this build does not know: a newer build wrote it. */
export async function unknownMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name).filter((name) => !(name in migrations));
}

/** Whether the store has been through every migration of this build. */
export async function isMigrated(db: Db): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const done = new Set(rows.map((row) => row.name));
  return Object.keys(migrations).every((name) => done.has(name));
}
