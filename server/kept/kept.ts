/**
 * What was read for an earlier answer, kept in memory and brought up to date by what was recorded since. Records are
 * only ever added, each write later than all before it (store.repository.ts), so that the instant of the newest
 * record names a state of the store and everything after it is found by its own.
 */
import type { Instant } from '#core/domain/records.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { readLatestRecordedAt } from '#server/store/store.repository.ts';

/** How many are kept: a picture's dates make a few of them; single things are small, and many are looked at. */
const KEPT = { picture: 12, thing: 200 } as const;

/** Where a value is kept. */
export type Shelf = {
  /** What is read, with all that it depends on but the records. */
  readonly name: string;
  /** Whether it is of a whole picture (left out), or of one thing. */
  readonly of?: keyof typeof KEPT;
};

export type Reading<T> = Shelf & {
  readonly whole: (db: Db) => Promise<T>;
  /** The earlier value with what was recorded after the instant. Must not change the value that it is given. */
  readonly since: (db: Db, earlier: T, after: Instant) => Promise<T>;
};

/** The state of the store that is read, and the bound on it that was asked for; null = everything on record. */
export type Known = { readonly knownAt: Instant | null; readonly newest: Instant };

export type Kept = {
  /** The value as of `known`. A picture of an earlier moment is read whole, and not kept. */
  read<T>(db: Db, known: Known, reading: Reading<T>): Promise<T>;
  /** Keeps a value that a write made instead of reading it, once the write is committed. */
  put(shelf: Shelf, newest: Newest<unknown>): void;
};

type Values = Map<string, Newest<unknown>>;

export function createKept(): Kept {
  const shelves: Readonly<Record<keyof typeof KEPT, Values>> = {
    picture: new Map(),
    thing: new Map(),
  };
  const put = ({ name, of = 'picture' }: Shelf, { value, upTo }: Newest<unknown>): void => {
    const values = shelves[of];
    const last = values.get(name);
    if (last !== undefined && last.upTo > upTo) return;
    values.delete(name);
    values.set(name, { upTo, value });
    for (const oldest of values.keys()) {
      if (values.size <= KEPT[of]) break;
      values.delete(oldest);
    }
  };
  return {
    put,
    async read<T>(db: Db, { knownAt, newest }: Known, reading: Reading<T>) {
      const { name, of = 'picture', whole, since } = reading;
      const kept = shelves[of].get(name);
      // Another process may have written more than this snapshot shows.
      if (knownAt !== null || (kept !== undefined && kept.upTo > newest)) return whole(db);
      const value =
        kept === undefined
          ? await whole(db)
          : kept.upTo === newest
            ? (kept.value as T)
            : await since(db, kept.value as T, kept.upTo);
      put(reading, { value, upTo: newest });
      return value;
    },
  };
}

/** A value, and the instant up to which it holds everything on record. */
export type Newest<T> = { readonly value: T; readonly upTo: Instant };

/**
 * The value as it stands, and the instant up to which it holds everything on record.
 * @throws RangeError where the store is empty
 */
export function readNewest<T>(db: Db, kept: Kept, reading: Reading<T>): Promise<Newest<T>> {
  return withSnapshot(db, async (snapshot) => {
    const newest = await readLatestRecordedAt(snapshot);
    if (newest === null) throw new RangeError('nothing was ever recorded');
    return {
      value: await kept.read(snapshot, { knownAt: null, newest }, reading),
      upTo: newest,
    };
  });
}
