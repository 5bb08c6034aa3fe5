/** Freezing beside readers: how long it takes, what it costs them, and how much memory the server reaches. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MeetingHead } from '#core/contract/meeting.ts';
import type { Dataset } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { openStore } from '#server/node/open-store.ts';
import { generateWorkspace, largeWorkspace } from './generate-workspace.ts';
import { atMost, type Measure, median, noted } from './measure.ts';
import { startFlags } from './start-flags.ts';

export const title =
  'Meetings: freezing the sample and a large workspace, beside somebody who reads';

const CALM_READS = 200;

/** A store with an office that is signed in; its cookie. */
async function prepare(place: string, dataset: Partial<Dataset>): Promise<string> {
  const store = await openStore({ kind: 'sqlite', file: path.join(place, 'cockpit.sqlite') });
  const now = new Date().toISOString();
  await loadDataset(store.db, dataset);
  await appendAccount(store.db, {
    id: 'office',
    login: 'office',
    name: 'office',
    department: null,
    roles: ['reviewer'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'bench',
  });
  const { secret } = await openSession(store.db, 'office', null, now);
  await store.close();
  return `cockpit=${secret}`;
}

const startServer = (place: string): Promise<{ child: ChildProcess; base: string }> =>
  new Promise((resolve, reject) => {
    const file = path.join(import.meta.dirname, 'server-child.ts');
    const child = fork(file, ['home', place], { execArgv: startFlags() });
    child.once('exit', (code) => reject(new Error(`the bench's server ended: ${code}`)));
    child.once('message', (value) => {
      const { port } = value as { port: number };
      resolve({ child, base: `http://127.0.0.1:${port}` });
    });
  });

/** Memory that the process holds (`VmRSS`), or the most that it ever held (`VmHWM`), in MB; null where the system does not tell. */
function memoryOf({ pid }: ChildProcess, which: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`${which}:\\s+(\\d+) kB`).exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

type Spent = {
  readonly seconds: number;
  readonly slower: number;
  /** Before the freeze, its thread waiting. */
  readonly before: number | null;
  readonly peak: number | null;
  readonly megabytes: number;
};

async function freezeIn(dataset: Partial<Dataset>, asOf: string, compare: string): Promise<Spent> {
  const place = mkdtempSync(path.join(tmpdir(), 'cockpit-meetings-'));
  const cookie = await prepare(place, dataset);
  const { child, base } = await startServer(place);
  const post = async (target: string, body: unknown): Promise<MeetingHead> => {
    const reply = await fetch(`${base}/api${target}`, {
      method: 'POST',
      headers: { cookie, origin: base },
      body: JSON.stringify(body),
    });
    if (reply.status !== 201) throw new Error(`${target}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as MeetingHead;
  };
  const read = async (): Promise<number> => {
    const start = performance.now();
    const reply = await fetch(`${base}/api/board?lang=zh`, {
      headers: { 'accept-encoding': 'br' },
    });
    await reply.arrayBuffer();
    return performance.now() - start;
  };
  try {
    const { id } = await post('/meetings', { title: 'bench', date: asOf, asOf, compare });
    await read();
    const calm: number[] = [];
    for (let n = 0; n < CALM_READS; n += 1) calm.push(await read());
    const before = memoryOf(child, 'VmRSS');
    const busy: number[] = [];
    let isFreezing = true;
    const reader = (async () => {
      while (isFreezing) busy.push(await read());
    })();
    const start = performance.now();
    const { snapshot } = await post(`/meetings/${id}/snapshot`, {});
    const seconds = (performance.now() - start) / 1000;
    isFreezing = false;
    await reader;
    return {
      seconds,
      slower: median(busy) / median(calm),
      before,
      peak: memoryOf(child, 'VmHWM'),
      megabytes: (snapshot?.bytes ?? 0) / 1e6,
    };
  } finally {
    child.removeAllListeners('exit');
    child.disconnect();
    rmSync(place, { recursive: true, force: true });
  }
}

export async function run(): Promise<readonly Measure[]> {
  const now = new Date(Date.now() - 60_000).toISOString();
  const small = await freezeIn(sampleAt(now), '2021-05-31', '2021-04-30');
  const large = await freezeIn(generateWorkspace(largeWorkspace), '2025-12-31', '2025-11-30');
  const memory = (spent: Spent): Measure =>
    spent.peak === null
      ? noted('memory', 'not told by this system')
      : atMost('large: most memory of the server', spent.peak, 500, 'MB', 0);
  return [
    noted('sample: memory before, the thread waiting', `${(small.before ?? 0).toFixed(0)} MB`),
    noted('sample: document', `${small.megabytes.toFixed(1)} MB`),
    atMost('sample: freeze', small.seconds, 1, 's', 2),
    atMost('sample: reads beside it, to reads alone', small.slower, 1.5, 'times'),
    noted('large: memory before, the thread waiting', `${(large.before ?? 0).toFixed(0)} MB`),
    noted('large: document', `${large.megabytes.toFixed(1)} MB`),
    atMost('large: freeze', large.seconds, 60, 's'),
    atMost('large: reads beside it, to reads alone', large.slower, 1.5, 'times'),
    memory(large),
  ];
}
