/** Settling an open question, by an administrator's word or by a meeting's. */
import type { Language } from '#core/contract/lists.ts';
import type { Bilingual, Instant, IsoDate, QuestionRecord } from '#core/domain/records.ts';
import { ProblemError } from '#server/http/problem.ts';

type Settling = {
  /** null opens it again. */
  readonly resolution: Bilingual | null;
  readonly reason: string;
  readonly today: IsoDate;
  readonly lang: Language;
  readonly stamp: { readonly recordedAt: Instant; readonly recordedBy: string };
};

const refused = (message: string): ProblemError =>
  new ProblemError('not-accepted', message, { fields: [{ path: 'resolution', message }] });

/**
 * The question as it stands from then on.
 * @throws ProblemError `not-accepted` where it is opened though open, or settled before it arose
 */
export function settled(
  before: QuestionRecord,
  { resolution, reason, today, lang, stamp }: Settling,
): QuestionRecord {
  if (resolution === null && before.settledOn === null)
    throw refused(lang === 'zh' ? '这个口径待核本来就没有办结。' : 'The question is open.');
  const settledOn = resolution === null ? null : today;
  if (settledOn !== null && settledOn < before.arisesOn)
    throw refused(
      lang === 'zh' ? '今天早于这个问题出现的日期。' : 'Today is before the question arose.',
    );
  return { ...before, resolution, reason, settledOn, ...stamp };
}
