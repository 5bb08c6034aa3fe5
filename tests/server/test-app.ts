import { Kysely } from 'kysely';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { type App, type AppDeps, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { sqliteDialect } from '#server/db/dialects.ts';
import { migrateToLatest } from '#server/db/migrate.ts';
import type { Database, Db } from '#server/db/tables.ts';
import { forKysely, openSqlite } from '#server/node/sqlite.ts';

export const RECORDED: Instant = '2026-01-02T03:04:05.678Z';
export const NOW: Instant = '2026-03-01T08:00:00.000Z';

export type TestApp = {
  readonly app: App;
  readonly db: Db;
  /** What the app wrote to its log as errors. */
  readonly logged: Readonly<Record<string, unknown>>[];
  /** Asks the app; `path` below /api. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json(path: string): Promise<Record<string, unknown>>;
  load(dataset: Partial<Dataset>): Promise<void>;
  close(): Promise<void>;
};

/** The app over a store in memory, with the default dataset recorded at RECORDED, asked at NOW. */
export async function openTestApp(
  deps: Partial<AppDeps> = {},
  dataset: Partial<Dataset> | null = sampleAt(RECORDED),
): Promise<TestApp> {
  const db = new Kysely<Database>({ dialect: sqliteDialect(forKysely(openSqlite(':memory:'))) });
  await migrateToLatest(db);
  if (dataset !== null) await loadDataset(db, dataset);
  const logged: Readonly<Record<string, unknown>>[] = [];
  const app = createApp({
    db,
    clock: () => NOW,
    version: '1.2.3',
    logger: { error: (fields) => logged.push(fields), debug: () => undefined },
    ...deps,
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://cockpit/api${path}`, { headers }));
  return {
    app,
    db,
    logged,
    get,
    json: async (path) => (await (await get(path)).json()) as Record<string, unknown>,
    load: (records) => loadDataset(db, records),
    close: () => db.destroy(),
  };
}
