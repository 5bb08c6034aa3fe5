/** Rows for what was refused: those that come while one is being written are written together, after it. */
import type { Db } from '#server/db/tables.ts';
import { type AuditNote, appendAudit } from './audit.repository.ts';

export type Refusals = {
  /** Settles once the row is on record; rejects where it could not be written. */
  note(row: AuditNote): Promise<void>;
};

export function createRefusals(db: Db): Refusals {
  let waiting: AuditNote[] = [];
  /** Of the rows that wait; null = none do. */
  let next: Promise<void> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const writeAll = async (): Promise<void> => {
    await running;
    const rows = waiting;
    waiting = [];
    next = null;
    const write = db.transaction().execute(async (tx) => {
      for (const row of rows) await appendAudit(tx, row);
    });
    running = write.catch(() => undefined);
    await write;
  };

  return {
    note(row) {
      waiting.push(row);
      next ??= writeAll();
      return next;
    },
  };
}
