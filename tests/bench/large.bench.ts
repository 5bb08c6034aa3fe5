import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { type App, createApp } from '#server/app.ts';
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
const headers = { 'accept-encoding': 'br' };

type Spent = {
  /** The first board of a process, and of another day than the one that is kept. */
  readonly cold: number;
  readonly otherDay: number;
  /** The board after a write. */
  readonly first: number;
  readonly cached: number;
  readonly bytes: number;
};

/** What a write of the bench is about. */
type Things = Pick<Dataset, 'tasks' | 'milestones' | 'indicators' | 'funds'>;

/** One write of everything that people enter: a check-in with a tick, a figure, a payment, a task with a new date. */
async function write(db: Db, things: Things, round: number, now: Instant): Promise<void> {
  const recorded = { recordedAt: now, recordedBy: 'bench' };
  const of = <T>(rows: readonly T[]): T => {
    const row = rows[(round * 37) % rows.length];
    if (row === undefined) throw new RangeError('nothing to write about');
    return row;
  };
  const task = of(things.tasks);
  const entered = { source: null, supersedes: null, reason: null, submission: null, ...recorded };
  const asOf = '2021-05';
  const id = (what: string): string => `bench.${what}.${now}`;
  await loadDataset(db, {
    tasks: [{ ...task, due: `2026-0${1 + (round % 9)}`, ...recorded }],
    checkIns: [
      {
        id: id('c'),
        task: task.id,
        asOf: '2021-05-20',
        status: 'in_progress',
        progress: `${round}`,
        difficulty: null,
        next: null,
        submission: null,
        ...recorded,
      },
    ],
    ticks: [
      {
        id: id('k'),
        milestone: of(things.milestones).id,
        doneOn: asOf,
        checkIn: null,
        source: null,
        supersedes: null,
        ...recorded,
      },
    ],
    observations: [
      {
        id: id('o'),
        indicator: of(things.indicators.filter((row) => row.ledger === null)).code,
        value: round,
        qualifier: 'exact',
        period: null,
        asOf,
        ...entered,
      },
    ],
    movements: [
      {
        id: id('m'),
        fund: of(things.funds).id,
        kind: 'disbursed',
        amountFen: 100 * round,
        qualifier: 'exact',
        period: { from: '2021-01-01', to: '2021-12-31' },
        asOf,
        label: null,
        ...entered,
      },
    ],
  });
}

const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Milliseconds of CPU: the board's first computation after a write, and the same board from the cache. */
async function spentOn(db: Db, things: Things): Promise<Spent> {
  const clock = () => new Date().toISOString();
  const start = () => createApp({ db, clock, version: 'bench', compress });
  const spent = async (app: App, path: string): Promise<number> => {
    const before = process.cpuUsage();
    const reply = await app.fetch(new Request(`http://bench${path}`, { headers }));
    await reply.arrayBuffer();
    const cpu = cpuSince(before);
    if (reply.status !== 200) throw new Error(`${path} is answered with ${reply.status}`);
    return cpu;
  };
  const cold: number[] = [];
  const otherDay: number[] = [];
  const first: number[] = [];
  const app = start();
  for (let round = 0; round < ROUNDS; round += 1) {
    await sleep(3);
    await write(db, things, round, clock());
    first.push(await spent(app, BOARD));
    cold.push(await spent(start(), BOARD));
    otherDay.push(await spent(app, `${BOARD}&asOf=2021-05-${10 + round}`));
  }
  const ask = (etag?: string): Promise<Response> =>
    app.fetch(
      new Request(`http://bench${BOARD}`, {
        headers: { ...headers, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
      }),
    );
  const reply = await ask();
  const bytes = (await reply.arrayBuffer()).byteLength;
  const etag = reply.headers.get('etag') ?? '';
  const cached: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let i = 0; i < CACHED; i += 1) await (await ask(etag)).arrayBuffer();
    cached.push(cpuSince(before) / CACHED);
  }
  const settled = (values: readonly number[]): number => median(values.slice(WARM_UP));
  return {
    cold: settled(cold),
    otherDay: settled(otherDay),
    first: settled(first),
    cached: settled(cached),
    bytes,
  };
}

async function inStore(
  folder: string,
  name: string,
  things: Things,
  fill: (db: Db) => Promise<unknown>,
): Promise<Spent> {
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, `${name}.sqlite`) });
  try {
    await fill(store.db);
    return await spentOn(store.db, things);
  } finally {
    await store.close();
  }
}

export async function run(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cockpit-bench-'));
  try {
    const now = new Date().toISOString();
    const small = await inStore(folder, 'sample', sampleAt(now), (db) =>
      fillEmptyStore(db, 'auto', now),
    );
    const workspace = generateWorkspace(largeWorkspace);
    const large = await inStore(folder, 'large', workspace, (db) => loadDataset(db, workspace));
    const ratio = (key: 'cold' | 'otherDay'): string =>
      `${large[key].toFixed(0)} ms against ${small[key].toFixed(1)} ms`;
    return [
      noted('Sample: first computation after a write, CPU', `${small.first.toFixed(1)} ms`),
      noted('Large: first computation after a write, CPU', `${large.first.toFixed(1)} ms`),
      noted('Large: board, Brotli', `${(large.bytes / 1000).toFixed(0)} KB`),
      noted('With nothing kept yet (start of a process)', ratio('cold')),
      noted('Of another day', ratio('otherDay')),
      atMost('First computation, large against sample', large.first / small.first, 10, 'x', 1),
      atMost('From the cache, large against sample', large.cached / small.cached, 1.1, 'x', 2),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
