/** Freezes on a thread of its own, so that whoever reads meanwhile does not wait for it. */
import { Worker } from 'node:worker_threads';
import { type Freezer, FreezeStopped, type Frozen, inTurn } from '#server/meetings/freezer.ts';
import type { FrozenPicture } from '#server/meetings/frozen-answers.ts';
import type { MeetingRecord } from '#server/meetings/meetings.repository.ts';
import type { StoreConfig } from './config.ts';

/** What a thread is asked, once. */
export type FreezeJob = { readonly picture: FrozenPicture; readonly meeting: MeetingRecord };

/** What it says, until it hands over what was frozen. */
export type FreezeNews = { readonly done: number } | { readonly frozen: Frozen };

export type FreezeThread = {
  readonly freezer: Freezer;
  /** Ends what is under way; it has written nothing. */
  end(): Promise<void>;
};

/**
 * Without a bound the engine fills memory with what is long done with. A workspace of 5,000 tasks and 120,000 observations
 * needs less than 160 MB.
 */
const LIMITS = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 24 };

/** How long a thread waits for a freeze that was expected. */
const PATIENCE_MS = 10 * 60_000;

export function openFreezeThread(store: StoreConfig): FreezeThread {
  const running = new Set<Worker>();
  /** Has loaded everything and waits for its job; null = none was expected. */
  let ready: Worker | null = null;
  let patience: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const url = new URL('./freeze-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: store, resourceLimits: LIMITS });
    running.add(worker);
    worker.once('exit', () => {
      running.delete(worker);
      if (ready === worker) ready = null;
    });
    // Where nobody waits for it yet, whoever freezes next gets another one.
    worker.on('error', () => undefined);
    worker.unref();
    return worker;
  };

  const expect = (): void => {
    ready ??= start();
    clearTimeout(patience);
    patience = setTimeout(() => void ready?.terminate(), PATIENCE_MS);
    patience.unref();
  };

  const freeze: Freezer['freeze'] = (picture, meeting, { tell, signal }) =>
    new Promise<Frozen>((resolve, reject) => {
      const worker = ready ?? start();
      ready = null;
      worker.ref();
      const stop = () => void worker.terminate();
      signal.addEventListener('abort', stop);
      worker.on('message', (news: FreezeNews) => {
        if ('frozen' in news) resolve(news.frozen);
        else tell(news.done);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        signal.removeEventListener('abort', stop);
        const why = `the freezing thread ended with ${code}`;
        reject(signal.aborted ? new FreezeStopped() : new Error(why));
      });
      const job: FreezeJob = { picture, meeting };
      worker.postMessage(job);
    });

  return {
    freezer: { freeze: inTurn(freeze), expect },
    end: async () => {
      clearTimeout(patience);
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
