/** What a resource says about one of its routes that write; writes.ts carries it out, openapi.ts documents it. */
import type { z } from 'zod';
import type { Language } from '#core/contract/lists.ts';
import type { Instant, IsoDate, Workspace } from '#core/domain/records.ts';
import type { Needed } from '#core/domain/rights.ts';
import type { Principal } from '#server/accounts/principal.ts';
import type { Db } from '#server/db/tables.ts';
import type { Newest, Reading, Shelf } from '#server/kept/kept.ts';
import type { ParameterName, Query } from './parameters.ts';
import type { Services } from './services.ts';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One write, as a route is asked it. */
export type WriteAsk<B> = {
  /** The transaction that everything happens in. */
  readonly db: Db;
  /** What is committed, for `prepare`: reading it waits for no writer. */
  readonly readDb: Db;
  readonly body: B;
  /** The `{…}` part of the path; empty where the path has none. */
  readonly key: string;
  readonly lang: Language;
  /** Parameters that were sent, of those that the route names. */
  readonly query: Query;
  /** Instant of the record: later than every record of the store. */
  readonly now: Instant;
  /** The workspace's day: pinned, or the bureau's. */
  readonly today: IsoDate;
  readonly workspace: Workspace;
  /** null only on routes that need no right. */
  readonly principal: Principal | null;
  /** Address the request came from; null = the home does not know. */
  readonly address: string | null;
  /** Secret of the device's own cookie (a screen's); null = none was sent. */
  readonly device: string | null;
  /** Secret with which a paired phone comes; null = none was sent. */
  readonly stageKey: string | null;
  /** If-Match without its quotes; null = not sent. */
  readonly ifMatch: string | null;
  /** Under which browsers reach the product, without a path. */
  readonly origin: string;
  readonly services: Services;
  /** For what goes on after `now`. */
  readonly clock: () => Instant;
  /**
   * A value as committed, and the instant up to which it holds everything on record; read once for all who ask
   * meanwhile. For `prepare` and `current`.
   */
  readonly committed: <T>(reading: Reading<T>) => Promise<Newest<T>>;
};

/** What is known of it before its transaction. */
export type ReadyAsk<B> = Omit<WriteAsk<B>, 'db' | 'now'>;

/** What writes before it in the same transaction made, not committed yet; undefined = none of them made it. */
export type Made = (shelf: Shelf) => unknown;

/** The same where a right was asked for: somebody is signed in. */
export type SignedAsk<B> = WriteAsk<B> & { readonly principal: Principal };

export type Written = {
  readonly status: 200 | 201;
  readonly reply: unknown;
  /** What the audit trail says of it, without secrets. */
  readonly audit: {
    readonly subject: string;
    readonly before?: unknown;
    readonly after?: unknown;
  };
  /** What was written as it is read from now on: spares the next who asks the reading. */
  readonly keeps?: { readonly reading: Shelf; readonly value: unknown };
  /** What is set going once everything is committed; it throws nothing. */
  readonly after?: () => void;
  /** A session begins (its secret) or ends (null); undefined = it stays as it is. */
  readonly session?: string | null;
  /** The secret that the device carries from now on; left out = it stays as it is. */
  readonly device?: string;
  /** The secret with which a phone is paired from now on; left out = it stays as it is. */
  readonly stageKey?: string;
  /** The presentation of this meeting has moved; left out = none has. */
  readonly moved?: { readonly meeting: string; readonly turn: number };
  /** Id of the screen that has news from this; left out = none. */
  readonly screen?: string;
};

export type WriteRoute = {
  readonly method: Method;
  /** Below /api, with at most one `{…}` part. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** What the audit trail calls it, e.g. `check-in.create`. */
  readonly action: string;
  /** Needed over something at least; the route itself asks over what. null = nobody has to be signed in. */
  readonly right: Needed | null;
  /** Query parameters that it takes beside `lang`; none where left out. */
  readonly parameters?: readonly ParameterName[];
  /** null = takes no body. */
  readonly body: z.ZodType | null;
  /** Takes a body of so many bytes at most, as it is, in place of JSON; `act` finds it as `body`. */
  readonly takesBytes?: number;
  readonly reply: z.ZodType;
  /** The reply holds a secret: it is not kept for a second asking under one key. */
  readonly repliesOnce?: true;
  /**
   * `record`: grows the data version, so that every picture is asked anew; `private`: no picture shows it; `telemetry`:
   * what a device says of itself, which is in no picture and no audit trail either.
   */
  readonly touches: 'record' | 'private' | 'telemetry';
  /** What takes long and needs no transaction; its result is handed on. Nothing is written here. */
  readonly prepare?: (ask: WriteAsk<unknown>) => Promise<unknown>;
  /**
   * What `stale-version` shows of the thing as it stands, where `act` and `prepare` do not say it: from `readDb`, after
   * whoever was faster is on record.
   */
  readonly current?: (ask: WriteAsk<unknown>) => Promise<unknown>;
  /** Throws ProblemError where what was made in the same transaction says already that it comes too late. */
  readonly late?: (ask: ReadyAsk<unknown>, prepared: unknown, made: Made) => void;
  /** Throws ProblemError for what the caller got wrong: nothing is written then. */
  readonly act: (ask: WriteAsk<unknown>, prepared: unknown) => Promise<Written>;
};

type Definition<B extends z.ZodType | null, R extends z.ZodType, P> = Omit<
  WriteRoute,
  'body' | 'reply' | 'prepare' | 'late' | 'act' | 'right'
> & {
  readonly body: B;
  readonly reply: R;
  readonly prepare?: (ask: WriteAsk<BodyOf<B>>) => Promise<P>;
  readonly late?: (ask: ReadyAsk<BodyOf<B>>, prepared: P, made: Made) => void;
};
type BodyOf<B> = B extends z.ZodType ? z.output<B> : null;
type WrittenAs<R extends z.ZodType> = Written & { readonly reply: z.input<R> };

/** A route for whoever holds a right. */
export function writeRoute<B extends z.ZodType | null, R extends z.ZodType, P = undefined>(
  route: Definition<B, R, P> & {
    readonly right: Needed;
    readonly act: (ask: SignedAsk<BodyOf<B>>, prepared: P) => Promise<WrittenAs<R>>;
  },
): WriteRoute {
  return route as unknown as WriteRoute;
}

/** A route for everybody: signing in, and what leads there. */
export function openRoute<B extends z.ZodType | null, R extends z.ZodType, P = undefined>(
  route: Definition<B, R, P> & {
    readonly act: (ask: WriteAsk<BodyOf<B>>, prepared: P) => Promise<WrittenAs<R>>;
  },
): WriteRoute {
  return { ...route, right: null } as unknown as WriteRoute;
}
