import type { Instant, PanelBlock, PanelRecord } from '#core/domain/records.ts';
import {
  fromJson,
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  recordedColumns,
  recordedFields,
  toJson,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { currentRows, withRevisions } from '#server/db/revisions.ts';
import type { Db, PanelRow } from '#server/db/tables.ts';

const toRecord = (row: PanelRow): PanelRecord => ({
  id: row.id,
  title: { zh: row.title_zh, en: row.title_en },
  note: nameOrNull(row.note_zh, row.note_en),
  blocks: fromJson<PanelBlock[]>(row.blocks),
  ...recordedFields(row),
});

/** All panels known by the instant (null = by now), by id. */
export async function readPanels(db: Db, knownAt: Instant | null): Promise<PanelRecord[]> {
  return (await currentRows(db, 'panels', { knownAt })).map(toRecord);
}

export async function appendPanels(db: Db, records: readonly PanelRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'panels', records, (record) => record.id);
  const rows = numbered.map(({ record, revision }) => ({
    id: record.id,
    revision,
    ...recordedColumns(record),
    ...nameColumns('title', record.title),
    ...nameColumnsOrNull('note', record.note),
    blocks: toJson(record.blocks),
  }));
  await insertRows(db, 'panels', rows);
}
