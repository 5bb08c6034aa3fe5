import type { Instant, SourceRecord } from '#core/domain/records.ts';
import {
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  recordedColumns,
  recordedFields,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import {
  currentPage,
  currentRow,
  currentRows,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, SourceRow } from '#server/db/tables.ts';

const toRecord = (row: SourceRow): SourceRecord => ({
  id: row.id,
  title: { zh: row.title_zh, en: row.title_en },
  kind: row.kind,
  asOf: row.as_of,
  note: nameOrNull(row.note_zh, row.note_en),
  ...recordedFields(row),
});

/** All sources known by the instant (null = by now), by id. */
export async function readSources(db: Db, knownAt: Instant | null): Promise<SourceRecord[]> {
  return (await currentRows(db, 'sources', { knownAt })).map(toRecord);
}

export async function listSources(
  db: Db,
  query: { knownAt: Instant | null; after: string | null; limit: number },
): Promise<Page<SourceRecord>> {
  return currentPage(db, 'sources', query, toRecord);
}

export async function findSource(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<SourceRecord | null> {
  const row = await currentRow(db, 'sources', id, knownAt);
  return row && toRecord(row);
}

export async function appendSources(db: Db, records: readonly SourceRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'sources', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...nameColumns('title', record.title),
    kind: record.kind,
    as_of: record.asOf,
    ...nameColumnsOrNull('note', record.note),
  }));
  await insertRows(db, 'sources', rows);
}
