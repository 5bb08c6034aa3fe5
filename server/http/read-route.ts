/** What a resource says about one of its GET routes; app.ts serves it and openapi.ts documents it. */
import type { z } from 'zod';
import type { Language } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import type { Kept } from '#server/kept/kept.ts';
import type { ParameterName, Query } from './parameters.ts';

/** One question, as a route is asked it. */
export type Ask = {
  readonly db: Db;
  readonly query: Query;
  /** Asked language, else the one that the caller's browser prefers. */
  readonly lang: Language;
  /** The home's clock at the moment of asking. */
  readonly now: Instant;
  /** The `{…}` part of the path, decoded; empty where the path has none. */
  readonly key: string;
  /** Rows that earlier answers read. */
  readonly kept: Kept;
};

export type ReadRoute = {
  /** Below /api, with at most one `{…}` part. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly parameters: readonly ParameterName[];
  readonly reply: z.ZodType;
  /** Throws ProblemError for what the caller got wrong. */
  readonly answer: (ask: Ask) => Promise<unknown>;
};

/** A read route whose answer fits its reply schema. */
export function readRoute<R extends z.ZodType>(
  route: Omit<ReadRoute, 'reply' | 'answer'> & {
    readonly reply: R;
    readonly answer: (ask: Ask) => Promise<z.input<R>>;
  },
): ReadRoute {
  return route;
}
