/** Makes the files that were asked for, one after another, and keeps the store told of it. */
import type { ExportFault, ExportFormat } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import type { Logger } from '#server/http/observers.ts';
import type { Bytes, Progress } from './export-input.ts';
import type { ExportOrder } from './export-order.ts';
import {
  endExport,
  expiredExports,
  findExport,
  isFileNamed,
  removeExport,
  tellProgress,
  tellWaiting,
} from './exports.repository.ts';

/** A file that is being written. */
export type Writing = {
  /** Rejects with ExportError, also where it was stopped. */
  readonly file: Promise<Bytes>;
  /** Ends it at once; nothing is left. */
  readonly stop: () => void;
};

/** What a home writes with. */
export type ExportWriter = {
  readonly formats: readonly ExportFormat[];
  readonly write: (order: ExportOrder, progress: Progress) => Writing;
};

export class ExportError extends Error {
  readonly fault: ExportFault;
  constructor(fault: ExportFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExportError';
    this.fault = fault;
  }
}

/** Contents of exports, named by their SHA-256: a store of its own, for they go again. */
export type ExportFiles = {
  readonly put: (hash: string, content: Bytes) => Promise<void>;
  /** null = there is none of that name. */
  readonly get: (hash: string) => Promise<Bytes | null>;
  readonly remove: (hash: string) => Promise<void>;
};

export type ExportJobs = {
  readonly formats: readonly ExportFormat[];
  /** Once the job is on record. */
  start(id: string, order: ExportOrder): void;
  /** Once it is on record as cancelled; it may be made by another process, which finds out by itself. */
  stopped(id: string): void;
  read(hash: string): Promise<Bytes | null>;
  /** Takes jobs away whose time is over, with their files. */
  sweep(): Promise<void>;
  /** Takes a content away that no job stands on any more. */
  drop(hash: string): Promise<void>;
  /** Stops what is being made. */
  end(): Promise<void>;
};

/** How often a running job tells that it lives, and looks whether it was cancelled. */
const BEAT_MS = 1_000;
/** After so long without a sign the process that made it is taken to be gone. */
export const SILENT_MS = 30_000;

type Parts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly files: ExportFiles;
  readonly writer: ExportWriter;
  readonly logger?: Logger;
};

type Queued = { readonly id: string; readonly order: ExportOrder };

export function createExportJobs({ db, clock, files, writer, logger }: Parts): ExportJobs {
  const queue: Queued[] = [];
  let current: { readonly id: string; readonly writing: Writing } | null = null;
  let turn: Promise<void> = Promise.resolve();
  let isEnding = false;

  const dropFile = async (file: string): Promise<void> => {
    if (!(await isFileNamed(db, file))) await files.remove(file);
  };

  const forget = async (id: string): Promise<void> => {
    const job = await findExport(db, id);
    await removeExport(db, id);
    if (job !== null && job.file !== null) await dropFile(job.file);
  };

  const make = async ({ id, order }: Queued): Promise<void> => {
    if (isEnding || !(await tellProgress(db, id, 0, clock()))) return;
    let done = 0;
    const writing = writer.write(order, (share) => {
      done = Math.max(done, Math.min(1, share));
    });
    current = { id, writing };
    let telling: Promise<void> = Promise.resolve();
    const beat = setInterval(() => {
      telling = telling
        .then(async () => {
          if (!(await tellProgress(db, id, done, clock()))) writing.stop();
          const waiting = queue.map((one) => one.id);
          await tellWaiting(db, waiting, clock());
        })
        .catch((error: unknown) => logger?.error({ err: error }, 'an export could not be told'));
    }, BEAT_MS);
    try {
      const content = await writing.file;
      const file = await sha256(content);
      await files.put(file, content);
      const isDone = await endExport(db, id, { state: 'done', file, bytes: content.length });
      if (!isDone) await dropFile(file);
    } catch (error) {
      const known = error instanceof ExportError ? error.fault : 'failed';
      const fault = isEnding ? 'interrupted' : known;
      const isTold = await endExport(db, id, { state: 'failed', fault });
      if (isTold && fault === 'failed') logger?.error({ err: error }, 'an export failed');
    } finally {
      clearInterval(beat);
      await telling;
      current = null;
    }
  };

  const next = (): void => {
    turn = turn.then(async () => {
      const queued = queue.shift();
      if (queued === undefined) return;
      await make(queued).catch((error: unknown) =>
        logger?.error({ err: error }, 'an export failed'),
      );
    });
  };

  return {
    formats: writer.formats,
    start(id, order) {
      queue.push({ id, order });
      next();
    },
    stopped(id) {
      const at = queue.findIndex((one) => one.id === id);
      if (at >= 0) queue.splice(at, 1);
      if (current?.id === id) current.writing.stop();
    },
    read: (hash) => files.get(hash),
    async sweep() {
      for (const { id } of await expiredExports(db, clock())) await forget(id);
    },
    drop: dropFile,
    async end() {
      isEnding = true;
      queue.length = 0;
      current?.writing.stop();
      await turn;
    },
  };
}
