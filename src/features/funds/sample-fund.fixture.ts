/** Boards of the default dataset, and funds bent to other cases, for the tests beside this file. */
import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import type { Language } from '#core/contract/lists.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { daysIn } from '#core/domain/dates.ts';
import { elapsedDays, linearPercent, scheduleProgress } from '#core/domain/schedule.ts';
import { sampleAt } from '#core/sample/sample.ts';

const RECORDED_AT = '2026-01-05T08:00:00.000Z';

export const sampleBoard = (lang: Language = 'zh', asOf = '2021-05-31'): Board =>
  assembleBoard({
    dataset: sampleAt(RECORDED_AT),
    asOf,
    compare: null,
    knownAt: RECORDED_AT,
    lang,
  });

export function plannedFund(board: Board): Fund {
  const fund = board.funds.find((row) => row.schedule !== null);
  if (fund === undefined) throw new Error('the default dataset has lost its planned fund');
  return fund;
}

export type FundCase = {
  readonly planFen: number;
  readonly period: { readonly from: string; readonly to: string };
  /** Cumulative fen by day, ascending. */
  readonly points: readonly { readonly on: string; readonly cumulativeFen: number }[];
  readonly asOf: string;
};

/** The planned fund of the dataset with other numbers, as the server would judge them. */
export function fundLike(fund: Fund, { planFen, period, points, asOf }: FundCase): Fund {
  const last = points.at(-1);
  if (last === undefined || fund.planned === null || fund.disbursed === null)
    throw new Error('a case needs a payment');
  const progress = scheduleProgress({
    actual: last.cumulativeFen,
    plan: planFen,
    period,
    asOf: last.on,
  });
  if (progress === null) throw new Error('a case needs a plan');
  return {
    ...fund,
    planned: { ...fund.planned, amountFen: planFen, period },
    disbursed: { ...fund.disbursed, amountFen: last.cumulativeFen, asOf: last.on },
    undisbursedFen: planFen - last.cumulativeFen,
    points: [...points],
    schedule: {
      ...progress,
      elapsedDays: elapsedDays(period, last.on),
      totalDays: daysIn(period),
      expectedTodayPercent: linearPercent(period, asOf),
    },
  };
}
