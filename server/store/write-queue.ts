/**
 * Where writes wait for the store. An engine that takes one writer at a time has them wait in line anyhow: those that
 * wait together are carried out in one transaction, each under a savepoint of its own, and share its commit. What each
 * of them does once more than its own work is done once for all of them at its end: their rows in the audit trail, of
 * what was done and what was refused, and the growth of the data version.
 */
import { CompiledQuery } from 'kysely';
import type { Instant } from '#core/domain/records.ts';
import { type AuditNote, appendAudits } from '#server/audit/audit.repository.ts';
import { engineOf } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { beginWriting, noteLatest } from './store.repository.ts';

/** What work has come to, beside the rows that it wrote itself. */
export type Carried<T> = {
  readonly done: T;
  /** Its row in the audit trail; null = it has none. */
  readonly note: AuditNote | null;
  /** Instant of what it put on record; null = nothing that a picture shows. */
  readonly recordedAt: Instant | null;
  /** What it made, by name, for work that shares the transaction and comes later. */
  readonly made?: { readonly name: string; readonly value: unknown } | undefined;
};

/** The transaction, and what is known of those who share it. */
export type Shared = {
  readonly tx: Db;
  /** Instant of the newest record, those of this transaction among them; null = the store is empty. */
  readonly latest: () => Promise<Instant | null>;
  /** What work before this one made, by name. */
  readonly made: ReadonlyMap<string, unknown>;
};

export type Work<T> = {
  /** Throws where what others made in the same transaction refuses it already: nothing is asked of the store then. */
  readonly check?: (made: Shared['made']) => void;
  readonly run: (shared: Shared) => Promise<Carried<T>>;
  /** The row that an error leaves; null = none. */
  readonly refusal: (error: unknown) => AuditNote | null;
};

export type WriteQueue = {
  /**
   * Runs the work in a transaction and settles once that is committed. Work that throws leaves nothing behind but the
   * row of its refusal, and takes nothing else with it; where the commit fails, everything that shared it rejects.
   */
  run<T>(work: Work<T>): Promise<T>;
  /** Puts on record what was refused without any work. */
  note(refused: AuditNote): Promise<void>;
};

/** Work that shares a commit at most: what comes later does not wait longer than for these. */
const TOGETHER = 50;

/** How long those who read wait at most until they get their turn between two writes. */
const SLICE_MS = 3;

const nextTimer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type Waiting = {
  /** A row alone has no work. */
  readonly work: Work<unknown> | AuditNote;
  readonly settle: (done: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** Lets in whoever waits for the process, not for the store. */
type Turn = () => Promise<void>;

/** Called once everything is committed. */
type Tell = () => void;

const [SAVE, RELEASE, BACK] = ['savepoint', 'release', 'rollback to'].map((word) =>
  CompiledQuery.raw(`${word} one_write`),
) as [CompiledQuery, CompiledQuery, CompiledQuery];

/** What a transaction gathers, to be written at its end. */
function gather(tx: Db) {
  let latest: Instant | null | undefined;
  let recordedAt: Instant | null = null;
  const made = new Map<string, unknown>();
  const notes: AuditNote[] = [];
  const shared: Shared = {
    tx,
    made,
    async latest() {
      if (latest === undefined) latest = await beginWriting(tx);
      return latest;
    },
  };
  return {
    shared,
    note(row: AuditNote | null): void {
      if (row !== null) notes.push(row);
    },
    keep(carried: Carried<unknown>): void {
      if (carried.note !== null) notes.push(carried.note);
      if (carried.made !== undefined) made.set(carried.made.name, carried.made.value);
      if (carried.recordedAt !== null) latest = recordedAt = carried.recordedAt;
    },
    async end(): Promise<void> {
      if (notes.length > 0) await appendAudits(tx, notes);
      if (recordedAt !== null) await noteLatest(tx, recordedAt);
    },
  };
}

type Gathered = ReturnType<typeof gather>;

async function attempt(gathered: Gathered, { work, settle, reject }: Waiting): Promise<Tell> {
  if ('outcome' in work) {
    gathered.note(work);
    return () => settle(undefined);
  }
  const refuse = (error: unknown): Tell => {
    gathered.note(work.refusal(error));
    return () => reject(error);
  };
  const { shared } = gathered;
  const { tx } = shared;
  try {
    work.check?.(shared.made);
  } catch (error) {
    return refuse(error);
  }
  await tx.executeQuery(SAVE);
  try {
    const carried = await work.run(shared);
    await tx.executeQuery(RELEASE);
    gathered.keep(carried);
    return () => settle(carried.done);
  } catch (error) {
    try {
      await tx.executeQuery(BACK);
      await tx.executeQuery(RELEASE);
    } catch {
      // The engine gave up the whole transaction (a full disk): nothing of it may be committed.
      throw error;
    }
    return refuse(error);
  }
}

/** @param next the one whose turn it is; null = nobody waits who may still share this transaction */
async function attemptAll(tx: Db, next: () => Waiting | null, othersFirst: Turn): Promise<Tell[]> {
  const gathered = gather(tx);
  const tells: Tell[] = [];
  let since = performance.now();
  for (let one = next(); one !== null; one = next()) {
    tells.push(await attempt(gathered, one));
    if (performance.now() - since > SLICE_MS) {
      await othersFirst();
      since = performance.now();
    }
  }
  await gathered.end();
  return tells;
}

/** Many writers have a connection each: only refusals, which all end in the one trail, wait for each other. */
function eachAlone(db: Db, shared: WriteQueue): WriteQueue {
  return {
    note: shared.note,
    async run(work) {
      try {
        return await db.transaction().execute(async (tx) => {
          const gathered = gather(tx);
          const carried = await work.run(gathered.shared);
          gathered.keep(carried);
          await gathered.end();
          return carried.done;
        });
      } catch (error) {
        const refused = work.refusal(error);
        if (refused !== null) await shared.note(refused);
        throw error;
      }
    },
  };
}

export type QueueParts = {
  /** Settles once whatever else waits for the thread had its turn. */
  readonly othersFirst?: Turn;
  /** Whether somebody is about to join those who wait. */
  readonly isMoreComing?: () => boolean;
};

export function createWriteQueue(
  db: Db,
  { othersFirst = nextTimer, isMoreComing = () => false }: QueueParts = {},
): WriteQueue {
  const waiting: Waiting[] = [];
  let isRunning = false;

  const carryOut = async (): Promise<void> => {
    const together = waiting.splice(0, TOGETHER);
    let taken = 0;
    // Whoever comes while these are carried out goes with them: the next commit would be twice as long a wait.
    const next = (): Waiting | null => {
      if (taken === together.length) together.push(...waiting.splice(0, TOGETHER - taken));
      taken += 1;
      return together[taken - 1] ?? null;
    };
    try {
      const tells = await db.transaction().execute((tx) => attemptAll(tx, next, othersFirst));
      for (const [index, tell] of tells.entries()) {
        if (index > 0) await othersFirst();
        tell();
      }
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  };

  const start = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      // They come one to a turn, and are to share this one.
      for (let turn = 0; turn < TOGETHER && isMoreComing(); turn += 1) await othersFirst();
      await carryOut();
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
    run: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        wait({ work, settle: resolve as (done: unknown) => void, reject });
      }),
    note: (refused) =>
      new Promise<void>((resolve, reject) => {
        wait({ work: refused, settle: () => resolve(), reject });
      }),
  };
  return engineOf(db) === 'postgres' ? eachAlone(db, queue) : queue;
}
