import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inUse } from '#core/domain/retirement.ts';
import { createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { compress } from '#server/node/compress.ts';
import { openStore } from '#server/node/open-store.ts';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { atMost, type Measure, median, noted } from './measure.ts';
import { startFlags } from './start-flags.ts';

export const title =
  'Server: size of the board, CPU per request, first computation, memory at rest';

const ROUNDS = 7;
const REQUESTS = 1500;
const CONNECTIONS = 8;
const BOARD = '/api/board?lang=zh';

type Child = { readonly process: ChildProcess; readonly port: number };

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the bench's server ended: ${code}`));
    child.once('exit', ended);
    child.once('message', (value) => {
      child.off('exit', ended);
      resolve(value as T);
    });
  });

async function startChild(...words: string[]): Promise<Child> {
  const child = fork(path.join(import.meta.dirname, 'server-child.ts'), words);
  const { port } = await message<{ port: number }>(child);
  return { process: child, port };
}

async function cpuOf({ process: child }: Child): Promise<number> {
  const answer = message<{ cpu: number }>(child);
  child.send('cpu');
  return (await answer).cpu;
}

/** Asks over kept-alive connections; every reply is read to its end. */
async function load(port: number, requests: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const one = () =>
    new Promise<void>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: BOARD, agent }, (reply) => {
        if (reply.statusCode !== 200) reject(new Error(`status ${reply.statusCode}`));
        reply.resume().once('end', resolve);
      }).once('error', reject);
    });
  const lane = async () => {
    for (let i = 0; i < requests / CONNECTIONS; i += 1) await one();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  agent.destroy();
}

/** Microseconds of the server's CPU per request, product and bare server in turn. */
async function cpuPerRequest(place: string): Promise<Measure[]> {
  const home = await startChild('home', place);
  const bare = await startChild('bare', place, `http://127.0.0.1:${home.port}${BOARD}`);
  const spent = { home: [] as number[], bare: [] as number[] };
  for (const child of [home, bare]) await load(child.port, REQUESTS);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, child] of [['home', home] as const, ['bare', bare] as const]) {
      const before = await cpuOf(child);
      await load(child.port, REQUESTS);
      spent[name].push(((await cpuOf(child)) - before) / REQUESTS);
    }
  }
  home.process.disconnect();
  bare.process.disconnect();
  const [ours, theirs] = [median(spent.home), median(spent.bare)];
  return [
    noted('CPU per request, bare node:http', `${theirs.toFixed(0)} µs`),
    noted('CPU per request, board from cache', `${ours.toFixed(0)} µs`),
    atMost('Board from cache against bare node:http', ours / theirs, 2, 'x', 2),
  ];
}

/** In this process: bytes of the board, and CPU of its first computation after each of several writes. */
async function computation(place: string): Promise<Measure[]> {
  const store = await openStore({ kind: 'sqlite', file: path.join(place, 'compute.sqlite') });
  const clock = () => new Date().toISOString();
  await fillEmptyStore(store.db, 'auto', clock());
  const app = createApp({ db: store.db, clock, version: 'bench', compress });
  const ask = async (coding: string) => {
    const request = new Request(`http://bench${BOARD}`, { headers: { 'accept-encoding': coding } });
    return (await (await app.fetch(request)).arrayBuffer()).byteLength;
  };
  const spent: number[] = [];
  for (let write = 0; write < 25; write += 1) {
    await sleep(3);
    const recorded = { recordedAt: clock(), recordedBy: 'bench' };
    const department = {
      id: 'd.bench',
      name: { zh: `${write}`, en: `${write}` },
      review: false,
      ...inUse,
      ...recorded,
    };
    await loadDataset(store.db, { departments: [department] });
    const before = process.cpuUsage();
    await ask('br');
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  const plain = await ask('identity');
  const brotli = await ask('br');
  await store.close();
  return [
    atMost('Board, plain', plain / 1000, 60, 'KB'),
    atMost('Board, Brotli', brotli / 1000, 14, 'KB'),
    noted('First computation in a fresh process, CPU', `${(spent[0] ?? Number.NaN).toFixed(1)} ms`),
    atMost('First computation after a change, CPU', median(spent.slice(5)), 20, 'ms'),
  ];
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Memory of the server as it is started in earnest, once it has nothing to do. */
async function atRest(place: string): Promise<Measure[]> {
  const main = path.join(import.meta.dirname, '..', '..', 'server', 'node', 'main.ts');
  const env = { ...process.env, DATA_DIR: path.join(place, 'rest'), PORT: '0' };
  const child = spawn(process.execPath, [...startFlags(), main], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Ctrl-C') && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  await sleep(3000);
  const megabytes = residentMegabytes(child.pid ?? 0);
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  return [atMost('Memory at rest (RSS)', megabytes, 200, 'MB', 0)];
}

export async function run(): Promise<readonly Measure[]> {
  const place = mkdtempSync(path.join(tmpdir(), 'cockpit-bench-'));
  try {
    return [
      ...(await computation(place)),
      ...(await cpuPerRequest(place)),
      ...(await atRest(place)),
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
