/** A thread that freezes once: it reads a store on a connection of its own, and hands back what is to be kept. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { withSnapshot } from '#server/db/dialects.ts';
import { freeze } from '#server/meetings/freezer.ts';
import type { StoreConfig } from './config.ts';
import type { FreezeJob, FreezeNews } from './freeze-thread.ts';
import { openReader } from './open-reader.ts';

if (parentPort === null) throw new Error('this is a thread of the server');
const port = parentPort;
const store = await openReader(workerData as StoreConfig);
try {
  const [{ picture, meeting }] = (await once(port, 'message')) as [FreezeJob];
  const course = {
    tell: (done: number) => port.postMessage({ done } satisfies FreezeNews),
    // Whoever stops it ends the thread.
    signal: new AbortController().signal,
  };
  // One state of the store for all answers, however long they take.
  const frozen = await withSnapshot(store.db, (db) => freeze(db, picture, meeting, course));
  port.postMessage(
    { frozen } satisfies FreezeNews,
    frozen.parts.map(({ content }) => content.buffer),
  );
} finally {
  await store.close();
}
