/** What people have reported beside the default dataset. */
import { sampleAt } from '#core/sample/sample.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Db } from '#server/db/tables.ts';
import { appendReview, appendSubmission } from '#server/entries/submissions.repository.ts';
import { noteFile } from '#server/files/files.repository.ts';
import { appendEvidence } from '#server/tasks/evidence.repository.ts';

/** When the default dataset was recorded. */
const RECORDED = '2026-01-02T03:04:05.678Z';
const recorded = { recordedAt: RECORDED, recordedBy: 'test' };

/** Somebody who holds meetings. */
export const addOffice = (db: Db) =>
  appendAccount(db, {
    id: 'office',
    login: 'office',
    name: '办公室',
    department: null,
    roles: ['reviewer'],
    state: 'active',
    ...recorded,
  });

/** A report that was reviewed, with a file; one that waits; a task that was retired. */
export async function addReports(db: Db): Promise<void> {
  const input = {
    status: 'in_progress' as const,
    progress: '走在路上',
    difficulty: null,
    next: null,
    ticks: [],
    files: [],
    mends: null,
  };
  const task = { kind: 'check-in' as const, subject: 't.jiebang', department: 'd.bureau', input };
  for (const id of ['accepted', 'waiting'])
    await appendSubmission(db, { id, ...task, ...recorded });
  await appendReview(db, {
    id: 'review',
    submission: 'accepted',
    verdict: 'accepted',
    comment: null,
    result: 'report',
    recordedAt: RECORDED,
    recordedBy: 'office',
  });
  const retired = sampleAt(RECORDED).tasks.find((row) => row.id === 't.core-business');
  if (retired === undefined) throw new Error('the default dataset has this task');
  const reported = { recordedAt: '2026-01-03T00:00:00.000Z', recordedBy: 'office' };
  const report = { id: 'report', task: 't.jiebang', asOf: '2021-05-20', status: input.status };
  await loadDataset(db, {
    checkIns: [
      {
        ...report,
        progress: input.progress,
        difficulty: null,
        next: null,
        submission: 'accepted',
        ...reported,
      },
    ],
    tasks: [{ ...retired, retiredOn: '2021-05-10', retiredReason: '并入他项', ...reported }],
  });
  await noteFile(db, 'a'.repeat(64), { type: 'application/pdf', bytes: 3 }, recorded);
  await appendEvidence(db, 'report', [{ hash: 'a'.repeat(64), name: '附件.pdf' }], recorded);
}
