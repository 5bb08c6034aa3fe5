import type { Instant } from '#core/domain/records.ts';
import { endRetention } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import type { Logger } from '#server/http/observers.ts';

const DAY_MS = 24 * 3_600_000;

type Options = {
  readonly db: Db;
  /** Days that a row is kept. */
  readonly days: number;
  readonly clock: () => Instant;
  readonly logger: Logger;
};

/**
 * Lets go of rows of the audit trail whose time is over: now, and once a day. A store that cannot do it now is asked
 * again the next day; the log says so.
 * @returns `end` stops it, and settles once nothing of it is under way
 */
export function keepAuditRetention({ db, days, clock, logger }: Options): {
  end(): Promise<void>;
} {
  const apply = async (): Promise<void> => {
    const now = clock();
    const before = new Date(Date.parse(now) - days * DAY_MS).toISOString();
    try {
      await endRetention(db, before, now);
    } catch (error) {
      logger.error({ err: error }, 'the retention of the audit trail could not be applied');
    }
  };
  let running = apply();
  const timer = setInterval(() => {
    running = apply();
  }, DAY_MS);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      return running;
    },
  };
}
