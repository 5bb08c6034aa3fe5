import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { openStore } from '#server/node/open-store.ts';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { readLatestRecordedAt } from '#server/store/store.repository.ts';
import { atMost, type Measure, median, noted } from './measure.ts';

export const title = 'Writers: fifty at once check in, on tasks of their own and on the same one';

const WRITERS = 50;
const ROUNDS = 4;
const SINGLE = 60;

/** One store with an account and a session for every writer; their cookies. */
async function prepare(place: string): Promise<string[]> {
  const store = await openStore({ kind: 'sqlite', file: path.join(place, 'cockpit.sqlite') });
  await fillEmptyStore(store.db, 'auto', new Date().toISOString());
  const latest = await readLatestRecordedAt(store.db);
  const cookies: string[] = [];
  for (let n = 0; n < WRITERS; n += 1) {
    const id = `writer.${n}`;
    const recordedAt = new Date(Date.parse(latest ?? '') + n + 1).toISOString();
    await appendAccount(store.db, {
      id,
      login: id,
      name: id,
      department: 'd.bureau',
      roles: ['reporter'],
      state: 'active',
      recordedAt,
      recordedBy: 'bench',
    });
    const { secret } = await openSession(store.db, id, null, new Date().toISOString());
    cookies.push(`cockpit=${secret}`);
  }
  await store.close();
  return cookies;
}

const startServer = (place: string): Promise<{ child: ChildProcess; base: string }> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'server-child.ts'), ['home', place]);
    child.once('exit', (code) => reject(new Error(`the bench's server ended: ${code}`)));
    child.once('message', (value) => {
      const { port } = value as { port: number };
      resolve({ child, base: `http://127.0.0.1:${port}` });
    });
  });

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

type Reply = { readonly status: number; readonly text: () => string };

/** As lean as can be: a caller that needs as much of the processor as the server would measure itself. */
function createCaller(base: string) {
  const agent = new Agent({ keepAlive: true });
  /** Decoded once for all who are sent the same. */
  const decoded = new Map<string, string>();
  const call = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request(`${base}${path}`, {
        agent,
        method,
        headers: { 'accept-encoding': 'br', ...headers },
      });
      asked.once('error', reject);
      asked.once('response', (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.once('error', reject);
        reply.once('end', () => {
          const { etag } = reply.headers;
          const text = () => {
            const known = etag === undefined ? undefined : decoded.get(etag);
            if (known !== undefined) return known;
            const bytes = Buffer.concat(chunks);
            const isPacked = reply.headers['content-encoding'] === 'br';
            const words = (isPacked ? brotliDecompressSync(bytes) : bytes).toString();
            if (etag !== undefined) decoded.set(etag, words);
            return words;
          };
          resolve({ status: reply.statusCode ?? 0, text });
        });
      });
      asked.end(body);
    });
  return { call, end: () => agent.destroy() };
}

export async function run(): Promise<Measure[]> {
  const place = mkdtempSync(path.join(tmpdir(), 'cockpit-writers-'));
  const cookies = await prepare(place);
  const { child, base } = await startServer(place);
  let errors = 0;
  let written = 0;
  let conflicts = 0;
  const { call, end } = createCaller(base);
  const detail = async (task: string) => (await call('GET', `/api/tasks/${task}`)).text();
  const versionOf = (text: string) => /"version":"([^"]+)"/.exec(text)?.[1] ?? '';

  /** Updates a task, again on the newer version where somebody was faster; tells how long each attempt took. */
  const checkIn = async (cookie: string, task: string): Promise<number[]> => {
    const took: number[] = [];
    for (;;) {
      const version = versionOf(await detail(task));
      const start = performance.now();
      const headers = { cookie, origin: base, 'if-match': `"${version}"` };
      const body = JSON.stringify({ status: 'in_progress', progress: `at ${start}` });
      const reply = await call('POST', `/api/tasks/${task}/check-ins`, headers, body);
      took.push(performance.now() - start);
      if (reply.status === 201) written += 1;
      else if (reply.status === 412) conflicts += 1;
      else errors += 1;
      if (reply.status !== 412) return took;
    }
  };
  const read = async (): Promise<number> => {
    const start = performance.now();
    await call('GET', '/api/platforms?lang=zh');
    return performance.now() - start;
  };

  try {
    const list = await call('GET', '/api/tasks?department=d.bureau');
    const { items } = JSON.parse(list.text()) as { items: { id: string }[] };
    const tasks = items.map((task) => task.id);
    const taskOf = (n: number) => tasks[n % tasks.length] ?? '';
    const counted = async () => {
      let all = 0;
      for (const task of tasks)
        all += (JSON.parse(await detail(task)) as { checkIns: unknown[] }).checkIns.length;
      return all;
    };
    /** Every writer, in turn on a task of its own and on the same one as the others; how long each attempt took. */
    const everybody = async (rounds: number): Promise<number[]> => {
      const took = cookies.map(async (cookie, n) => {
        const own: number[] = [];
        for (let round = 0; round < rounds; round += 1)
          own.push(...(await checkIn(cookie, round % 2 === 0 ? taskOf(n) : taskOf(0))));
        return own;
      });
      return (await Promise.all(took)).flat();
    };
    // Before either is measured: code that has never run is slow, for one as for fifty.
    await everybody(2);
    const [first = ''] = cookies;
    // One writer, with a reader beside it, so that both runs recompute what they read.
    const single: number[] = [];
    const calm: number[] = [];
    for (let n = 0; n < SINGLE; n += 1) {
      single.push(...(await checkIn(first, taskOf(n))));
      calm.push(await read());
    }
    const busy: number[] = [];
    let isWriting = true;
    const reader = (async () => {
      while (isWriting) busy.push(await read());
    })();
    const crowd = await everybody(ROUNDS);
    isWriting = false;
    await reader;
    const lost = written - (await counted());
    const p50 = median(single);
    return [
      noted('one writer, p50', `${p50.toFixed(1)} ms`),
      noted('fifty writers, p50', `${median(crowd).toFixed(1)} ms`),
      noted('writes on record', `${written}, after ${conflicts} times somebody was faster`),
      atMost('writes that failed', errors, 0, '', 0),
      atMost('writes that were lost', lost, 0, '', 0),
      atMost('fifty writers, p99 to the p50 of one', percentile(crowd, 0.99) / p50, 20, 'times'),
      atMost('reads beside fifty writers to beside one', median(busy) / median(calm), 1.5, 'times'),
    ];
  } finally {
    end();
    child.removeAllListeners('exit');
    child.disconnect();
    rmSync(place, { recursive: true, force: true });
  }
}
