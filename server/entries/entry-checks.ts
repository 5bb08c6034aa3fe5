/** What every figure and payment that is entered has to fulfil, whoever enters it and whichever way. */
import type { LintFinding, MovementInput, ObservationInput } from '#core/contract/entry.ts';
import type { Language, LintCode } from '#core/contract/lists.ts';
import { lastDay } from '#core/domain/dates.ts';
import { withoutSuperseded } from '#core/domain/observations.ts';
import type { IsoDate, Retirable, Workspace } from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';
import { readSources } from '#server/sources/sources.repository.ts';

export type EntryAsk = {
  readonly db: Db;
  readonly workspace: Workspace;
  readonly today: IsoDate;
  readonly lang: Language;
};

const FAULTS = {
  future: { zh: '这个日期还没有到。', en: 'This date has not come yet.' },
  period: { zh: '期间的结束早于开始。', en: 'The period ends before it begins.' },
  source: { zh: '来源登记里没有这一条。', en: 'The register has no such source.' },
  reason: { zh: '更正要写明原因。', en: 'A correction says why.' },
  target: {
    zh: '要更正的那一条不在这里的记录中。',
    en: 'What it corrects is not on record here.',
  },
  ledger: {
    zh: '这个数由资金台账汇总，请到该项资金录入收支。',
    en: 'This figure is the sum of a fund’s ledger; enter the movement there.',
  },
  whole: { zh: '这个单位只能填整数。', en: 'This unit is counted in whole numbers.' },
  decimal: {
    zh: '小数最多六位，且不能过大。',
    en: 'At most six decimal places, and not as large.',
  },
  retired: {
    zh: '已经停用，不再收新的数；已有的可以更正。',
    en: 'It is retired: nothing new is taken; what is on record may be corrected.',
  },
  negative: { zh: '不能是负数。', en: 'It cannot be negative.' },
} as const;
export type EntryFault = keyof typeof FAULTS;

export type FieldFault = { readonly path: string; readonly fault: EntryFault };

type Entered = Pick<
  ObservationInput | MovementInput,
  'period' | 'asOf' | 'source' | 'supersedes' | 'reason'
>;

/** A thing that is retired takes nothing new; what is on record of it may still be wrong. */
export const retiredFault = (
  { today }: Pick<EntryAsk, 'today'>,
  record: Pick<Retirable, 'retiredOn'>,
  { supersedes }: Pick<Entered, 'supersedes'>,
  path: string,
): FieldFault[] =>
  supersedes === null && isRetired(record, today) ? [{ path, fault: 'retired' }] : [];

/** Faults of the fields that figures and payments have in common. */
export async function commonFaults(ask: EntryAsk, input: Entered): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const { period, asOf, source, supersedes, reason } = input;
  if (lastDay(asOf) > ask.today) faults.push({ path: 'asOf', fault: 'future' });
  if (period !== null && period.to < period.from) faults.push({ path: 'period', fault: 'period' });
  if (supersedes !== null && (reason ?? '') === '')
    faults.push({ path: 'reason', fault: 'reason' });
  if (source !== null) {
    const known = await readSources(ask.db, null);
    if (!known.some((row) => row.id === source)) faults.push({ path: 'source', fault: 'source' });
  }
  return faults;
}

/** Throws ProblemError `not-accepted` with every fault at its field; none = it goes on. */
export function refuseFaults(faults: readonly FieldFault[], lang: Language): void {
  if (faults.length === 0) return;
  throw new ProblemError('not-accepted', 'The entry cannot be taken; see fields.', {
    fields: faults.map(({ path, fault }) => ({ path, message: FAULTS[fault][lang] })),
  });
}

/** Throws ProblemError `confirm-first` with the questions that were not confirmed; none = it goes on. */
export function askFirst(questions: readonly LintFinding[], confirmed: readonly LintCode[]): void {
  const open = questions.filter((question) => !confirmed.includes(question.code));
  if (open.length === 0) return;
  throw new ProblemError('confirm-first', open.map((question) => question.sentence).join(' '), {
    questions: open,
  });
}

const TAKEN = {
  corrected: {
    zh: '要更正的这一条已被别人先更正，请看最新的一条。',
    en: 'Somebody else corrected this first; look at what stands now.',
  },
  dated: {
    zh: '同一日期、同一期间已有一条数据；要改请作更正并写明原因。',
    en: 'There is a figure of this date and period; to change it, correct it and say why.',
  },
} as const;

/** ProblemError `conflict` with what stands, at the field that it is about. */
export function taken(why: keyof typeof TAKEN, path: string, lang: Language, current: unknown) {
  const message = TAKEN[why][lang];
  return new ProblemError('conflict', message, { fields: [{ path, message }], current });
}

/**
 * Of all rows of a thing those that stand.
 * @param target what is to be corrected; undefined = nothing is
 * @throws ProblemError `conflict` where somebody else corrected the target first
 */
export function standingRows<T extends { readonly id: string; readonly supersedes: string | null }>(
  rows: readonly T[],
  target: T | undefined,
  lang: Language,
): readonly T[] {
  const standing = withoutSuperseded(rows);
  if (target === undefined || standing.includes(target)) return standing;
  const now = rows.find((row) => row.supersedes === target.id) ?? null;
  throw taken('corrected', 'supersedes', lang, now);
}
