/** Computes each question once per state of the store, checks the answer against the contract, and keeps it encoded. */
import type { Instant, IsoDate } from '#core/domain/records.ts';
import { ProblemError } from './problem.ts';
import type { Ask, ReadRoute } from './read-route.ts';
import { type Compress, EncodedReply, ReplyCache } from './reply-cache.ts';

/** Plain bytes of replies that are kept; a workspace of the sample's size needs a hundredth of it. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** Counts writes: two equal values mean that nothing was written in between. */
export type DataVersion = () => number | Promise<number>;

/** The answers that hold for one data version on one day of the bureau: for asking instants in [from, until). */
type Generation = {
  readonly version: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Whether everybody may read. */
  readonly isOpen: boolean;
  readonly cache: ReplyCache;
  readonly running: Map<string, Promise<EncodedReply>>;
};

/** Chinese bureaus keep one time zone, UTC+8 without summer time. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The bureau's calendar day at an instant. */
export function bureauDay(now: Instant): IsoDate {
  return new Date(Date.parse(now) + ZONE_MS).toISOString().slice(0, 10);
}

/** Hour and minute of the bureau at an instant, e.g. 09:05. */
export function bureauTime(now: Instant): string {
  return new Date(Date.parse(now) + ZONE_MS).toISOString().slice(11, 16);
}

/** First instant of the bureau's day that holds the instant, and of the next day. */
export function dayBounds(now: Instant): { from: Instant; until: Instant } {
  const start = Date.parse(`${bureauDay(now)}T00:00:00.000Z`) - ZONE_MS;
  return { from: new Date(start).toISOString(), until: new Date(start + DAY_MS).toISOString() };
}

export type Answers = {
  /** Whether everybody may read, at the store's present version. */
  isOpen(): Promise<boolean>;
  /**
   * The encoded reply kept under a key, at the store's present version; undefined = not kept, or not for everybody
   * while `mayRead` says that this reader may not.
   */
  recall(key: string, mayRead: () => Promise<boolean>): Promise<EncodedReply | undefined>;
  /** The encoded answer; kept under `question` and under `alias`, the words it was asked in. */
  answer(route: ReadRoute, ask: Ask, question: string, alias: string): Promise<EncodedReply>;
};

type Options = {
  readonly dataVersion: DataVersion;
  /** Whether the workspace lets everybody read; asked once per data version. */
  readonly openReading: () => Promise<boolean>;
  /** The answer to exactly this question that is kept for ever; null = there is none, the route answers. */
  readonly frozen: (route: ReadRoute, ask: Ask) => Promise<string | null>;
  readonly clock: () => Instant;
  readonly compress: Compress | undefined;
  readonly computed: (route: string, milliseconds: number) => void;
};

export function createAnswers(options: Options): Answers {
  const { dataVersion, openReading, frozen, clock, compress, computed } = options;
  let generation: Generation | null = null;

  const current = async (): Promise<Generation> => {
    const version = await dataVersion();
    const now = clock();
    const kept = generation;
    if (kept !== null && kept.version === version && kept.from <= now && now < kept.until)
      return kept;
    const isOpen = await openReading();
    if (generation !== kept && generation?.version === version) return generation;
    generation = {
      version,
      ...dayBounds(now),
      isOpen,
      cache: new ReplyCache(CACHE_BYTES),
      running: new Map(),
    };
    return generation;
  };

  const answerOf = async (route: ReadRoute, ask: Ask): Promise<string> => {
    // As it was frozen, also where the contract has moved on since.
    const kept = await frozen(route, ask);
    if (kept !== null) return kept;
    const checked = route.reply.safeParse(await route.answer(ask));
    if (!checked.success) {
      throw new ProblemError('internal', 'The server made a reply that breaks its own contract.', {
        cause: checked.error,
      });
    }
    // The checked value has its keys in the contract's order, so that equal answers are equal bytes.
    return JSON.stringify(checked.data);
  };

  const compute = async (route: ReadRoute, ask: Ask): Promise<EncodedReply> => {
    const start = performance.now();
    const text = await answerOf(route, ask);
    const reply = new EncodedReply(new TextEncoder().encode(text), compress);
    computed(route.path, performance.now() - start);
    return reply;
  };

  return {
    async isOpen() {
      return (await current()).isOpen;
    },
    async recall(key, mayRead) {
      const { cache, isOpen } = await current();
      const kept = cache.get(key);
      return kept !== undefined && (isOpen || (await mayRead())) ? kept : undefined;
    },
    async answer(route, ask, question, alias) {
      const { cache, running } = await current();
      const kept = cache.get(question);
      if (kept !== undefined) {
        cache.set(alias, kept);
        return kept;
      }
      const started = running.get(question);
      if (started !== undefined) return started;
      const run = compute(route, ask)
        .then((reply) => {
          cache.set(question, reply);
          cache.set(alias, reply);
          return reply;
        })
        .finally(() => running.delete(question));
      running.set(question, run);
      return run;
    },
  };
}
