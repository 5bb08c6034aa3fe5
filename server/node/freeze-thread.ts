/** Freezes on a thread of its own, so that whoever reads meanwhile does not wait for it. */
import { Worker } from 'node:worker_threads';
import { type Freezer, type Frozen, inTurn } from '#server/meetings/freezer.ts';
import type { FrozenPicture } from '#server/meetings/frozen-answers.ts';
import type { MeetingRecord } from '#server/meetings/meetings.repository.ts';
import type { StoreConfig } from './config.ts';

export type FreezeJob = {
  readonly store: StoreConfig;
  readonly picture: FrozenPicture;
  readonly meeting: MeetingRecord;
};

export type FreezeThread = {
  readonly freezer: Freezer;
  /** Ends what is under way; it has written nothing. */
  end(): Promise<void>;
};

export function openFreezeThread(store: StoreConfig): FreezeThread {
  const running = new Set<Worker>();
  const freezer: Freezer = (picture, meeting) =>
    new Promise<Frozen>((resolve, reject) => {
      const workerData: FreezeJob = { store, picture, meeting };
      const worker = new Worker(new URL('./freeze-worker.ts', import.meta.url), { workerData });
      running.add(worker);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        running.delete(worker);
        reject(new Error(`the freezing thread ended with ${code}`));
      });
    });
  return {
    freezer: inTurn(freezer),
    end: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
