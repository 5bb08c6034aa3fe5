/** The product in a process of its own, with a reporter who writes to it. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { openSqliteStore } from '#server/node/sqlite-store.ts';
import { addWriter, readTask, type Writer } from '#tests/setup/writer.ts';

export type BenchServer = {
  readonly port: number;
  readonly url: string;
  /** Milliseconds of CPU that it used so far. */
  cpu(): Promise<number>;
  /** Memory that it holds, in MB. */
  memory(): number;
  /** Puts a check-in on record, and settles once that is acknowledged; tells the data version. */
  write(status: Status): Promise<number>;
  /** As `write`; tells the server's instant right before its commit, in ms since 1970. */
  report(status: Status): Promise<number>;
  dataVersion(): Promise<number>;
  end(): void;
};

type Status = 'in_progress' | 'blocked';

const TASK = 't.core-business';

/** @param root folder of the built page; left out = the API alone */
export async function startBenchServer(place: string, root?: string): Promise<BenchServer> {
  const store = await openSqliteStore(path.join(place, 'cockpit.sqlite'));
  await fillEmptyStore(store.db, 'auto', new Date().toISOString());
  const writer: Writer = await addWriter(store.db);
  await store.close();
  const words = ['home', place, root ?? place];
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'server-child.ts'), words);
  const message = <T>() =>
    new Promise<T>((resolve) => child.once('message', (value) => resolve(value as T)));
  const { port } = await message<{ port: number }>();
  const url = `http://127.0.0.1:${port}`;
  const report: BenchServer['report'] = async (status) => {
    const { version } = await readTask(url, TASK);
    const reply = await fetch(`${url}/api/tasks/${TASK}/check-ins`, {
      method: 'POST',
      headers: { origin: url, cookie: writer.cookie, 'if-match': `"${version}"` },
      body: JSON.stringify({ status, difficulty: `at ${performance.now()}` }),
    });
    if (reply.status !== 201) throw new Error(`${reply.status}: ${await reply.text()}`);
    const { checkIn } = (await reply.json()) as { checkIn: { recordedAt: string } };
    return Date.parse(checkIn.recordedAt);
  };
  const dataVersion = async (): Promise<number> => {
    const ready = (await (await fetch(`${url}/api/ready`)).json()) as { dataVersion: number };
    return ready.dataVersion;
  };
  return {
    port,
    url,
    report,
    cpu: async () => {
      const answer = message<{ cpu: number }>();
      child.send('cpu');
      return (await answer).cpu / 1000;
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    },
    dataVersion,
    write: async (status) => {
      await report(status);
      return dataVersion();
    },
    end: () => child.disconnect(),
  };
}
