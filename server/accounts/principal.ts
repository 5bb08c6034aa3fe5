/** Who asks: the account behind a session's cookie. */

import type { Instant } from '#core/domain/records.ts';
import type { Holder } from '#core/domain/rights.ts';
import type { Db } from '#server/db/tables.ts';
import { findSession } from './sessions.repository.ts';

export type Principal = Holder & {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly session: string;
  readonly expiresAt: Instant;
};

/** With `secure`, a name that browsers accept over https from this host alone. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-cockpit' : 'cockpit');

/** The secret of that name in a Cookie header; null = there is none. */
export function namedSecret(cookies: string | null | undefined, name: string): string | null {
  const wanted = `${name}=`;
  const found = (cookies ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(wanted));
  const secret = found?.slice(wanted.length) ?? '';
  return /^[0-9a-f]{64}$/.test(secret) ? secret : null;
}

/** A session's secret in a Cookie header; null = there is none. */
export function sessionSecret(cookies: string | null | undefined, secure: boolean): string | null {
  return namedSecret(cookies, cookieName(secure));
}

/** Set-Cookie for a session; `secret` null takes the cookie back. */
export function sessionCookie(secret: string | null, secure: boolean): string {
  const end = secret === null ? '; Max-Age=0' : '';
  return `${cookieName(secure)}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${end}`;
}

/**
 * null = nobody is signed in: no cookie, an ended session, or an account that is not active any more.
 * @param writer notes that the session was used; differs from `db` where that one only reads
 */
export async function findPrincipal(
  db: Db,
  secret: string | null,
  now: Instant,
  writer: Db = db,
): Promise<Principal | null> {
  if (secret === null) return null;
  const session = await findSession(db, secret, now, writer);
  if (session === null || session.account.state !== 'active') return null;
  const { account } = session;
  return {
    account: account.id,
    login: account.login,
    name: account.name,
    department: account.department,
    roles: account.roles,
    session: session.id,
    expiresAt: session.expiresAt,
  };
}
