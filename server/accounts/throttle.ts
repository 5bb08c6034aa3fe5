/**
 * Slows down guessing, by account and by address, whether the account exists or not. After five failures in a row each
 * further one waits twice as long as the one before, up to a quarter of an hour.
 */
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';

const FREE_FAILURES = { account: 5, address: 20 } as const;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Failures that far back no longer count. */
const FORGET_MS = 24 * 3_600_000;

type Kind = keyof typeof FREE_FAILURES;

const subjects = (login: string, address: string | null): [Kind, string][] => [
  ['account', `account:${login}`],
  ...(address === null ? [] : ([['address', `address:${address}`]] satisfies [Kind, string][])),
];

/** Throws ProblemError `too-many-attempts`, with the seconds to wait, while one of the two is locked. */
export async function checkSignIn(
  db: Db,
  login: string,
  address: string | null,
  now: Instant,
): Promise<void> {
  const names = subjects(login, address).map(([, name]) => name);
  const rows = await db
    .selectFrom('sign_in_failures')
    .select('locked_until')
    .where('subject', 'in', names)
    .where('locked_until', '>', now)
    .execute();
  const until = rows
    .map((row) => row.locked_until ?? now)
    .toSorted()
    .at(-1);
  if (until === undefined) return;
  const retryAfter = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  throw new ProblemError('too-many-attempts', `Too many attempts; wait ${retryAfter} seconds.`, {
    retryAfter,
  });
}

/** Counts a failure for the account's name and for the address, and locks them once there were too many. */
export async function noteFailure(
  db: Db,
  login: string,
  address: string | null,
  now: Instant,
): Promise<void> {
  const old = new Date(Date.parse(now) - FORGET_MS).toISOString();
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('sign_in_failures').where('last_at', '<', old).execute();
    for (const [kind, subject] of subjects(login, address)) {
      await tx
        .insertInto('sign_in_failures')
        .values({ subject, failures: 1, last_at: now, locked_until: null })
        .onConflict((conflict) =>
          conflict.column('subject').doUpdateSet((eb) => ({
            failures: eb('sign_in_failures.failures', '+', 1),
            last_at: now,
          })),
        )
        .execute();
      const { failures } = await tx
        .selectFrom('sign_in_failures')
        .select('failures')
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow();
      const over = failures - FREE_FAILURES[kind];
      if (over < 0) continue;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(over, 20), LONGEST_WAIT_MS);
      const until = new Date(Date.parse(now) + wait).toISOString();
      await tx
        .updateTable('sign_in_failures')
        .set({ locked_until: until })
        .where('subject', '=', subject)
        .execute();
    }
  });
}

/** A right password ends the account's count; the address keeps its own. */
export async function clearFailures(db: Db, login: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('subject', '=', `account:${login}`).execute();
}
