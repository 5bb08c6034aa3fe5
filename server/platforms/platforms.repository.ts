import { type SqlBool, sql } from 'kysely';
import { lastDay } from '#core/domain/dates.ts';
import type { Instant, IsoDate, PlatformRecord } from '#core/domain/records.ts';
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
import type { Bounds } from '#server/db/ledger.ts';
import {
  currentPage,
  currentRow,
  currentRows,
  isInUse,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, PlatformRow } from '#server/db/tables.ts';

const toRecord = (row: PlatformRow): PlatformRecord => ({
  id: row.id,
  name: { zh: row.name_zh, en: row.name_en },
  kind: row.kind,
  level: row.level,
  stage: row.stage,
  place: { zh: row.place_zh, en: row.place_en },
  partner: nameOrNull(row.partner_zh, row.partner_en),
  recognised: row.recognised,
  registeredOn: row.registered_on,
  source: row.source,
  note: nameOrNull(row.note_zh, row.note_en),
  ...retirableFields(row),
  ...recordedFields(row),
});

const registeredBy = (day: IsoDate | null) =>
  day === null ? [] : [sql<SqlBool>`r.registered_last <= ${day}`];

/** Platforms within the bounds (registered by the day, known by the instant), by id. */
export async function readPlatforms(
  db: Db,
  { knownAt, asOfLast }: Bounds,
): Promise<PlatformRecord[]> {
  return (await currentRows(db, 'platforms', { knownAt, where: registeredBy(asOfLast) })).map(
    toRecord,
  );
}

export async function listPlatforms(
  db: Db,
  query: Bounds & { after: string | null; limit: number },
): Promise<Page<PlatformRecord>> {
  const where = [...registeredBy(query.asOfLast), ...isInUse(query.asOfLast)];
  return currentPage(db, 'platforms', { ...query, where }, toRecord);
}

export async function findPlatform(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<PlatformRecord | null> {
  const row = await currentRow(db, 'platforms', id, knownAt);
  return row && toRecord(row);
}

export async function appendPlatforms(db: Db, records: readonly PlatformRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'platforms', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    ...nameColumns('name', record.name),
    kind: record.kind,
    level: record.level,
    stage: record.stage,
    ...nameColumns('place', record.place),
    ...nameColumnsOrNull('partner', record.partner),
    recognised: record.recognised,
    registered_on: record.registeredOn,
    registered_last: lastDay(record.registeredOn),
    source: record.source,
    ...nameColumnsOrNull('note', record.note),
  }));
  await insertRows(db, 'platforms', rows);
}
