import type { Db } from '#server/db/tables.ts';

/** An open store, migrated to this build's schema. */
export type Store = {
  readonly db: Db;
  /** Reads what is committed and never waits for a writer; the same as `db` where that does so itself. */
  readonly readDb: Db;
  readonly engine: 'sqlite' | 'postgres';
  /** Where it is, fit for messages and logs: a path, or a connection string without its password. */
  readonly place: string;
  /** The data version as last committed; asked before every reply, so it has to be cheap. */
  readonly dataVersion: () => number | Promise<number>;
  /** Tells of writes by other processes, and of screens that have news from them; left out where there can be none. */
  readonly onChange?: (
    listener: (version: number) => void,
    screenListener?: (id: string) => void,
  ) => void;
  /** Waits for what runs, then lets go of files, connections and the lock. */
  close(): Promise<void>;
};
