/** Ways to a provider and back that have begun: bound to the browser that began, spent once, gone after ten minutes. */
import type { Instant } from '#core/domain/records.ts';
import { fromJson, toJson } from '#server/db/columns.ts';
import type { Db } from '#server/db/tables.ts';
import { sha256 } from './secrets.ts';

export const ATTEMPT_LIMIT_S = 600;

type Payload = {
  /** SHA-256 of the cookie of the browser that began. */
  readonly browser: string;
  /** Path to go on with. */
  readonly returnTo: string;
  readonly keep: Readonly<Record<string, string>>;
};

/** Notes an attempt under its state. Those that have expired are cleared away. */
export async function noteAttempt(
  db: Db,
  state: string,
  attempt: { door: string; browser: string; returnTo: string; keep: Payload['keep'] },
  now: Instant,
): Promise<void> {
  const { door, browser, returnTo, keep } = attempt;
  await db.deleteFrom('sign_in_attempts').where('expires_at', '<=', now).execute();
  const payload: Payload = { browser: await sha256(browser), returnTo, keep };
  const expiresAt = new Date(Date.parse(now) + ATTEMPT_LIMIT_S * 1000).toISOString();
  await db
    .insertInto('sign_in_attempts')
    .values({ id: await sha256(state), door, payload: toJson(payload), expires_at: expiresAt })
    .execute();
}

/** Takes an attempt out; null = there is none for this door and browser, or it is too old. */
export async function takeAttempt(
  db: Db,
  state: string,
  { door, browser }: { door: string; browser: string },
  now: Instant,
): Promise<Pick<Payload, 'returnTo' | 'keep'> | null> {
  const row = await db
    .deleteFrom('sign_in_attempts')
    .where('id', '=', await sha256(state))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined || row.door !== door || row.expires_at <= now) return null;
  const { returnTo, keep, browser: began } = fromJson<Payload>(row.payload);
  return began === (await sha256(browser)) ? { returnTo, keep } : null;
}
