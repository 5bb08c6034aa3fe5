/** Reads that depend on who asks: never kept, never shared. */
import type { z } from 'zod';
import type { Instant, IsoDate, Workspace } from '#core/domain/records.ts';
import type { Needed } from '#core/domain/rights.ts';
import type { Principal } from '#server/accounts/principal.ts';
import type { Ask, ReadRoute } from './read-route.ts';
import type { Services } from './services.ts';

export type PrivateAsk = Ask & {
  /** null only on routes that need no right. */
  readonly principal: Principal | null;
  readonly workspace: Workspace;
  readonly today: IsoDate;
  readonly now: Instant;
  readonly services: Services;
  /** Secret of the device's own cookie (a screen's); null = none was sent. */
  readonly device: string | null;
  /** Secret with which a paired phone comes; null = none was sent. */
  readonly stageKey: string | null;
};

/** Of a route that needs a right. */
export type SignedInAsk = PrivateAsk & { readonly principal: Principal };

export type PrivateRoute = Omit<ReadRoute, 'answer'> & {
  /** Needed over something at least; null = nobody has to be signed in. */
  readonly right: Needed | null;
  /** As open as the boards are, although the answer depends on who asks. */
  readonly ofReaders?: true;
  readonly answer: (ask: PrivateAsk) => Promise<unknown>;
};

type Definition<R extends z.ZodType> = Omit<PrivateRoute, 'reply' | 'answer' | 'right'> & {
  readonly reply: R;
};

/** A read for whoever holds a right. */
export function privateRoute<R extends z.ZodType>(
  route: Definition<R> & {
    readonly right: Needed;
    readonly answer: (ask: SignedInAsk) => Promise<z.input<R>>;
  },
): PrivateRoute {
  return route as unknown as PrivateRoute;
}

/** A read for everybody whose answer depends on who asks. */
export function personalRoute<R extends z.ZodType>(
  route: Definition<R> & { readonly answer: (ask: PrivateAsk) => Promise<z.input<R>> },
): PrivateRoute {
  return { ...route, right: null };
}

/** A read for whoever may read the boards, whose answer depends on who asks. */
export function readersRoute<R extends z.ZodType>(
  route: Definition<R> & { readonly answer: (ask: PrivateAsk) => Promise<z.input<R>> },
): PrivateRoute {
  return { ...route, right: null, ofReaders: true };
}

/** A content to be saved. */
export type Download = {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
};

/** A JSON document that never changes under its name and may be long. */
export type Document = {
  /** The text, piece by piece. */
  readonly pieces: AsyncIterable<string>;
  readonly name: string;
  /** SHA-256 of the text, which is its ETag. */
  readonly sha256: string;
  /** Whether the same question is answered with these bytes for ever. */
  readonly isFixed: boolean;
};

/** A read whose answer is a file. */
export type DownloadRoute = Omit<PrivateRoute, 'reply' | 'answer'> & {
  readonly answer: (ask: PrivateAsk) => Promise<Download | Document>;
};

/** A file for whoever holds a right. */
export function downloadRoute(
  route: Omit<DownloadRoute, 'answer' | 'right'> & {
    readonly right: Needed;
    readonly answer: (ask: SignedInAsk) => Promise<Download>;
  },
): DownloadRoute {
  return route as unknown as DownloadRoute;
}

/** A document for whoever may read the boards. */
export function documentRoute(
  route: Omit<DownloadRoute, 'answer' | 'right' | 'ofReaders'> & {
    readonly answer: (ask: PrivateAsk) => Promise<Document>;
  },
): DownloadRoute {
  return { ...route, right: null, ofReaders: true };
}
