import type { Instant, QuestionRecord, StatementRecord } from '#core/domain/records.ts';
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
import {
  currentPage,
  currentRow,
  currentRows,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db, QuestionRow } from '#server/db/tables.ts';

const toRecord = (row: QuestionRow): QuestionRecord => ({
  id: row.id,
  number: row.number,
  title: { zh: row.title_zh, en: row.title_en },
  summary: { zh: row.summary_zh, en: row.summary_en },
  statements: fromJson<StatementRecord[]>(row.statements),
  indicators: fromJson<string[]>(row.indicators),
  frameworks: fromJson<string[]>(row.frameworks),
  elements: fromJson<string[]>(row.elements),
  platforms: fromJson<string[]>(row.platforms),
  arisesOn: row.arises_on,
  settledOn: row.settled_on,
  resolution: nameOrNull(row.resolution_zh, row.resolution_en),
  reason: row.reason,
  ...recordedFields(row),
});

/** All questions known by the instant (null = by now), by id, settled ones among them. */
export async function readQuestions(db: Db, knownAt: Instant | null): Promise<QuestionRecord[]> {
  return (await currentRows(db, 'questions', { knownAt })).map(toRecord);
}

export async function listQuestions(
  db: Db,
  query: { knownAt: Instant | null; after: string | null; limit: number },
): Promise<Page<QuestionRecord>> {
  return currentPage(db, 'questions', query, toRecord);
}

export async function findQuestion(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<QuestionRecord | null> {
  const row = await currentRow(db, 'questions', id, knownAt);
  return row && toRecord(row);
}

export async function appendQuestions(db: Db, records: readonly QuestionRecord[]): Promise<void> {
  const numbered = await withRevisions(db, 'questions', records, (record) => record.id);
  const rows = numbered.map(({ record, id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    number: record.number,
    ...nameColumns('title', record.title),
    ...nameColumns('summary', record.summary),
    statements: toJson(record.statements),
    indicators: toJson(record.indicators),
    frameworks: toJson(record.frameworks),
    elements: toJson(record.elements),
    platforms: toJson(record.platforms),
    arises_on: record.arisesOn,
    settled_on: record.settledOn,
    ...nameColumnsOrNull('resolution', record.resolution),
    reason: record.reason,
  }));
  await insertRows(db, 'questions', rows);
}
