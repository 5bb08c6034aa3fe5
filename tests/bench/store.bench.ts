import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatasetQuery, readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Db } from '#server/db/tables.ts';
import { openStore } from '#server/node/open-store.ts';
import { generateWorkspace, largeWorkspace } from './generate-workspace.ts';
import { type Measure, median, noted } from './measure.ts';

export const title =
  'Store: a workspace of 1,000 indicators x 120 months, 5,000 tasks, 100,000 check-ins (SQLite)';

const ROUNDS = 5;
const [asOf, compare] = ['2025-12-31', '2025-11-30'];

/** Milliseconds of CPU that the work took. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function reading(db: Db, latestOnly: DatasetQuery['latestOnly']): Promise<string> {
  const spent: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.push(
      await cpuOf(async () => {
        const dataset = await readDataset(db, { knownAt: null, asOfLast: asOf, latestOnly });
        rows = Object.values(dataset).flat().length;
      }),
    );
  }
  return `${median(spent).toFixed(0)} ms CPU for ${rows} records`;
}

export async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cockpit-bench-'));
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'cockpit.sqlite') });
  try {
    const workspace = generateWorkspace(largeWorkspace);
    const loading = await cpuOf(() => loadDataset(store.db, workspace));
    return [
      noted('loading all of it', `${loading.toFixed(0)} ms CPU`),
      noted('reading what two days show', await reading(store.db, { asOf, compare })),
      noted('reading whole histories', await reading(store.db, null)),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
