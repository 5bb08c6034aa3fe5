/** Freezes that are under way: a row each, changed in place, seen by every process that shares the store. */
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';

export type FreezeUnderWay = {
  readonly id: string;
  readonly meeting: string;
  /** Name of the account that freezes. */
  readonly accountName: string;
  /** From 0 to 1. */
  readonly done: number;
  readonly begunAt: Instant;
};

export async function addFreeze(db: Db, freeze: Omit<FreezeUnderWay, 'done'>): Promise<void> {
  const { id, meeting, accountName, begunAt } = freeze;
  await db
    .insertInto('freezes')
    .values({
      id,
      meeting,
      account_name: accountName,
      permille: 0,
      begun_at: begunAt,
      beat_at: begunAt,
    })
    .execute();
}

/**
 * Tells that a freeze goes on.
 * @returns false where somebody has stopped it
 */
export async function tellFreeze(db: Db, id: string, done: number, at: Instant): Promise<boolean> {
  const result = await db
    .updateTable('freezes')
    .set({ permille: Math.round(done * 1000), beat_at: at })
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function removeFreeze(db: Db, id: string): Promise<void> {
  await db.deleteFrom('freezes').where('id', '=', id).execute();
}

/** Takes away what gave no sign since then: its process is gone. */
export async function removeSilent(db: Db, since: Instant): Promise<void> {
  await db.deleteFrom('freezes').where('beat_at', '<', since).execute();
}

/** The freeze of a meeting that began last and has given a sign since then; null = none is under way. */
export async function findFreeze(
  db: Db,
  meeting: string,
  since: Instant,
): Promise<FreezeUnderWay | null> {
  const row = await db
    .selectFrom('freezes')
    .selectAll()
    .where('meeting', '=', meeting)
    .where('beat_at', '>=', since)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, account_name: accountName, permille, begun_at: begunAt } = row;
  return { id, meeting, accountName, done: permille / 1000, begunAt };
}

/**
 * Stops every freeze of a meeting: who computes it finds out by itself.
 * @returns whether there was one
 */
export async function stopFreezes(db: Db, meeting: string): Promise<boolean> {
  const result = await db.deleteFrom('freezes').where('meeting', '=', meeting).executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
}
