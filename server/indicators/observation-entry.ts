/** What a new value of an indicator has to fulfil, what is asked about it, and how it gets on record. */
import type { LintFinding, ObservationInput } from '#core/contract/entry.ts';
import { isCounted } from '#core/domain/counted.ts';
import { lintEntry, type Named, relationsOf } from '#core/domain/lint.ts';
import {
  ledgerStanding,
  newest,
  type Standing,
  withoutSuperseded,
} from '#core/domain/observations.ts';
import type { IndicatorRecord, ObservationRecord, Period, Recorded } from '#core/domain/records.ts';
import { pick } from '#core/domain/text.ts';
import { newId } from '#server/accounts/secrets.ts';
import { toDecimal } from '#server/db/decimal.ts';
import {
  askFirst,
  commonFaults,
  type EntryAsk,
  type FieldFault,
  refuseFaults,
  retiredFault,
  standingRows,
  taken,
} from '#server/entries/entry-checks.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { readPanels } from '#server/panels/panels.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readIndicators } from './indicators.repository.ts';
import { appendObservations, readObservations } from './observations.repository.ts';

function valueFault(indicator: IndicatorRecord, value: number): FieldFault | null {
  const { unit, kind } = indicator;
  const isWhole = unit === 'fen' || isCounted(unit, kind);
  if (isWhole && !Number.isSafeInteger(value)) return { path: 'value', fault: 'whole' };
  if (isCounted(unit, kind) && value < 0) return { path: 'value', fault: 'negative' };
  try {
    toDecimal(value);
    return null;
  } catch {
    return { path: 'value', fault: 'decimal' };
  }
}

const samePeriod = (a: Period | null, b: Period | null): boolean =>
  a?.from === b?.from && a?.to === b?.to;

async function standingOf(ask: EntryAsk, indicator: IndicatorRecord): Promise<Standing | null> {
  const { db, today } = ask;
  const bounds = { knownAt: null, asOfLast: today };
  if (indicator.ledger !== null) {
    const movements = await readMovements(db, { ...bounds, fund: indicator.ledger.fund });
    return ledgerStanding(indicator, movements, today);
  }
  const rows = await readObservations(db, { ...bounds, indicator: indicator.code });
  return newest(withoutSuperseded(rows), today);
}

/** Figures that the draft is a part of, or that are parts of it: of the same period, as they stand. */
async function relatives(ask: EntryAsk, indicator: IndicatorRecord, period: Period | null) {
  const indicators = await readIndicators(ask.db, null);
  const panels = await readPanels(ask.db, null);
  const questions = await readQuestions(ask.db, null);
  const wholes: Named[] = [];
  const parts: Named[] = [];
  const relations = relationsOf(indicator.code, { indicators, panels, questions }, ask.today);
  for (const { part, whole } of relations) {
    const other = indicators.find((row) => row.code === (part === indicator.code ? whole : part));
    const standing = other === undefined ? null : await standingOf(ask, other);
    if (other === undefined || standing === null || !samePeriod(standing.period, period)) continue;
    const { value, qualifier } = standing;
    const named = { name: pick(other.name, ask.lang), value, qualifier };
    (part === indicator.code ? wholes : parts).push(named);
  }
  return { wholes, parts };
}

export type CheckedObservation = {
  /** What stood before it; null = nothing did. */
  readonly before: ObservationRecord | null;
  readonly questions: readonly LintFinding[];
};

/**
 * Looks at a value as if it came now.
 * @throws ProblemError `not-accepted` for what it says, `conflict` where another statement was faster
 */
export async function checkObservation(
  ask: EntryAsk,
  indicator: IndicatorRecord,
  input: ObservationInput,
): Promise<CheckedObservation> {
  const { db, lang, today } = ask;
  const fault: FieldFault | null =
    indicator.ledger === null
      ? valueFault(indicator, input.value)
      : { path: 'value', fault: 'ledger' };
  const faults = [
    ...(await commonFaults(ask, input)),
    ...retiredFault(ask, indicator, input, 'value'),
    ...(fault === null ? [] : [fault]),
  ];
  const bounds = { knownAt: null, asOfLast: null };
  const rows = await readObservations(db, { ...bounds, indicator: indicator.code });
  const target = rows.find((row) => row.id === input.supersedes);
  if (input.supersedes !== null && target === undefined)
    faults.push({ path: 'supersedes', fault: 'target' });
  refuseFaults(faults, lang);

  const standing = standingRows(rows, target, lang);
  const same = standing.find(
    (row) => row.asOf === input.asOf && samePeriod(row.period, input.period),
  );
  if (same !== undefined && same !== target) throw taken('dated', 'asOf', lang, same);

  const before = newest(
    standing.filter((row) => row !== target),
    today,
  );
  const questions = lintEntry(
    { ...input, unit: indicator.unit },
    {
      last: before,
      ...(await relatives(ask, indicator, input.period)),
      plan: null,
      isDatedInside: indicator.kind !== 'plan' && indicator.kind !== 'policy',
      field: 'value',
    },
    lang,
  );
  return { before: target ?? before, questions };
}

/** The statement that an input makes. */
export function observationOf(
  indicator: string,
  input: ObservationInput,
  stamp: Recorded & { readonly submission: string | null },
): ObservationRecord {
  const { value, qualifier, period, asOf, source, supersedes, reason } = input;
  return {
    id: newId(Date.parse(stamp.recordedAt)),
    indicator,
    value,
    qualifier,
    period,
    asOf,
    source,
    supersedes,
    reason: reason === '' ? null : reason,
    ...stamp,
  };
}

/** Checks a value, asks what there is to ask, puts it on record and tells its id. Throws ProblemError. */
export async function enterObservation(
  ask: EntryAsk,
  indicator: IndicatorRecord,
  input: ObservationInput,
  stamp: Recorded & { readonly submission: string | null },
): Promise<{ id: string; before: ObservationRecord | null }> {
  const { before, questions } = await checkObservation(ask, indicator, input);
  askFirst(questions, input.confirmed);
  const record = observationOf(indicator.code, input, stamp);
  await appendObservations(ask.db, [record]);
  return { id: record.id, before };
}
