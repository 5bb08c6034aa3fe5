/**
 * What was read for an earlier answer, kept in memory and brought up to date by what was recorded since. Records are
 * only ever added, each write later than all before it (store.repository.ts), so that the instant of the newest
 * record names a state of the store and everything after it is found by its own.
 */
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';

/** Questions whose rows are kept: a picture's dates make a few of them. */
const KEPT = 12;

export type Reading<T> = {
  /** What is read, with all that it depends on but the records. */
  readonly name: string;
  readonly whole: (db: Db) => Promise<T>;
  /** The earlier value with what was recorded after the instant. Must not change the value that it is given. */
  readonly since: (db: Db, earlier: T, after: Instant) => Promise<T>;
};

/** The state of the store that is read, and the bound on it that was asked for; null = everything on record. */
export type Known = { readonly knownAt: Instant | null; readonly newest: Instant };

export type Kept = {
  /** The value as of `known`. A picture of an earlier moment is read whole, and not kept. */
  read<T>(db: Db, known: Known, reading: Reading<T>): Promise<T>;
};

export function createKept(): Kept {
  const values = new Map<string, { readonly upTo: Instant; readonly value: unknown }>();
  return {
    async read<T>(db: Db, { knownAt, newest }: Known, { name, whole, since }: Reading<T>) {
      const kept = values.get(name);
      // Another process may have written more than this snapshot shows.
      if (knownAt !== null || (kept !== undefined && kept.upTo > newest)) return whole(db);
      const value =
        kept === undefined
          ? await whole(db)
          : kept.upTo === newest
            ? (kept.value as T)
            : await since(db, kept.value as T, kept.upTo);
      const last = values.get(name);
      if (last !== undefined && last.upTo > newest) return value;
      values.delete(name);
      values.set(name, { upTo: newest, value });
      for (const oldest of values.keys()) {
        if (values.size <= KEPT) break;
        values.delete(oldest);
      }
      return value;
    },
  };
}
