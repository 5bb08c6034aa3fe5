/** What the subjects of submissions are called. */
import type { Submission } from '#core/contract/entry.ts';
import type { Language } from '#core/contract/lists.ts';
import { pick } from '#core/domain/text.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { findFund } from '#server/funds/funds.repository.ts';
import { findIndicator } from '#server/indicators/indicators.repository.ts';
import { findTask } from '#server/tasks/tasks.repository.ts';
import type { ReviewedSubmission } from './submissions.repository.ts';

async function subjectName(db: Db, row: ReviewedSubmission, lang: Language): Promise<string> {
  switch (row.kind) {
    case 'check-in':
      return pick((await findTask(db, row.subject, null))?.title ?? null, lang) ?? row.subject;
    case 'observation':
      return pick((await findIndicator(db, row.subject, null))?.name ?? null, lang) ?? row.subject;
    case 'movement':
      return pick((await findFund(db, row.subject, null))?.name ?? null, lang) ?? row.subject;
  }
}

/** Submissions as the API shows them. */
export async function submissionViews(
  db: Db,
  rows: readonly ReviewedSubmission[],
  lang: Language,
): Promise<Submission[]> {
  const accounts = await readAccountNames(db, null);
  const departments = new Map(
    (await readDepartments(db, null)).map((row) => [row.id, pick(row.name, lang)]),
  );
  const views: Submission[] = [];
  for (const row of rows) {
    const { id, kind, subject, department, input, state, review } = row;
    views.push({
      id,
      kind,
      subject,
      subjectName: await subjectName(db, row, lang),
      department,
      departmentName: departments.get(department) ?? department,
      input,
      submittedAt: row.recordedAt,
      submittedBy: row.recordedBy,
      submittedByName: accounts.get(row.recordedBy) ?? row.recordedBy,
      state,
      comment: review?.comment ?? null,
      reviewedAt: review?.recordedAt ?? null,
      reviewedByName: review === null ? null : (accounts.get(review.recordedBy) ?? null),
    });
  }
  return views;
}
