/** Both stores, as they really are: a file of node:sqlite, and a database of the run's PostgreSQL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '#server/node/postgres.ts';
import { openSqliteStore } from '#server/node/sqlite-store.ts';
import type { Store } from '#server/node/store.ts';
import { createTestDatabase, type Template } from '#tests/setup/postgres.ts';

const migrated: Template = {
  name: 'store',
  prepare: async (url) => (await openPostgresStore(url)).close(),
};

async function openFile(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'cockpit-store-'));
  const store = await openSqliteStore(join(folder, 'cockpit.sqlite'));
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { ...store, close };
}

async function openDatabase(): Promise<Store> {
  const database = await createTestDatabase(migrated);
  const store = await openPostgresStore(database.url);
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { ...store, close };
}

/** For `describe.each`: every repository test runs on both. `open` gives an empty store; closing it removes it. */
export const engines = [
  { engine: 'sqlite', open: openFile },
  { engine: 'postgres', open: openDatabase },
] as const;
