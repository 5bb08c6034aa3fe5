/** What opens an account: the hash of its password, and the one-time links that let somebody set one. */
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import { newSecret, sha256 } from './secrets.ts';

/** How long a one-time link may wait to be opened. */
const LINK_LIMIT_MS = 72 * 3_600_000;

/** null = the account has no password. */
export async function readPasswordHash(db: Db, account: string): Promise<string | null> {
  const row = await db
    .selectFrom('credentials')
    .select('password_hash')
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}

/** Sets an account's password and spends its links. */
export async function setPassword(
  db: Db,
  account: string,
  hash: string,
  now: Instant,
): Promise<void> {
  const row = { password_hash: hash, changed_at: now };
  await db
    .insertInto('credentials')
    .values({ account, ...row })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(row))
    .execute();
  await spendLinks(db, account, now);
}

/** A further link to an account, beside those that are open. `by`: account, or `system`. */
export async function openLink(
  db: Db,
  account: string,
  by: string,
  now: Instant,
): Promise<{ link: string; expiresAt: Instant }> {
  const secret = newSecret();
  const expiresAt = new Date(Date.parse(now) + LINK_LIMIT_MS).toISOString();
  const id = await sha256(secret);
  await db
    .insertInto('invitations')
    .values({ id, account, created_at: now, created_by: by, expires_at: expiresAt, used_at: null })
    .execute();
  return { link: `/activate?link=${secret}`, expiresAt };
}

/** The account that a link's secret part leads to; null = unknown, used or expired. */
export async function findLink(db: Db, secret: string, now: Instant): Promise<string | null> {
  const row = await db
    .selectFrom('invitations')
    .select('account')
    .where('id', '=', await sha256(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.account ?? null;
}

/** Ends every open link of an account. */
export async function spendLinks(db: Db, account: string, now: Instant): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .execute();
}
