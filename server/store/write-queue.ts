/**
 * Where writes wait for the store. An engine that takes one writer at a time has them wait in line anyhow: those that
 * wait together are carried out in one transaction, each under a savepoint of its own, and share its commit. What was
 * refused among them gets its rows in the audit trail by the same commit.
 */
import { sql } from 'kysely';
import { type AuditNote, appendAudits } from '#server/audit/audit.repository.ts';
import { engineOf } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';

export type WriteQueue = {
  /**
   * Runs the work in a transaction and settles once that is committed. Work that throws leaves nothing behind but the
   * row that `refusal` makes of its error (null = none), and takes nothing else with it; where the commit fails,
   * everything that shared it rejects.
   */
  run<T>(work: (tx: Db) => Promise<T>, refusal: (error: unknown) => AuditNote | null): Promise<T>;
  /** Puts on record what was refused without any work. */
  note(refused: AuditNote): Promise<void>;
};

/** Work that shares a commit at most: what comes later does not wait longer than for these. */
const TOGETHER = 50;

/** How long those who read wait at most until they get their turn between two writes. */
const SLICE_MS = 3;

/** Lets in whoever waits for the process, not for the store. */
const othersFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type Waiting = {
  /** null = there is only the row. */
  readonly work: ((tx: Db) => Promise<unknown>) | null;
  readonly refusal: (error: unknown) => AuditNote | null;
  readonly settle: (done: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Outcome = { readonly note: AuditNote | null; readonly tell: () => void };

async function attempt(tx: Db, { work, refusal, settle, reject }: Waiting): Promise<Outcome> {
  if (work === null) return { note: refusal(null), tell: () => settle(undefined) };
  await sql`savepoint one_write`.execute(tx);
  try {
    const done = await work(tx);
    await sql`release one_write`.execute(tx);
    return { note: null, tell: () => settle(done) };
  } catch (error) {
    try {
      await sql`rollback to one_write`.execute(tx);
      await sql`release one_write`.execute(tx);
    } catch {
      // The engine gave up the whole transaction (a full disk): nothing of it may be committed.
      throw error;
    }
    return { note: refusal(error), tell: () => reject(error) };
  }
}

async function attemptAll(tx: Db, together: readonly Waiting[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let since = performance.now();
  for (const one of together) {
    if (performance.now() - since > SLICE_MS) {
      await othersFirst();
      since = performance.now();
    }
    outcomes.push(await attempt(tx, one));
  }
  const notes = outcomes.flatMap(({ note }) => note ?? []);
  if (notes.length > 0) await appendAudits(tx, notes);
  return outcomes;
}

/** Many writers have a connection each: only refusals, which all end in the one trail, wait for each other. */
function eachAlone(db: Db, shared: WriteQueue): WriteQueue {
  return {
    note: shared.note,
    async run(work, refusal) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        const refused = refusal(error);
        if (refused !== null) await shared.note(refused);
        throw error;
      }
    },
  };
}

export function createWriteQueue(db: Db): WriteQueue {
  let waiting: Waiting[] = [];
  let isRunning = false;

  const carryOut = async (together: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await db.transaction().execute((tx) => attemptAll(tx, together));
      for (const { tell } of outcomes) tell();
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  };

  const start = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const together = waiting.slice(0, TOGETHER);
      waiting = waiting.slice(TOGETHER);
      await carryOut(together);
      // Those who could not come in while this one kept the process busy are to share the next.
      if (waiting.length > 0) await othersFirst();
    }
    isRunning = false;
  };

  const wait = (one: Waiting): void => {
    waiting.push(one);
    if (!isRunning) void start();
  };

  const queue: WriteQueue = {
    run: <T>(work: (tx: Db) => Promise<T>, refusal: Waiting['refusal']) =>
      new Promise<T>((resolve, reject) => {
        wait({ work, refusal, settle: resolve as (done: unknown) => void, reject });
      }),
    note: (refused) =>
      new Promise<void>((resolve, reject) => {
        wait({ work: null, refusal: () => refused, settle: () => resolve(), reject });
      }),
  };
  return engineOf(db) === 'postgres' ? eachAlone(db, queue) : queue;
}
