/** What was put forward for review, and what reviewers said. Append-only, like everything that was stated. */
import type { CheckInInput, MovementInput, ObservationInput } from '#core/contract/entry.ts';
import type { SubmissionKind } from '#core/contract/lists.ts';
import type { Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { SubmissionRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';

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
    },
  ]);
}

export async function findSubmission(db: Db, id: string): Promise<SubmissionRecord | null> {
  const row = await db
    .selectFrom('submissions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}
