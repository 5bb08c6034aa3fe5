/** Later corrections of the numbers that a meeting was frozen with. */
import type { Figure } from '#core/contract/figure.ts';
import type { Language } from '#core/contract/lists.ts';
import type { MeetingHead, Restatement } from '#core/contract/meeting.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { standingsAt } from '#core/domain/observations.ts';
import { restatementsOf } from '#core/domain/restatement.ts';
import type { Db } from '#server/db/tables.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readNewestObservations } from '#server/indicators/observations.repository.ts';
import { soundAnswer } from './frozen-reply.ts';
import { findSnapshot } from './snapshots.repository.ts';

/** None before the freeze; none either where the frozen picture is damaged, which the meeting says elsewhere. */
export async function readRestatements(
  { db, lang }: { readonly db: Db; readonly lang: Language },
  { id, snapshot }: Pick<MeetingHead, 'id' | 'snapshot'>,
): Promise<Restatement[]> {
  if (snapshot === null || !snapshot.sound) return [];
  const frozen = await findSnapshot(db, id, snapshot.version);
  if (frozen === null) return [];
  const { asOf, compare, knownAt } = frozen;
  const question = frozenQuestion('/board', { asOf, compare: compare ?? 'none', knownAt, lang });
  const answer = await soundAnswer(db, frozen, question);
  if (answer === undefined) return [];
  const { figures } = JSON.parse(answer) as { figures: Figure[] };
  const indicators = await readIndicators(db, null);
  const movements = await readMovements(db, { knownAt: null, asOfLast: null, fund: null });
  const observations = await readNewestObservations(db, { knownAt: null, days: [asOf] });
  const now = standingsAt({ indicators, observations, movements }, asOf);
  return restatementsOf({ shown: figures, now, indicators, movements, knownAt, lang });
}
