/** Codes that devices show while they wait to be confirmed as walls. */
import type { WaitingScreen } from '#core/contract/screen.ts';
import type { Instant } from '#core/domain/records.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { fromJson, toJson } from '#server/db/columns.ts';
import type { ScreenCodeRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';

/** Without letters and digits that are taken for others from afar: 0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V. */
const LETTERS = '3479ACDEFHJKMNPQRTWXY';
const LENGTH = 6;
const HOLDS_MS = 15 * 60_000;
/** Devices of one address (a building behind one proxy), and all in all, that may wait at a time. */
const MOST = { address: 40, all: 400 } as const;
/** Asked for again after so long where too many wait. */
const RETRY_S = 60;

export type Device = Pick<WaitingScreen, 'width' | 'height' | 'pixelRatio' | 'userAgent'>;

function newCode(): string {
  // 21 letters: the last bytes of 256 that do not divide evenly are drawn again.
  const even = 256 - (256 % LETTERS.length);
  let code = '';
  while (code.length < LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < even) code += LETTERS[byte % LETTERS.length];
  }
  return code;
}

const toWaiting = (row: ScreenCodeRow): WaitingScreen => ({
  ...fromJson<Device>(row.device),
  code: row.code,
  address: row.address,
  since: row.created_at,
  expiresAt: row.expires_at,
});

/**
 * A new code for the device that carries the secret.
 * @throws ProblemError `too-many-attempts` where too many devices wait already
 */
export async function openCode(
  db: Db,
  {
    secret,
    device,
    address,
    now,
  }: {
    secret: string;
    device: Device;
    address: string | null;
    now: Instant;
  },
): Promise<WaitingScreen> {
  await db.deleteFrom('screen_codes').where('expires_at', '<=', now).execute();
  const waiting = await db.selectFrom('screen_codes').select(['code', 'address']).execute();
  const near = waiting.filter((row) => row.address === address);
  if (waiting.length >= MOST.all || near.length >= MOST.address) {
    const detail = `Too many screens wait to be confirmed; ask again in ${RETRY_S} seconds.`;
    throw new ProblemError('too-many-attempts', detail, { retryAfter: RETRY_S });
  }
  const taken = new Set(waiting.map(({ code }) => code));
  let code = newCode();
  while (taken.has(code)) code = newCode();
  const row: ScreenCodeRow = {
    id: await sha256(secret),
    code,
    device: toJson(device),
    address,
    created_at: now,
    expires_at: new Date(Date.parse(now) + HOLDS_MS).toISOString(),
  };
  await db.insertInto('screen_codes').values(row).execute();
  return toWaiting(row);
}

/** What the device with this secret shows; null = no code of its holds. */
export async function findCodeBySecret(
  db: Db,
  secret: string | null,
  now: Instant,
): Promise<WaitingScreen | null> {
  if (secret === null) return null;
  const row = await db
    .selectFrom('screen_codes')
    .selectAll()
    .where('id', '=', await sha256(secret))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : toWaiting(row);
}

/** Those that wait, the longest first. */
export async function listCodes(db: Db, now: Instant): Promise<WaitingScreen[]> {
  const rows = await db
    .selectFrom('screen_codes')
    .selectAll()
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toWaiting);
}

/** Takes a code out of use; tells the hash of its device's secret, null where no device shows it. */
export async function spendCode(db: Db, typed: string, now: Instant): Promise<string | null> {
  const row = await db
    .selectFrom('screen_codes')
    .select('id')
    .where('code', '=', typed.toUpperCase().replaceAll(/[\s-]/g, ''))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  await db.deleteFrom('screen_codes').where('id', '=', row.id).execute();
  return row.id;
}

/** A device that asks again gives up the code before. */
export async function dropCode(db: Db, secret: string): Promise<void> {
  await db
    .deleteFrom('screen_codes')
    .where('id', '=', await sha256(secret))
    .execute();
}
