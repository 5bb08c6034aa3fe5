import { type SqlBool, sql } from 'kysely';
import type { Theme } from '#core/contract/lists.ts';
import type { IndicatorRecord, Instant, TargetRecord } from '#core/domain/records.ts';
import {
  fromJson,
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  periodOrNull,
  recordedColumns,
  recordedFields,
  retirableColumns,
  retirableFields,
  toJson,
} from '#server/db/columns.ts';
import { fromDecimal, toDecimal } from '#server/db/decimal.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import {
  currentPage,
  currentRow,
  currentRows,
  isSince,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, IndicatorRow, TargetRow } from '#server/db/tables.ts';

const toRecord = (row: IndicatorRow): IndicatorRecord => ({
  code: row.id,
  theme: row.theme,
  name: { zh: row.name_zh, en: row.name_en },
  short: nameOrNull(row.short_zh, row.short_en),
  unit: row.unit,
  kind: row.kind,
  direction: row.direction,
  dimensions: fromJson<IndicatorRecord['dimensions']>(row.dimensions),
  definition: nameOrNull(row.definition_zh, row.definition_en),
  rhythmDays: row.rhythm_days,
  ownerDepartment: row.owner_department,
  ledger:
    row.ledger_fund === null || row.ledger_kind === null
      ? null
      : {
          fund: row.ledger_fund,
          kind: row.ledger_kind,
          period: periodOrNull(row.ledger_from, row.ledger_to),
        },
  highlight: row.highlight,
  note: nameOrNull(row.note_zh, row.note_en),
  ...retirableFields(row),
  ...recordedFields(row),
});

const toTarget = (row: TargetRow): TargetRecord => ({
  id: row.id,
  indicator: row.indicator,
  period: { from: row.period_from, to: row.period_to },
  value: fromDecimal(row),
  curve: row.curve,
  points: row.points === null ? null : fromJson<NonNullable<TargetRecord['points']>>(row.points),
  ...recordedFields(row),
});

/** All indicators known by the instant (null = by now), by code; those recorded after another where given. */
export async function readIndicators(
  db: Db,
  knownAt: Instant | null,
  after: Instant | null = null,
): Promise<IndicatorRecord[]> {
  return (await currentRows(db, 'indicators', { knownAt, where: isSince('r', after) })).map(
    toRecord,
  );
}

/** One page by code; `theme` null = all themes. */
export async function listIndicators(
  db: Db,
  query: { knownAt: Instant | null; after: string | null; limit: number; theme: Theme | null },
): Promise<Page<IndicatorRecord>> {
  const where = query.theme === null ? [] : [sql<SqlBool>`r.theme = ${query.theme}`];
  return currentPage(db, 'indicators', { ...query, where }, toRecord);
}

/** null = no such code, or not yet known at the instant. */
export async function findIndicator(
  db: Db,
  code: string,
  knownAt: Instant | null,
): Promise<IndicatorRecord | null> {
  const row = await currentRow(db, 'indicators', code, knownAt);
  return row && toRecord(row);
}

/** Targets, of one indicator where `indicator` is not null. */
export async function readTargets(
  db: Db,
  { knownAt, indicator }: { knownAt: Instant | null; indicator: string | null },
): Promise<TargetRecord[]> {
  const where = indicator === null ? [] : [sql<SqlBool>`r.indicator = ${indicator}`];
  return (await currentRows(db, 'targets', { knownAt, where })).map(toTarget);
}

export async function appendIndicators(db: Db, records: readonly IndicatorRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'indicators', records, (record) => record.code);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    theme: record.theme,
    ...nameColumns('name', record.name),
    ...nameColumnsOrNull('short', record.short),
    unit: record.unit,
    kind: record.kind,
    direction: record.direction,
    dimensions: toJson(record.dimensions),
    ...nameColumnsOrNull('definition', record.definition),
    rhythm_days: record.rhythmDays,
    owner_department: record.ownerDepartment,
    ledger_fund: record.ledger?.fund ?? null,
    ledger_kind: record.ledger?.kind ?? null,
    ledger_from: record.ledger?.period?.from ?? null,
    ledger_to: record.ledger?.period?.to ?? null,
    highlight: record.highlight,
    ...nameColumnsOrNull('note', record.note),
  }));
  await insertRows(db, 'indicators', rows);
}

export async function appendTargets(db: Db, records: readonly TargetRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'targets', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    indicator: record.indicator,
    period_from: record.period.from,
    period_to: record.period.to,
    ...toDecimal(record.value),
    curve: record.curve,
    points: record.points === null ? null : toJson(record.points),
  }));
  await insertRows(db, 'targets', rows);
}
