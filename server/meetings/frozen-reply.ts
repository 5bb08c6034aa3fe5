/** The answer that a frozen picture holds to exactly this question: the same bytes for ever, whatever is built later. */
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import type { Ask, ReadRoute } from '#server/http/read-route.ts';
import { answerIn, unpack } from './snapshot-text.ts';
import { findPart, snapshotsOf } from './snapshots.repository.ts';
import { isSoundPart } from './soundness.ts';

/** null = no sound snapshot answers this question: the records do. A damaged one is never used. */
export async function frozenReply(
  { path }: Pick<ReadRoute, 'path'>,
  { db, key, lang, query }: Pick<Ask, 'db' | 'key' | 'lang' | 'query'>,
): Promise<string | null> {
  const { asOf, knownAt } = query;
  if (asOf === undefined || knownAt === undefined) return null;
  const snapshots = await snapshotsOf(db, asOf, knownAt);
  if (snapshots.length === 0) return null;
  const asked = path.replace(/\{\w+\}/, encodeURIComponent(key));
  const question = frozenQuestion(asked, { ...query, lang });
  for (const snapshot of snapshots) {
    const part = await findPart(db, snapshot.id, question);
    if (part === null) continue;
    if (!(await isSoundPart(db, snapshot, part.ordinal, part.content))) continue;
    const answer = answerIn(await unpack(part.content), question);
    if (answer !== undefined) return answer;
  }
  return null;
}
