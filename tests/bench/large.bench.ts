import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Db } from '#server/db/tables.ts';
import { compress } from '#server/node/compress.ts';
import { openStore } from '#server/node/open-store.ts';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { generateWorkspace, largeWorkspace } from './generate-workspace.ts';
import { atMost, type Measure, median, noted } from './measure.ts';

export const title =
  'Scale: the board of 1,000 indicators x 120 months, 200 funds, 5,000 tasks, 100,000 check-ins';

const ROUNDS = 9;
const WARM_UP = 3;
const CACHED = 400;
const BOARD = '/api/board?lang=zh';

type Spent = { readonly first: number; readonly cached: number; readonly bytes: number };

const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Milliseconds of CPU: the board's first computation after a change, and the same board from the cache. */
async function spentOn(db: Db): Promise<Spent> {
  const clock = () => new Date().toISOString();
  const app = createApp({ db, clock, version: 'bench', compress });
  const ask = async (etag?: string): Promise<Response> =>
    app.fetch(
      new Request(`http://bench${BOARD}`, {
        headers: {
          'accept-encoding': 'br',
          ...(etag === undefined ? {} : { 'if-none-match': etag }),
        },
      }),
    );
  const first: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await sleep(3);
    const recorded = { recordedAt: clock(), recordedBy: 'bench' };
    const department = {
      id: 'd.bench',
      name: { zh: `${round}`, en: `${round}` },
      review: false,
      ...recorded,
    };
    await loadDataset(db, { departments: [department] });
    const before = process.cpuUsage();
    await (await ask()).arrayBuffer();
    first.push(cpuSince(before));
  }
  const reply = await ask();
  const bytes = (await reply.arrayBuffer()).byteLength;
  const etag = reply.headers.get('etag') ?? '';
  const cached: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let i = 0; i < CACHED; i += 1) await (await ask(etag)).arrayBuffer();
    cached.push(cpuSince(before) / CACHED);
  }
  return { first: median(first.slice(WARM_UP)), cached: median(cached.slice(WARM_UP)), bytes };
}

async function inStore(
  folder: string,
  name: string,
  fill: (db: Db) => Promise<unknown>,
): Promise<Spent> {
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, `${name}.sqlite`) });
  try {
    await fill(store.db);
    return await spentOn(store.db);
  } finally {
    await store.close();
  }
}

export async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cockpit-bench-'));
  try {
    const small = await inStore(folder, 'sample', (db) =>
      fillEmptyStore(db, 'auto', new Date().toISOString()),
    );
    const large = await inStore(folder, 'large', (db) =>
      loadDataset(db, generateWorkspace(largeWorkspace)),
    );
    return [
      noted('Sample: first computation, CPU', `${small.first.toFixed(1)} ms`),
      noted('Large: first computation, CPU', `${large.first.toFixed(1)} ms`),
      noted('Large: board, Brotli', `${(large.bytes / 1000).toFixed(0)} KB`),
      atMost('First computation, large against sample', large.first / small.first, 10, 'x', 1),
      atMost('From the cache, large against sample', large.cached / small.cached, 1.1, 'x', 2),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
