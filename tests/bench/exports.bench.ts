import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExportJob } from '#core/contract/export.ts';
import type { Instant } from '#core/domain/records.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Db } from '#server/db/tables.ts';
import { createExportJobs } from '#server/exports/export-jobs.ts';
import { openExportFiles } from '#server/node/exports/export-files.ts';
import { exportThreads } from '#server/node/exports/export-threads.ts';
import { openStore } from '#server/node/open-store.ts';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { generateWorkspace, largeWorkspace } from './generate-workspace.ts';
import { atMost, type Measure, median, noted } from './measure.ts';

export const title = 'Exports: each format of a frozen meeting, the sample and the large workspace';

const ORIGIN = 'http://bench';
const FORMATS = ['json', 'csv', 'xlsx', 'docx', 'pptx', 'pdf', 'bundle'] as const;
const PAGE = path.join(import.meta.dirname, '..', '..', 'dist-bundle');
const READS = 200;

type Home = {
  readonly ask: (method: string, to: string, body?: unknown) => Promise<Response>;
  readonly end: () => Promise<void>;
};

/** The app as a home has it, with somebody signed in who holds meetings. */
async function homeOver(db: Db, folder: string): Promise<Home> {
  const clock = (): Instant => new Date().toISOString();
  const jobs = createExportJobs({
    db,
    clock,
    files: openExportFiles(folder),
    writer: exportThreads(PAGE),
  });
  const app = createApp({
    db,
    clock,
    version: 'bench',
    services: { choices: true, exports: jobs },
  });
  await appendAccount(db, {
    id: 'office',
    login: 'office',
    name: 'Office',
    department: null,
    roles: ['reviewer'],
    state: 'active',
    recordedAt: '2000-01-01T00:00:00.000Z',
    recordedBy: 'bench',
  });
  let cookie = '';
  const ask: Home['ask'] = async (method, to, body) => {
    const reply = await app.fetch(
      new Request(`${ORIGIN}/api${to}`, {
        method,
        headers: { origin: ORIGIN, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (reply.status >= 400) throw new Error(`${method} ${to}: ${await reply.text()}`);
    return reply;
  };
  const reply = await ask('POST', '/session', { choice: 'office' });
  cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { ask, end: () => jobs.end() };
}

/** Milliseconds of one read of the board, the middle of many. */
async function readTime({ ask }: Home): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < READS; round += 1) {
    const start = performance.now();
    await (await ask('GET', '/board?lang=zh')).arrayBuffer();
    times.push(performance.now() - start);
    await sleep(2);
  }
  return median(times);
}

type Spent = {
  readonly seconds: Record<string, number>;
  readonly slower: number;
  readonly grown: number;
  /** Of the bundle, in MB. */
  readonly bundle: number;
};

async function spentOn(db: Db, folder: string, asOf: string): Promise<Spent> {
  const home = await homeOver(db, folder);
  const { ask } = home;
  try {
    const meeting = { title: 'bench', date: asOf, asOf };
    const { id } = (await (await ask('POST', '/meetings', meeting)).json()) as { id: string };
    await ask('POST', `/meetings/${id}/snapshot`, {});
    const quiet = await readTime(home);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 50);
    const seconds: Record<string, number> = {};
    let slower = 0;
    let bundle = 0;
    for (const format of FORMATS) {
      const start = performance.now();
      const reply = await ask('POST', `/meetings/${id}/exports`, { format, lang: 'zh' });
      let job = (await reply.json()) as ExportJob;
      const reading = format === 'pdf' ? readTime(home) : null;
      while (job.state === 'waiting' || job.state === 'running') {
        await sleep(50);
        job = (await (await ask('GET', `/exports/${job.id}`)).json()) as ExportJob;
      }
      if (job.state !== 'done') throw new Error(`${format}: ${job.fault}`);
      seconds[format] = (performance.now() - start) / 1000;
      if (format === 'bundle') bundle = (job.bytes ?? 0) / 1e6;
      if (reading !== null) slower = (await reading) / quiet;
    }
    clearInterval(watch);
    return { seconds, slower, grown: (peak - before) / 1e6, bundle };
  } finally {
    await home.end();
  }
}

async function inStore(
  folder: string,
  name: string,
  asOf: string,
  fill: (db: Db) => Promise<unknown>,
) {
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, `${name}.sqlite`) });
  try {
    await fill(store.db);
    return await spentOn(store.db, path.join(folder, name), asOf);
  } finally {
    await store.close();
  }
}

export async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cockpit-bench-'));
  try {
    const small = await inStore(folder, 'sample', '2021-05-31', (db) =>
      fillEmptyStore(db, 'auto', new Date().toISOString()),
    );
    const large = await inStore(folder, 'large', '2025-12-31', (db) =>
      loadDataset(db, generateWorkspace(largeWorkspace)),
    );
    const times = (name: string, { seconds }: Spent, bound: number) =>
      FORMATS.map((format) =>
        atMost(`${name}: ${format}`, seconds[format] ?? Number.NaN, bound, 's'),
      );
    return [
      ...times('Sample', small, 10),
      ...times('Large', large, 60),
      noted('Sample: the bundle', `${small.bundle.toFixed(1)} MB`),
      noted('Large: the bundle', `${large.bundle.toFixed(1)} MB`),
      noted('Sample: memory beside the server', `${small.grown.toFixed(0)} MB`),
      atMost('Large: memory beside the server', large.grown, 500, 'MB', 0),
      atMost('Large: a board read while a PDF is made, against before', large.slower, 1.5, 'x', 2),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
