/** Frozen pictures: a row for each freeze, its answers in packed parts beside it. Append-only. */
import type { Slide } from '#core/contract/slide.ts';
import type { Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { SnapshotPartRow, SnapshotRow } from '#server/db/meeting-tables.ts';
import type { Db } from '#server/db/tables.ts';
import type { FrozenPicture, FrozenSlides } from './frozen-answers.ts';
import type { PackedPart } from './snapshot-text.ts';

/** `recordedAt` is when it was frozen. */
export type SnapshotRecord = Recorded &
  FrozenPicture & {
    readonly id: string;
    readonly meeting: string;
    readonly version: number;
    /** Of the whole document, see snapshot-text.ts. */
    readonly sha256: string;
    readonly bytes: number;
    /** null = the home that froze it had no key. */
    readonly signature: { readonly key: string; readonly value: string } | null;
    /** What the document says after its answers. */
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

/** The newest freeze of a meeting, or the one of that version; null = there is none. */
export async function findSnapshot(
  db: Db,
  meeting: string,
  version: number | null,
): Promise<SnapshotRecord | null> {
  let query = db
    .selectFrom('snapshots')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('version', 'desc')
    .limit(1);
  if (version !== null) query = query.where('version', '=', version);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** Freezes of one picture, whatever they compare with; the newest first. */
export async function snapshotsOf(
  db: Db,
  asOf: IsoDate,
  knownAt: Instant,
): Promise<SnapshotRecord[]> {
  const rows = await db
    .selectFrom('snapshots')
    .selectAll()
    .where('known_at', '=', knownAt)
    .where('as_of', '=', asOf)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(toRecord);
}

/** Parts in their order, read one by one. */
export async function* readParts(db: Db, snapshot: string): AsyncGenerator<PackedPart> {
  for (let ordinal = 0; ; ordinal += 1) {
    const row = await db
      .selectFrom('snapshot_parts')
      .selectAll()
      .where('snapshot', '=', snapshot)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (row === undefined) return;
    yield { firstQuestion: row.first_question, content: row.content };
  }
}

/** The part that holds the question, if any does; null = none can. */
export async function findPart(
  db: Db,
  snapshot: string,
  question: string,
): Promise<SnapshotPartRow | null> {
  const row = await db
    .selectFrom('snapshot_parts')
    .selectAll()
    .where('snapshot', '=', snapshot)
    .where('first_question', '<=', question)
    .orderBy('first_question', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function appendSnapshot(
  db: Db,
  record: SnapshotRecord,
  parts: readonly PackedPart[],
): Promise<void> {
  const { id, meeting, version, asOf, compare, knownAt, sha256, bytes, signature, rest } = record;
  await insertRows(db, 'snapshots', [
    {
      id,
      ...recordedColumns(record),
      meeting,
      version,
      as_of: asOf,
      compare,
      known_at: knownAt,
      sha256,
      bytes,
      signing_key: signature?.key ?? null,
      signature: signature?.value ?? null,
      rest,
    },
  ]);
  for (const [ordinal, { firstQuestion, content }] of parts.entries())
    await insertRows(db, 'snapshot_parts', [
      { snapshot: id, ordinal, first_question: firstQuestion, content },
    ]);
}

/** The slides as they were frozen. */
export function slidesOf({
  rest,
}: Pick<SnapshotRecord, 'rest'>): Readonly<Record<keyof FrozenSlides, Slide[]>> {
  return fromJson<{ slides: { zh: Slide[]; en: Slide[] } }>(`{${rest}}`).slides;
}

/** Puts a public key on record, once. */
export async function appendSigningKey(
  db: Db,
  id: string,
  publicKey: JsonWebKey,
  { recordedAt, recordedBy }: Recorded,
): Promise<void> {
  await db
    .insertInto('signing_keys')
    .values({ id, recorded_at: recordedAt, recorded_by: recordedBy, public_key: toJson(publicKey) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** null = there is none of that id. */
export async function findSigningKey(db: Db, id: string): Promise<JsonWebKey | null> {
  const row = await db
    .selectFrom('signing_keys')
    .select('public_key')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromJson<JsonWebKey>(row.public_key);
}
