/** A fund as it stands at a date. A share always names its denominator; a plan is compared at the figure's date. */
import type { Fund, FundAmount } from '../contract/fund.ts';
import type { Language, MovementKind } from '../contract/lists.ts';
import { daysBetween, daysIn, lastDay } from './dates.ts';
import {
  groupBy,
  isMovementOf,
  qualifierOfShare,
  standingMovements,
  sumMovements,
} from './observations.ts';
import { outlookOf } from './outlook.ts';
import type {
  Dataset,
  FundRecord,
  IndicatorRecord,
  IsoDate,
  MovementRecord,
  Period,
} from './records.ts';
import { linearPercent, scheduleProgress } from './schedule.ts';
import { fundSentence, outlookSentence } from './sentences.ts';
import { pick } from './text.ts';

export type FundContext = Pick<Dataset, 'movements' | 'indicators'>;

const samePeriod = (a: Period | null, b: Period | null): boolean =>
  a?.from === b?.from && a?.to === b?.to;

/** Whether `a` tells more of the date than `b`: one that contains it, of those the narrowest; else the last to end. */
const isCloser = (a: Period, b: Period, asOf: IsoDate): boolean => {
  const [holdsA, holdsB] = [a.to >= asOf, b.to >= asOf];
  if (holdsA !== holdsB) return holdsA;
  return holdsA ? daysIn(a) < daysIn(b) : a.to > b.to;
};

/** `movements` are those that count at the date. The plan's period in force then: a year's plan comes before that of the five years around it. */
function planPeriod(movements: readonly MovementRecord[], asOf: IsoDate): Period | null {
  let best: Period | null = null;
  for (const { kind, period } of movements) {
    if (kind !== 'planned' || period === null || period.from > asOf) continue;
    if (best === null || isCloser(period, best, asOf)) best = period;
  }
  return best;
}

function codeOf(
  indicators: readonly IndicatorRecord[],
  fund: string,
  kind: MovementKind,
  period: Period | null,
): string | null {
  const rows = indicators.filter((row) => row.ledger?.fund === fund && row.ledger.kind === kind);
  const exact = rows.find((row) => samePeriod(row.ledger?.period ?? null, period));
  return (exact ?? rows.find((row) => row.ledger?.period === null))?.code ?? null;
}

function shareOf(
  part: FundAmount | null,
  whole: FundAmount | null,
  of: 'planned' | 'committed',
): Fund['share'] {
  if (part === null || whole === null || whole.amountFen <= 0) return null;
  const qualifier = qualifierOfShare(part.qualifier, whole.qualifier);
  return qualifier === null
    ? null
    : { of, percent: (part.amountFen / whole.amountFen) * 100, qualifier };
}

/** Running total by day; movements of one day are one point. */
function cumulative(rows: readonly MovementRecord[]): Fund['points'] {
  let cumulativeFen = 0;
  const points: Fund['points'] = [];
  for (const row of rows) {
    cumulativeFen += row.amountFen;
    const on = lastDay(row.asOf);
    if (points.at(-1)?.on === on) points.pop();
    points.push({ on, cumulativeFen });
  }
  return points;
}

/** The amounts that count at `asOf`, and the share that they make. */
function amountsOf(fund: FundRecord, context: FundContext, asOf: IsoDate, lang: Language) {
  const movements = standingMovements(
    context.movements.filter((movement) => movement.fund === fund.id),
    asOf,
  );
  const of = (kind: MovementKind, within: Period | null): MovementRecord[] =>
    movements.filter((row) => isMovementOf(row, kind, within));
  const period = planPeriod(movements, asOf);

  const amount = (kind: MovementKind, within: Period | null): FundAmount | null => {
    const rows = of(kind, within);
    const sum = sumMovements(rows);
    if (sum === null) return null;
    const label = pick(sum.last.label, lang);
    return {
      amountFen: sum.amountFen,
      qualifier: sum.qualifier,
      // What one of several movements is called is not the name of their sum.
      label: rows.every((row) => pick(row.label, lang) === label) ? label : null,
      period: kind === 'planned' ? within : null,
      asOf: sum.last.asOf,
      code: codeOf(context.indicators, fund.id, kind, within),
      source: sum.last.source,
    };
  };

  const committed = amount('committed', null);
  const planned = period === null ? null : amount('planned', period);
  const within = planned === null ? null : period;
  const disbursed = amount('disbursed', within);
  const spent = amount('spent', within);
  const wholeKind = planned === null ? 'committed' : 'planned';
  const whole = planned ?? committed;
  const share = shareOf(disbursed, whole, wholeKind);
  const paid = of('disbursed', within);
  return { period, committed, planned, disbursed, spent, whole, wholeKind, share, paid } as const;
}

/** View of one fund at `asOf`. Missing amounts are null, never 0. */
export function fundView(
  fund: FundRecord,
  context: FundContext,
  asOf: IsoDate,
  lang: Language,
): Fund {
  const amounts = amountsOf(fund, context, asOf, lang);
  const { period, committed, planned, disbursed, spent, whole, wholeKind, share, paid } = amounts;
  const progress =
    share !== null && planned !== null && period !== null && disbursed !== null
      ? scheduleProgress({
          actual: disbursed.amountFen,
          plan: planned.amountFen,
          period,
          asOf: disbursed.asOf,
        })
      : null;

  // A bound has no pace.
  const outlook = progress === null || share?.qualifier !== 'exact' ? null : outlookOf(progress);

  const name = pick(fund.name, lang);
  return {
    id: fund.id,
    name,
    short: pick(fund.short, lang),
    kind: fund.kind,
    owner: fund.ownerDepartment,
    committed,
    planned,
    disbursed,
    spent,
    share,
    plannedShareOfCommittedPercent:
      planned !== null && committed !== null && committed.amountFen > 0
        ? (planned.amountFen / committed.amountFen) * 100
        : null,
    undisbursedFen:
      planned?.qualifier === 'exact' && disbursed?.qualifier === 'exact'
        ? planned.amountFen - disbursed.amountFen
        : null,
    schedule:
      progress === null
        ? null
        : { ...progress, expectedTodayPercent: linearPercent(progress.period, asOf) },
    outlook:
      outlook === null || planned === null
        ? null
        : {
            ...outlook,
            sentence: outlookSentence(outlook, { value: planned.amountFen, unit: 'fen' }, lang),
          },
    ageDays: disbursed === null ? null : daysBetween(lastDay(disbursed.asOf), asOf),
    points: disbursed === null ? [] : cumulative(paid),
    sentence: fundSentence(
      {
        name,
        disbursed,
        isUnsummable: disbursed === null && paid.length > 0,
        whole: whole === null ? null : { ...whole, of: wholeKind },
        share,
        schedule: progress,
        asOf,
      },
      lang,
    ),
  };
}

/** What a comparison needs of a fund at its baseline. */
export type FundBefore = Pick<Fund, 'id' | 'share'>;

export function fundBefore(
  fund: FundRecord,
  context: FundContext,
  asOf: IsoDate,
  lang: Language,
): FundBefore {
  return { id: fund.id, share: amountsOf(fund, context, asOf, lang).share };
}

/** All funds in the dataset's order, each with its own part of the context. */
export function fundContexts(
  funds: readonly FundRecord[],
  context: FundContext,
): (readonly [fund: FundRecord, own: FundContext])[] {
  const movementsByFund = groupBy(context.movements, (row) => row.fund);
  const indicatorsByFund = groupBy(context.indicators, (row) => row.ledger?.fund ?? '');
  return [...funds]
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    .map((fund) => [
      fund,
      {
        movements: movementsByFund.get(fund.id) ?? [],
        indicators: indicatorsByFund.get(fund.id) ?? [],
      },
    ]);
}
