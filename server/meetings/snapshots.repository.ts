/** Frozen pictures: a row for each freeze, its answers in packed parts beside it. Append-only. */
import type { Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import { recordedFields } from '#server/db/columns.ts';
import type { SnapshotRow } from '#server/db/meeting-tables.ts';
import type { Db } from '#server/db/tables.ts';

/** `recordedAt` is when it was frozen. */
export type SnapshotRecord = Recorded & {
  readonly id: string;
  readonly meeting: string;
  readonly version: number;
  readonly asOf: IsoDate;
  /** null = compared with nothing. */
  readonly compare: IsoDate | null;
  readonly knownAt: Instant;
  /** Of the whole document. */
  readonly sha256: string;
  readonly bytes: number;
  readonly signature: { readonly key: string; readonly value: string } | null;
  readonly rest: string;
};

const toRecord = (row: SnapshotRow): SnapshotRecord => ({
  id: row.id,
  meeting: row.meeting,
  version: row.version,
  asOf: row.as_of,
  compare: row.compare,
  knownAt: row.known_at,
  sha256: row.sha256,
  bytes: row.bytes,
  signature:
    row.signing_key === null || row.signature === null
      ? null
      : { key: row.signing_key, value: row.signature },
  rest: row.rest,
  ...recordedFields(row),
});

/** Every freeze of a meeting, or (null) of all; the newest first. */
export async function readSnapshots(db: Db, meeting: string | null): Promise<SnapshotRecord[]> {
  let query = db.selectFrom('snapshots').selectAll().orderBy('recorded_at', 'desc');
  if (meeting !== null) query = query.where('meeting', '=', meeting);
  return (await query.execute()).map(toRecord);
}
