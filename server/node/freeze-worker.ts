/** The thread that freezes: it reads a store on a connection of its own, and hands back what is to be kept. */
import { parentPort, workerData } from 'node:worker_threads';
import { withSnapshot } from '#server/db/dialects.ts';
import { freeze } from '#server/meetings/freezer.ts';
import type { FreezeJob } from './freeze-thread.ts';
import { openStoreToRead } from './open-store.ts';

const { store: config, picture, meeting } = workerData as FreezeJob;
const store = await openStoreToRead(config);
try {
  // One state of the store for all answers, however long they take.
  const frozen = await withSnapshot(store.db, (db) => freeze(db, picture, meeting));
  parentPort?.postMessage(
    frozen,
    frozen.parts.map(({ content }) => content.buffer),
  );
} finally {
  await store.close();
}
