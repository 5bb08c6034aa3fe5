/** Names of those who entered and who accepted a statement. */
import type { PeopleOf } from '#core/domain/people.ts';
import type { Instant } from '#core/domain/records.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';

/** How to name the people of these statements, as accounts were called at the instant (null = by now). */
export async function peopleOf(
  db: Db,
  statements: readonly Parameters<PeopleOf>[0][],
  knownAt: Instant | null,
): Promise<PeopleOf> {
  const names = await readAccountNames(db, knownAt);
  const submissions = statements.flatMap((row) => row.submission ?? []);
  const reviews =
    submissions.length === 0
      ? []
      : await db
          .selectFrom('reviews')
          .select(['submission', 'recorded_by'])
          .where('submission', 'in', submissions)
          .execute();
  const reviewers = new Map(reviews.map((row) => [row.submission, row.recorded_by]));
  return ({ recordedBy, submission }) => ({
    recordedByName: names.get(recordedBy) ?? null,
    approvedByName:
      submission === null ? null : (names.get(reviewers.get(submission) ?? '') ?? null),
  });
}
