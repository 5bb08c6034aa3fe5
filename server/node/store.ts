import type { Db } from '#server/db/tables.ts';

/** Who is told of what other processes wrote to the store. */
export type News = {
  readonly version: (version: number) => void;
  /** A screen has news. */
  readonly screen: (id: string) => void;
  /** The presentation of a meeting has moved. @param turn counts its moves */
  readonly meeting: (id: string, turn: number) => void;
};

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
  /** Tells of writes by other processes; left out where there can be none. */
  readonly onChange?: (news: News) => void;
  /** Waits for what runs, then lets go of files, connections and the lock. */
  close(): Promise<void>;
};
