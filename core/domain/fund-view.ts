/** A fund as it stands at a date. A share always names its denominator; a plan is compared at the figure's date. */
import type { Fund, FundAmount } from '../contract/fund.ts';
import type { Language, MovementKind } from '../contract/lists.ts';
import { daysBetween, daysIn, lastDay } from './dates.ts';
import { groupBy, movementsOf, qualifierOfShare, sumMovements } from './observations.ts';
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

/** The plan's period in force at a date: a year's plan comes before that of the five years around it. */
function planPeriod(movements: readonly MovementRecord[], asOf: IsoDate): Period | null {
  let best: Period | null = null;
  for (const { period } of movementsOf(movements, 'planned', asOf, null)) {
    if (period === null || period.from > asOf) continue;
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

/** View of one fund at `asOf`. Missing amounts are null, never 0. */
export function fundView(
  fund: FundRecord,
  context: FundContext,
  asOf: IsoDate,
  lang: Language,
): Fund {
  const movements = context.movements.filter((movement) => movement.fund === fund.id);
  const period = planPeriod(movements, asOf);

  const amount = (kind: MovementKind, within: Period | null): FundAmount | null => {
    const rows = movementsOf(movements, kind, asOf, within);
    const sum = sumMovements(rows);
    if (sum === null) return null;
    return {
      amountFen: sum.amountFen,
      qualifier: sum.qualifier,
      label: pick(sum.last.label, lang),
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
  const of = planned === null ? 'committed' : 'planned';
  const whole = planned ?? committed;
  const share = shareOf(disbursed, whole, of);
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

  const paid = movementsOf(movements, 'disbursed', asOf, within);
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
        whole: whole === null ? null : { ...whole, of },
        share,
        schedule: progress,
        asOf,
      },
      lang,
    ),
  };
}

/** All funds in the dataset's order. */
export function fundViews(
  funds: readonly FundRecord[],
  context: FundContext,
  asOf: IsoDate,
  lang: Language,
): Fund[] {
  const movementsByFund = groupBy(context.movements, (row) => row.fund);
  const indicatorsByFund = groupBy(context.indicators, (row) => row.ledger?.fund ?? '');
  return [...funds]
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    .map((fund) => {
      const own = {
        movements: movementsByFund.get(fund.id) ?? [],
        indicators: indicatorsByFund.get(fund.id) ?? [],
      };
      return fundView(fund, own, asOf, lang);
    });
}
