import type { DepartmentRecord, Instant } from '#core/domain/records.ts';
import {
  nameColumns,
  recordedColumns,
  recordedFields,
  retirableColumns,
  retirableFields,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import {
  currentPage,
  currentRows,
  type DatedSlice,
  isInUse,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, DepartmentRow } from '#server/db/tables.ts';

const toRecord = (row: DepartmentRow): DepartmentRecord => ({
  id: row.id,
  name: { zh: row.name_zh, en: row.name_en },
  review: row.review === 1,
  ...retirableFields(row),
  ...recordedFields(row),
});

/** All departments known by the instant (null = by now), by id. */
export async function readDepartments(
  db: Db,
  knownAt: Instant | null,
): Promise<DepartmentRecord[]> {
  return (await currentRows(db, 'departments', { knownAt })).map(toRecord);
}

/** Those in use on the day. */
export async function listDepartments(
  db: Db,
  query: DatedSlice & { knownAt: Instant | null },
): Promise<Page<DepartmentRecord>> {
  return currentPage(db, 'departments', { ...query, where: isInUse(query.asOf) }, toRecord);
}

export async function appendDepartments(
  db: Db,
  records: readonly DepartmentRecord[],
): Promise<void> {
  const numbered = await withRevisions(db, 'departments', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    ...nameColumns('name', record.name),
    review: Number(record.review),
  }));
  await insertRows(db, 'departments', rows);
}
