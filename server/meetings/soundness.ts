/** Whether what was frozen is still what it was. */
import type { Db } from '#server/db/tables.ts';
import type { SnapshotRecord } from './snapshots.repository.ts';

/** Whether the document still has its hash. */
export async function isSound(db: Db, { id, bytes }: SnapshotRecord): Promise<boolean> {
  const row = await db
    .selectFrom('snapshots')
    .select('bytes')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes === bytes;
}
