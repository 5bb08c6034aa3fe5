/** The answer that a frozen picture holds to exactly this question: the same bytes for ever, whatever is built later. */
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import type { Db } from '#server/db/tables.ts';
import type { Ask, ReadRoute } from '#server/http/read-route.ts';
import { answerIn, unpack } from './snapshot-text.ts';
import { findPart, type SnapshotRecord, snapshotsOf } from './snapshots.repository.ts';
import { isSoundPart } from './soundness.ts';

/** What a snapshot that was found sound just now answers to the question; undefined = it does not. */
export async function soundAnswer(
  db: Db,
  snapshot: SnapshotRecord,
  question: string,
): Promise<string | undefined> {
  const part = await findPart(db, snapshot.id, question);
  return part === null ? undefined : answerIn(await unpack(part.content), question);
}

/** What this snapshot answers to the question; undefined = it does not, or it is damaged and never used. */
async function answerOf(
  db: Db,
  snapshot: SnapshotRecord,
  question: string,
): Promise<string | undefined> {
  const part = await findPart(db, snapshot.id, question);
  if (part === null) return undefined;
  if (!(await isSoundPart(db, snapshot, part.ordinal, part.content))) return undefined;
  return answerIn(await unpack(part.content), question);
}

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
    const answer = await answerOf(db, snapshot, question);
    if (answer !== undefined) return answer;
  }
  return null;
}
