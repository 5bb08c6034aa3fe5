/** What was put forward for review, and what reviewers said. Append-only, like everything that was stated. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CheckInInput, MovementInput, ObservationInput } from '#core/contract/entry.ts';
import type { Language, SubmissionKind, SubmissionState, Verdict } from '#core/contract/lists.ts';
import type { Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { SubmissionRow } from '#server/db/private-tables.ts';
import type { Page } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';

export type SubmissionInput = CheckInInput | ObservationInput | MovementInput;

export type SubmissionRecord = Recorded & {
  readonly id: string;
  readonly kind: SubmissionKind;
  /** Task, indicator or fund. */
  readonly subject: string;
  readonly department: string;
  readonly input: SubmissionInput;
};

const toRecord = (row: SubmissionRow): SubmissionRecord => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  department: row.department,
  input: fromJson<SubmissionInput>(row.input),
  ...recordedFields(row),
});

export async function appendSubmission(db: Db, record: SubmissionRecord): Promise<void> {
  await insertRows(db, 'submissions', [
    {
      id: record.id,
      ...recordedColumns(record),
      kind: record.kind,
      subject: record.subject,
      department: record.department,
      input: toJson(record.input),
      mends: record.input.mends,
    },
  ]);
}

/** What a reviewer said. */
export type ReviewRecord = Recorded & {
  readonly id: string;
  readonly submission: string;
  readonly verdict: Verdict;
  readonly comment: string | null;
  /** Id of the statement that came of it; null where it was returned. */
  readonly result: string | null;
};

export type ReviewedSubmission = SubmissionRecord & {
  readonly state: SubmissionState;
  /** null while it waits. */
  readonly review: Pick<ReviewRecord, 'comment' | 'recordedAt' | 'recordedBy'> | null;
};

type Row = SubmissionRow & {
  verdict: Verdict | null;
  comment: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
};

const toReviewed = (row: Row): ReviewedSubmission => ({
  ...toRecord(row),
  state: row.verdict ?? 'waiting',
  review:
    row.reviewed_at === null || row.reviewed_by === null
      ? null
      : { comment: row.comment, recordedAt: row.reviewed_at, recordedBy: row.reviewed_by },
});

const selected = (where: readonly RawBuilder<SqlBool>[], end: RawBuilder<unknown>) => sql<Row>`
  select s.*, r.verdict, r.comment, r.recorded_at as reviewed_at, r.recorded_by as reviewed_by
  from submissions s left join reviews r on r.submission = s.id
  where ${sql.join(where, sql` and `)} ${end}`;

/** null = there is none of that id. */
export async function findSubmission(db: Db, id: string): Promise<ReviewedSubmission | null> {
  const { rows } = await selected([sql`s.id = ${id}`], sql``).execute(db);
  const row = rows[0];
  return row === undefined ? null : toReviewed(row);
}

export type SubmissionFilter = {
  /** null = in any. */
  readonly state: SubmissionState | null;
  /** Account; null = of anybody. */
  readonly author: string | null;
};

function conditionsOf({ state, author }: SubmissionFilter): RawBuilder<SqlBool>[] {
  const where: RawBuilder<SqlBool>[] = [sql`1 = 1`];
  if (state === 'waiting') where.push(sql`r.id is null`);
  else if (state !== null) where.push(sql`r.verdict = ${state}`);
  if (author !== null) where.push(sql`s.recorded_by = ${author}`);
  return where;
}

export async function countSubmissions(db: Db, filter: SubmissionFilter): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from submissions s left join reviews r on r.submission = s.id
    where ${sql.join(conditionsOf(filter), sql` and `)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

async function pageOf(
  db: Db,
  where: readonly RawBuilder<SqlBool>[],
  end: RawBuilder<unknown>,
  limit: number,
): Promise<Page<ReviewedSubmission>> {
  const { rows } = await selected(where, end).execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toReviewed), next: rows.length > limit && last ? last.id : null };
}

/**
 * Looks whether what is put forward may say that it mends another.
 * @throws ProblemError `not-accepted` where that one was not returned to the same author for the same subject
 */
export async function checkMends(
  db: Db,
  { kind, subject, input, recordedBy }: Omit<SubmissionRecord, 'id' | 'department' | 'recordedAt'>,
  lang: Language,
): Promise<void> {
  if (input.mends === null) return;
  const found = await findSubmission(db, input.mends);
  const isIt =
    found?.state === 'returned' &&
    found.kind === kind &&
    found.subject === subject &&
    found.recordedBy === recordedBy;
  if (isIt) return;
  const message =
    lang === 'zh' ? '没有退回给您的这一条。' : 'Nothing of that name was returned to you.';
  throw new ProblemError('not-accepted', 'The entry cannot be taken; see fields.', {
    fields: [{ path: 'mends', message }],
  });
}

/** One page, oldest first: ids sort by the instant of their making. */
export async function listSubmissions(
  db: Db,
  { after, limit, ...filter }: SubmissionFilter & { after: string | null; limit: number },
): Promise<Page<ReviewedSubmission>> {
  const where = conditionsOf(filter);
  if (after !== null) where.push(sql`s.id > ${after}`);
  return pageOf(db, where, sql`order by s.id limit ${limit + 1}`, limit);
}

/** Where each kind of statement is kept, and the column that holds its subject. */
const LEDGERS: Readonly<Record<SubmissionKind, readonly [table: string, subject: string]>> = {
  'check-in': ['check_ins', 'task'],
  observation: ['observations', 'indicator'],
  movement: ['movements', 'fund'],
};

/** What may be stated only once for a subject at a time: whoever puts it forward again has mended what was returned. */
const ONE_AT_A_TIME: readonly SubmissionKind[] = ['check-in', 'observation'];

/**
 * What was returned to an account and is not mended yet, newest first: nothing was put forward that says to mend it,
 * and its author has recorded nothing of the kind for the same subject since. Payments of one fund are many, so that
 * another one does not mend a returned one.
 */
export async function listReturned(
  db: Db,
  { author, after, limit }: { author: string; after: string | null; limit: number },
): Promise<Page<ReviewedSubmission>> {
  const where = [
    ...conditionsOf({ state: 'returned', author }),
    sql<SqlBool>`not exists (select 1 from submissions other where other.mends = s.id
      or (s.kind in (${sql.join(ONE_AT_A_TIME)}) and other.recorded_at > r.recorded_at
      and other.recorded_by = s.recorded_by and other.kind = s.kind and other.subject = s.subject))`,
    ...Object.entries(LEDGERS).map(
      ([kind, [table, subject]]) => sql<SqlBool>`(s.kind <> ${kind} or not exists (
        select 1 from ${sql.table(table)} made where made.submission is null
        and ${sql.ref(`made.${subject}`)} = s.subject and made.recorded_by = s.recorded_by
        and made.recorded_at > r.recorded_at))`,
    ),
  ];
  if (after !== null) where.push(sql`s.id < ${after}`);
  return pageOf(db, where, sql`order by s.id desc limit ${limit + 1}`, limit);
}

/** How much waits for review, by subject. */
export async function countWaiting(
  db: Db,
  kind: SubmissionKind,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ subject: string; waiting: number | string }>`
    select s.subject, count(*) as waiting from submissions s
    where s.kind = ${kind} and not exists (select 1 from reviews r where r.submission = s.id)
    group by s.subject`.execute(db);
  return new Map(rows.map((row) => [row.subject, Number(row.waiting)]));
}

export async function appendReview(db: Db, record: ReviewRecord): Promise<void> {
  const { id, submission, verdict, comment, result } = record;
  await insertRows(db, 'reviews', [
    { id, ...recordedColumns(record), submission, verdict, comment, result },
  ]);
}
