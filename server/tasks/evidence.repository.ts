/** Files that came with check-ins: their names and kinds; the contents lie in the home's file store. */
import { sql } from 'kysely';
import type { EvidenceType } from '#core/contract/lists.ts';
import type { Evidence } from '#core/contract/task.ts';
import type { Instant, Recorded } from '#core/domain/records.ts';
import { recordedColumns } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { type Ids, isOf } from '#server/db/ledger.ts';
import { isKnown } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

type Row = {
  check_in: string;
  hash: string;
  name: string;
  bytes: number;
  type: EvidenceType;
};

/** Evidence of the given tasks by check-in, in the order it was given. */
export async function readEvidence(
  db: Db,
  task: Ids,
  knownAt: Instant | null,
): Promise<Map<string, Evidence[]>> {
  const where = sql.join([isKnown('e', knownAt), ...isOf('c.task', task)], sql` and `);
  const { rows } = await sql<Row>`select e.check_in, f.id as hash, e.name, f.bytes, f.type
    from check_in_files e join files f on f.id = e.file join check_ins c on c.id = e.check_in
    where ${where} order by e.check_in, e.ordinal`.execute(db);
  const found = new Map<string, Evidence[]>();
  for (const { check_in, ...file } of rows)
    found.set(check_in, [...(found.get(check_in) ?? []), { ...file, bytes: Number(file.bytes) }]);
  return found;
}

/** Ties contents to a check-in. `id` makes the id of a row from its place. */
export async function appendEvidence(
  db: Db,
  checkIn: string,
  files: readonly { readonly hash: string; readonly name: string }[],
  recorded: Recorded,
): Promise<void> {
  const rows = files.map((file, ordinal) => ({
    id: `${checkIn}.${ordinal}`,
    ...recordedColumns(recorded),
    check_in: checkIn,
    ordinal,
    file: file.hash,
    name: file.name,
  }));
  await insertRows(db, 'check_in_files', rows);
}
