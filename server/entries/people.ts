/** Names of those who entered and who accepted a statement. */
import type { PeopleOf } from '#core/domain/people.ts';
import type { Instant } from '#core/domain/records.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import { chunks, IDS_PER_STATEMENT } from '#server/db/chunks.ts';
import type { Db } from '#server/db/tables.ts';

/** Reviewers by the submission that they accepted; null among the submissions = a statement that needed none. */
export async function reviewersOf(
  db: Db,
  statements: readonly { readonly submission: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const submissions = [...new Set(statements.flatMap((row) => row.submission ?? []))];
  const found = new Map<string, string>();
  for (const some of chunks(submissions, IDS_PER_STATEMENT)) {
    const rows = await db
      .selectFrom('reviews')
      .select(['submission', 'recorded_by'])
      .where('submission', 'in', some)
      .execute();
    for (const row of rows) found.set(row.submission, row.recorded_by);
  }
  return found;
}

/** How to name the people of these statements, as accounts were called at the instant (null = by now). */
export async function peopleOf(
  db: Db,
  statements: readonly Parameters<PeopleOf>[0][],
  knownAt: Instant | null,
): Promise<PeopleOf> {
  const names = await readAccountNames(db, knownAt);
  const reviewers = await reviewersOf(db, statements);
  return ({ recordedBy, submission }) => ({
    recordedByName: names.get(recordedBy) ?? null,
    approvedByName:
      submission === null ? null : (names.get(reviewers.get(submission) ?? '') ?? null),
  });
}
