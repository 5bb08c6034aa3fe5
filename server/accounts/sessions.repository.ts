/** Sessions live in the store, so that they can be ended from there. */

import { sql } from 'kysely';
import type { Instant } from '#core/domain/records.ts';
import type { AccountRow, SessionRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';
import { type AccountRecord, accountRecord } from './accounts.repository.ts';
import { newSecret, sha256 } from './secrets.ts';

/** A session that was not used for so long has ended. */
export const IDLE_LIMIT_MS = 2 * 3_600_000;
/** However much it is used, a session ends after a working day. */
export const SESSION_LIMIT_MS = 12 * 3_600_000;
/** A use is noted at most once in so long: reading must not mean writing. */
const NOTE_EVERY_MS = 60_000;

const later = (now: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(now) + milliseconds).toISOString();

/** Opens a session; the secret goes into the cookie and is not kept. Sessions that have ended are cleared away. */
export async function openSession(
  db: Db,
  account: string,
  address: string | null,
  now: Instant,
): Promise<{ secret: string; expiresAt: Instant }> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  const secret = newSecret();
  const expiresAt = later(now, SESSION_LIMIT_MS);
  const row: SessionRow = {
    id: await sha256(secret),
    account,
    created_at: now,
    seen_at: now,
    expires_at: expiresAt,
    address,
  };
  await db.insertInto('sessions').values(row).execute();
  await db
    .insertInto('sign_ins')
    .values({ account, last_at: now })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ last_at: now }))
    .execute();
  return { secret, expiresAt };
}

export type Session = {
  readonly id: string;
  readonly expiresAt: Instant;
  /** As it stands; in whatever state it is. */
  readonly account: AccountRecord;
};

type SignedInRow = AccountRow & { session: string; seen_at: string; expires_at: string };

/** The session that a cookie's secret opens; null = there is none, or it has ended. Notes the use, by `writer`. */
export async function findSession(
  db: Db,
  secret: string,
  now: Instant,
  writer: Db = db,
): Promise<Session | null> {
  const id = await sha256(secret);
  const { rows } = await sql<SignedInRow>`
    select a.*, s.id as session, s.seen_at, s.expires_at from sessions s join accounts a on a.id = s.account
    where s.id = ${id} and s.expires_at > ${now} and s.seen_at > ${later(now, -IDLE_LIMIT_MS)} and not exists (
      select 1 from accounts n where n.id = a.id and n.revision > a.revision)`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  if (row.seen_at < later(now, -NOTE_EVERY_MS)) {
    const noted = writer.updateTable('sessions').set({ seen_at: now }).where('id', '=', id);
    // Nobody waits for it: a store that is full or held keeps nobody from reading, and the next use is noted again.
    noted.execute().catch(() => undefined);
  }
  return { id, expiresAt: row.expires_at, account: accountRecord(row) };
}

export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Ends every session of an account, except one (null = none excepted). */
export async function endSessionsOf(db: Db, account: string, except: string | null): Promise<void> {
  let ending = db.deleteFrom('sessions').where('account', '=', account);
  if (except !== null) ending = ending.where('id', '!=', except);
  await ending.execute();
}
