/** How often the store was written to, and up to which instant it knows. */
import type { Instant } from '#core/domain/records.ts';
import { announceVersion, holdingRow } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';

/** The question for the data version; column `version`. */
export const dataVersionQuery = (db: Db) => db.selectFrom('store_state').select('version');

/** Grows by one with every transaction that writes; an equal version means equal answers. */
export async function readDataVersion(db: Db): Promise<number> {
  const row = await dataVersionQuery(db).executeTakeFirstOrThrow();
  return row.version;
}

/** Instant of the newest record; null = the store is empty. */
export async function readLatestRecordedAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('store_state')
    .select('last_recorded_at')
    .executeTakeFirstOrThrow();
  return row.last_recorded_at;
}

/**
 * First step of a transaction that writes: takes the state's row, so that on PostgreSQL a second writer waits here,
 * and tells the instant of the newest record so far.
 */
export async function beginWriting(tx: Db): Promise<Instant | null> {
  const query = tx.selectFrom('store_state').select('last_recorded_at');
  const row = await holdingRow(tx, query).executeTakeFirstOrThrow();
  return row.last_recorded_at;
}

/**
 * The instant of a new record: now, and later than every record so far, so that what was answered as known then stays
 * answered. `latest` null = the store is empty.
 */
export function afterLatest(now: Instant, latest: Instant | null): Instant {
  return latest === null || now > latest ? now : new Date(Date.parse(latest) + 1).toISOString();
}

/** Last step of a transaction that writes: the data version grows. */
export async function noteLatest(tx: Db, recordedAt: Instant): Promise<void> {
  await tx
    .updateTable('store_state')
    .set((eb) => ({ version: eb('version', '+', 1), last_recorded_at: recordedAt }))
    .execute();
  await announceVersion(tx);
}
