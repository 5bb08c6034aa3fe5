/** What a new movement of a fund has to fulfil, what is asked about it, and how it gets on record. */
import type { LintFinding, MovementInput } from '#core/contract/entry.ts';
import { fundView } from '#core/domain/fund-view.ts';
import { isSurelyMore, type LintContext, lintEntry } from '#core/domain/lint.ts';
import { movementsOf, newest, sumMovements } from '#core/domain/observations.ts';
import type { FundRecord, MovementRecord, Recorded } from '#core/domain/records.ts';
import { newId } from '#server/accounts/secrets.ts';
import {
  askFirst,
  commonFaults,
  type EntryAsk,
  refuseFaults,
  retiredFault,
  standingRows,
} from '#server/entries/entry-checks.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { appendMovements, readMovements } from './funds.repository.ts';

type Stamp = Recorded & { readonly submission: string | null };

/** The statement that an input makes. A correction without a name keeps the name of what it corrects. */
export function movementOf(
  fund: string,
  input: MovementInput,
  stamp: Stamp,
  corrected: MovementRecord | null,
): MovementRecord {
  const { kind, amountFen, qualifier, period, asOf, source, label, supersedes, reason } = input;
  return {
    id: newId(Date.parse(stamp.recordedAt)),
    fund,
    kind,
    amountFen,
    qualifier,
    period,
    asOf,
    source,
    label: label ?? corrected?.label ?? null,
    supersedes,
    reason: reason === '' ? null : reason,
    ...stamp,
  };
}

const WORDS = {
  planned: { zh: '本期计划', en: 'the plan of the period' },
  committed: { zh: '承诺总额', en: 'the commitment' },
  disbursed: { zh: '已拨付', en: 'what is disbursed' },
} as const;

type Whole = keyof typeof WORDS;

/** What the sum of each kind is held against, the nearer bound first. */
const HELD_AGAINST: Readonly<Record<MovementInput['kind'], readonly Whole[]>> = {
  committed: [],
  planned: ['committed'],
  disbursed: ['planned', 'committed'],
  spent: ['disbursed', 'committed'],
};

/** The first bound that the fund would break with these movements; null = none. */
async function planOf(
  ask: EntryAsk,
  fund: FundRecord,
  { kind }: MovementInput,
  movements: readonly MovementRecord[],
): Promise<LintContext['plan']> {
  const { db, lang, today } = ask;
  const indicators = await readIndicators(db, null);
  const view = fundView(fund, { movements, indicators }, today, lang);
  for (const whole of HELD_AGAINST[kind]) {
    const bound = view[whole];
    // Over several plans the commitment holds all that was ever paid.
    const sum =
      whole === 'committed' && kind !== 'planned'
        ? sumMovements(movementsOf(movements, kind, today, null))
        : view[kind];
    if (bound === null || sum === null) continue;
    const amount = { value: bound.amountFen, qualifier: bound.qualifier };
    const total = { value: sum.amountFen, qualifier: sum.qualifier };
    if (isSurelyMore(total, amount)) return { name: WORDS[whole][lang], ...amount, total };
  }
  return null;
}

export type CheckedMovement = {
  /** What it corrects; null = nothing. */
  readonly corrected: MovementRecord | null;
  /** What it corrects, or the one of its kind before it; null = there is none. */
  readonly before: MovementRecord | null;
  readonly questions: readonly LintFinding[];
};

/**
 * Looks at a movement as if it came now.
 * @throws ProblemError `not-accepted` for what it says, `conflict` where another correction was faster
 */
export async function checkMovement(
  ask: EntryAsk,
  fund: FundRecord,
  input: MovementInput,
): Promise<CheckedMovement> {
  const { db, lang, today } = ask;
  const faults = [
    ...(await commonFaults(ask, input)),
    ...retiredFault(ask, fund, input, 'amountFen'),
  ];
  if (!Number.isSafeInteger(input.amountFen)) faults.push({ path: 'amountFen', fault: 'whole' });
  const rows = await readMovements(db, { knownAt: null, asOfLast: null, fund: fund.id });
  const target = rows.find((row) => row.id === input.supersedes);
  if (input.supersedes !== null && (target === undefined || target.kind !== input.kind))
    faults.push({ path: 'supersedes', fault: 'target' });
  refuseFaults(faults, lang);

  const standing = standingRows(rows, target, lang);
  const others = standing.filter((row) => row !== target && row.kind === input.kind);
  const before = newest(others, today);
  const stamp = { recordedAt: '9999-12-31T23:59:59.999Z', recordedBy: '', submission: null };
  const questions = lintEntry(
    { ...input, value: input.amountFen, unit: 'fen' },
    {
      last: before === null ? null : { ...before, value: before.amountFen },
      wholes: [],
      parts: [],
      plan: await planOf(ask, fund, input, [
        ...rows,
        movementOf(fund.id, input, stamp, target ?? null),
      ]),
      isDatedInside: input.kind === 'disbursed' || input.kind === 'spent',
      field: 'amountFen',
    },
    lang,
  );
  return { corrected: target ?? null, before: target ?? before, questions };
}

/** Checks a movement, asks what there is to ask, puts it on record and tells its id. Throws ProblemError. */
export async function enterMovement(
  ask: EntryAsk,
  fund: FundRecord,
  input: MovementInput,
  stamp: Stamp,
): Promise<{ id: string; before: MovementRecord | null }> {
  const { corrected, before, questions } = await checkMovement(ask, fund, input);
  askFirst(questions, input.confirmed);
  const record = movementOf(fund.id, input, stamp, corrected);
  await appendMovements(ask.db, [record]);
  return { id: record.id, before };
}
