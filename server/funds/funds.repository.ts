import { lastDay } from '#core/domain/dates.ts';
import type { FundRecord, Instant, MovementRecord } from '#core/domain/records.ts';
import {
  nameColumns,
  nameColumnsOrNull,
  nameOrNull,
  periodColumns,
  periodOrNull,
  recordedColumns,
  recordedFields,
  retirableColumns,
  retirableFields,
} from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { type Bounds, boundedRows, type Ids, isOf, standingPage } from '#server/db/ledger.ts';
import {
  currentPage,
  currentRow,
  currentRows,
  type DatedSlice,
  isInUse,
  isSince,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, FundRow, MovementRow } from '#server/db/tables.ts';

const toRecord = (row: FundRow): FundRecord => ({
  id: row.id,
  name: { zh: row.name_zh, en: row.name_en },
  short: { zh: row.short_zh, en: row.short_en },
  kind: row.kind,
  ordinal: row.ordinal,
  ownerDepartment: row.owner_department,
  ...retirableFields(row),
  ...recordedFields(row),
});

const toMovement = (row: MovementRow): MovementRecord => ({
  id: row.id,
  fund: row.fund,
  kind: row.kind,
  amountFen: row.amount_fen,
  qualifier: row.qualifier,
  period: periodOrNull(row.period_from, row.period_to),
  asOf: row.as_of,
  source: row.source,
  label: nameOrNull(row.label_zh, row.label_en),
  supersedes: row.supersedes,
  reason: row.reason,
  submission: row.submission,
  ...recordedFields(row),
});

/** All funds known by the instant (null = by now), by id. */
export async function readFunds(db: Db, knownAt: Instant | null): Promise<FundRecord[]> {
  return (await currentRows(db, 'funds', { knownAt })).map(toRecord);
}

/** Those in use on the day. */
export async function listFunds(
  db: Db,
  query: DatedSlice & { knownAt: Instant | null },
): Promise<Page<FundRecord>> {
  return currentPage(db, 'funds', { ...query, where: isInUse(query.asOf) }, toRecord);
}

export async function findFund(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<FundRecord | null> {
  const row = await currentRow(db, 'funds', id, knownAt);
  return row && toRecord(row);
}

/**
 * The ledger within the bounds, superseded rows among them, oldest first; of the given funds; recorded after an
 * instant where given (without bounds, or a chain of corrections may be cut).
 */
export async function readMovements(
  db: Db,
  { fund, after = null, ...bounds }: Bounds & { fund: Ids; after?: Instant | null },
): Promise<MovementRecord[]> {
  const where = [...isSince('r', after), ...isOf('r.fund', fund)];
  return (await boundedRows(db, 'movements', bounds, where)).map(toMovement);
}

/** What stands of one fund's ledger by the day, newest first. */
export async function listStandingMovements(
  db: Db,
  fund: string,
  slice: DatedSlice,
): Promise<Page<MovementRecord>> {
  const of = isOf('r.fund', fund);
  const { items, next } = await standingPage(db, 'movements', of, slice);
  return { items: items.map(toMovement), next };
}

export async function appendFunds(db: Db, records: readonly FundRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'funds', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    ...retirableColumns(record),
    ...nameColumns('name', record.name),
    ...nameColumns('short', record.short),
    kind: record.kind,
    ordinal: record.ordinal,
    owner_department: record.ownerDepartment,
  }));
  await insertRows(db, 'funds', rows);
}

/** Amounts are whole fen within 2^53; anything else throws RangeError. */
export async function appendMovements(db: Db, records: readonly MovementRecord[]): Promise<void> {
  const rows = records.map((record) => {
    if (!Number.isSafeInteger(record.amountFen)) {
      throw new RangeError(
        `movements ${record.id}: ${record.amountFen} is not a whole number of fen within 2^53`,
      );
    }
    return {
      id: record.id,
      ...recordedColumns(record),
      fund: record.fund,
      kind: record.kind,
      amount_fen: record.amountFen,
      qualifier: record.qualifier,
      ...periodColumns(record.period),
      as_of: record.asOf,
      as_of_last: lastDay(record.asOf),
      source: record.source,
      ...nameColumnsOrNull('label', record.label),
      supersedes: record.supersedes,
      reason: record.reason,
      submission: record.submission,
    };
  });
  await insertRows(db, 'movements', rows);
}
