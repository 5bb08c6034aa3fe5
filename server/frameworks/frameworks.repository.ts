import type { ElementRecord, FrameworkRecord, Instant } from '#core/domain/records.ts';
import {
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  recordedColumns,
  recordedFields,
  retirableColumns,
  retirableFields,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { currentRows, withRevisions } from '#server/db/revisions.ts';
import type { Db, ElementRow, FrameworkRow } from '#server/db/tables.ts';

const toRecord = (row: FrameworkRow): FrameworkRecord => ({
  id: row.id,
  code: row.code,
  name: { zh: row.name_zh, en: row.name_en },
  version: row.version,
  ordinal: row.ordinal,
  source: row.source,
  ...retirableFields(row),
  ...recordedFields(row),
});

const toElement = (row: ElementRow): ElementRecord => ({
  id: row.id,
  framework: row.framework,
  slot: row.slot,
  ordinal: row.ordinal,
  name: nameOrNull(row.name_zh, row.name_en),
  ...retirableFields(row),
  ...recordedFields(row),
});

/** All frameworks known by the instant (null = by now), by id. */
export async function readFrameworks(db: Db, knownAt: Instant | null): Promise<FrameworkRecord[]> {
  return (await currentRows(db, 'frameworks', { knownAt })).map(toRecord);
}

/** The elements of all frameworks known by the instant, by id. */
export async function readElements(db: Db, knownAt: Instant | null): Promise<ElementRecord[]> {
  return (await currentRows(db, 'elements', { knownAt })).map(toElement);
}

export async function appendFrameworks(db: Db, records: readonly FrameworkRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'frameworks', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    code: record.code,
    ...nameColumns('name', record.name),
    version: record.version,
    ordinal: record.ordinal,
    source: record.source,
  }));
  await insertRows(db, 'frameworks', rows);
}

export async function appendElements(db: Db, records: readonly ElementRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'elements', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    framework: record.framework,
    slot: record.slot,
    ordinal: record.ordinal,
    ...nameColumnsOrNull('name', record.name),
  }));
  await insertRows(db, 'elements', rows);
}
