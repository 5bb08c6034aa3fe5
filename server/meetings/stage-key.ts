/** What a paired phone carries: the key to one meeting's presentation, and to nothing beside. */
import type { Instant } from '#core/domain/records.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { findAccount } from '#server/accounts/accounts.repository.ts';
import { namedSecret } from '#server/accounts/principal.ts';
import { newSecret, sha256 } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';

/** As long as the longest meeting. */
const KEY_S = 12 * 3600;
/** How long a code waits for a phone. */
const CODE_MS = 10 * 60_000;

const cookieName = (secure: boolean): string => (secure ? '__Host-cockpit-stage' : 'cockpit-stage');

/** The secret in a Cookie header; null = there is none. */
export function stageSecret(cookies: string | null | undefined, secure: boolean): string | null {
  return namedSecret(cookies, cookieName(secure));
}

export function stageCookie(secret: string, secure: boolean): string {
  return `${cookieName(secure)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${KEY_S}${secure ? '; Secure' : ''}`;
}

/** Who let the device in; as long as they may hold meetings themselves, so may it move this one's presentation. */
export type StageHolder = { readonly account: string; readonly name: string };

/** Whose key this is; null = it opens no presentation of that meeting, or not any more. */
export async function findStageHolder(
  db: Db,
  secret: string | null,
  meeting: string,
  now: Instant,
): Promise<StageHolder | null> {
  if (secret === null) return null;
  const row = await db
    .selectFrom('stage_keys')
    .selectAll()
    .where('id', '=', await sha256(secret))
    .executeTakeFirst();
  if (row === undefined || row.meeting !== meeting || row.expires_at <= now) return null;
  const account = await findAccount(db, row.account);
  const separated = (await findWorkspace(db, null))?.separateOfficers ?? false;
  if (account?.state !== 'active' || !mayAnywhere(account, 'hold-meetings', separated)) return null;
  return { account: account.id, name: account.name };
}

const READ_BY_KEY = /^\/api\/meetings\/([^/]+)(?:\/stage|\/snapshot)?$/;

/** Whether a key lets its holder read the target (path and query as sent) of a workspace that is not open. */
export async function stageReading(
  db: Db,
  secret: string | null,
  target: string,
  now: Instant,
): Promise<boolean> {
  if (secret === null) return false;
  const [path = ''] = target.split('?');
  if (path === '/api/events') {
    const id = await sha256(secret);
    const row = await db
      .selectFrom('stage_keys')
      .select('meeting')
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined && (await findStageHolder(db, secret, row.meeting, now)) !== null;
  }
  const meeting = READ_BY_KEY.exec(path)?.[1];
  if (meeting === undefined) return false;
  return (await findStageHolder(db, secret, decodeURIComponent(meeting), now)) !== null;
}

const codeHash = (meeting: string, code: string): Promise<string> => sha256(`${meeting} ${code}`);

/** Six digits for a phone; an earlier code of the meeting ends with it. */
export async function newCode(
  db: Db,
  meeting: string,
  account: string,
  now: Instant,
): Promise<{ code: string; expiresAt: Instant }> {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const code = String(random % 1_000_000).padStart(6, '0');
  const expiresAt = new Date(Date.parse(now) + CODE_MS).toISOString();
  await db.deleteFrom('stage_codes').where('meeting', '=', meeting).execute();
  await db
    .insertInto('stage_codes')
    .values({ meeting, code: await codeHash(meeting, code), account, expires_at: expiresAt })
    .execute();
  return { code, expiresAt };
}

/** Whether the code is the meeting's, now. */
export async function isCode(
  db: Db,
  meeting: string,
  code: string,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('stage_codes')
    .select('expires_at')
    .where('meeting', '=', meeting)
    .where('code', '=', await codeHash(meeting, code))
    .executeTakeFirst();
  return row !== undefined && row.expires_at > now;
}

/** Spends a code for a key; null = it was spent meanwhile, or is too old. */
export async function takeCode(
  db: Db,
  meeting: string,
  code: string,
  now: Instant,
): Promise<string | null> {
  const row = await db
    .deleteFrom('stage_codes')
    .where('meeting', '=', meeting)
    .where('code', '=', await codeHash(meeting, code))
    .returningAll()
    .executeTakeFirst();
  if (row === undefined || row.expires_at <= now) return null;
  const secret = newSecret();
  const expiresAt = new Date(Date.parse(now) + KEY_S * 1000).toISOString();
  await db.deleteFrom('stage_keys').where('expires_at', '<=', now).execute();
  await db
    .insertInto('stage_keys')
    .values({ id: await sha256(secret), meeting, account: row.account, expires_at: expiresAt })
    .execute();
  return secret;
}
