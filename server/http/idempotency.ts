/** A write that is sent twice under one key is done once, and answered twice alike. */
import type { Instant } from '#core/domain/records.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from './problem.ts';

/** How long a key is remembered: longer than a phone stays without a link. */
const KEPT_MS = 30 * 24 * 3_600_000;

export type KeyedWrite = {
  readonly account: string;
  readonly key: string;
  /** Hash of what was asked. */
  readonly request: string;
};

/**
 * The key of a write.
 * @returns null where the caller sent none, or is nobody
 * @throws ProblemError `bad-parameter` where the key is not one
 */
export async function keyedWrite(
  headers: Headers,
  account: string | null,
  method: string,
  path: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<KeyedWrite | null> {
  const key = headers.get('idempotency-key');
  if (key === null || account === null) return null;
  if (!/^[\w-]{8,100}$/.test(key)) {
    const message = 'Idempotency-Key is 8 to 100 letters, digits, dashes or underscores.';
    throw new ProblemError('bad-parameter', message, {
      fields: [{ path: 'Idempotency-Key', message }],
    });
  }
  return { account, key, request: `${method} ${path} ${await sha256(body)}` };
}

export type KeptReply = { readonly status: number; readonly reply: string };

/**
 * The reply to the first time.
 * @throws ProblemError `key-reused` where the first time asked something else
 */
export async function findKept(db: Db, write: KeyedWrite): Promise<KeptReply | null> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request', 'status', 'reply'])
    .where('account', '=', write.account)
    .where('key', '=', write.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.request !== write.request) {
    throw new ProblemError(
      'key-reused',
      'This Idempotency-Key came before with another request; nothing was written.',
    );
  }
  return row;
}

/** Remembers a reply, and forgets those that are too old to come again. */
export async function keepReply(
  db: Db,
  write: KeyedWrite,
  { status, reply }: KeptReply,
  now: Instant,
): Promise<void> {
  const old = new Date(Date.parse(now) - KEPT_MS).toISOString();
  await db.deleteFrom('idempotency_keys').where('created_at', '<', old).execute();
  await db
    .insertInto('idempotency_keys')
    .values({ ...write, status, reply, created_at: now })
    .execute();
}
