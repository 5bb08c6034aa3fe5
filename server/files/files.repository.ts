/** What is known of contents; the contents themselves lie in the home's file store. */
import type { EvidenceType } from '#core/contract/lists.ts';
import type { Recorded } from '#core/domain/records.ts';
import { recordedColumns } from '#server/db/columns.ts';
import type { Db } from '#server/db/tables.ts';

export type KnownFile = { readonly bytes: number; readonly type: EvidenceType };

/** What is known of contents, by hash; those that were never put by are absent. */
export async function findFiles(
  db: Db,
  hashes: readonly string[],
): Promise<Map<string, KnownFile>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom('files').selectAll().where('id', 'in', hashes).execute();
  return new Map(rows.map((row) => [row.id, { bytes: Number(row.bytes), type: row.type }]));
}

/** Notes a content; one that is known stays as it is. */
export async function noteFile(
  db: Db,
  hash: string,
  { bytes, type }: KnownFile,
  recorded: Recorded,
): Promise<void> {
  await db
    .insertInto('files')
    .values({ id: hash, ...recordedColumns(recorded), bytes, type })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
