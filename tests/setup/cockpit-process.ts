/** The cockpit as a process of its own, for tests that end it as no program can end itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { openSqliteStore } from '#server/node/sqlite-store.ts';
import { addWriter, type Writer } from './writer.ts';

const main = join(import.meta.dirname, '..', '..', 'server', 'node', 'main.ts');

export type CockpitProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it without a word (SIGKILL), and waits until it is gone. */
  readonly kill: () => Promise<void>;
};

export type ProcessOptions = {
  /** Settings beside `PORT` (any free one unless it is named). */
  readonly env: Readonly<Record<string, string>>;
  /** Largest file that it may write, in bytes. */
  readonly fileLimit?: number;
};

/** Fills a data folder with the sample and a reporter, for the process that comes after. */
export async function fillStore(folder: string): Promise<Writer> {
  const store = await openSqliteStore(join(folder, 'cockpit.sqlite'));
  try {
    await fillEmptyStore(store.db, 'auto', new Date().toISOString());
    return await addWriter(store.db);
  } finally {
    await store.close();
  }
}

/** Starts it and waits until it serves. Throws with what it said where it ends before. */
export async function startProcess({ env, fileLimit }: ProcessOptions): Promise<CockpitProcess> {
  // The shell counts in blocks of 512 bytes, and becomes the server itself.
  const limit = fileLimit === undefined ? '' : `ulimit -f ${Math.floor(fileLimit / 512)}; `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" "$1"`, process.execPath, main], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (part: unknown): void => {
      said += String(part);
      const found = /Wall 大屏 {2}(http:\/\/\S+)\/wall/.exec(said)?.[1];
      if (found !== undefined && said.includes('Ctrl-C')) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
  return {
    url,
    child,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
