/**
 * The geometry of a year ramp: days on one axis, fen on the other. No judgement here: shares, schedule and gap
 * are those of the fund's view; this file only says where they lie.
 */
import type { Fund } from '#core/contract/fund.ts';
import { daysIn } from '#core/domain/dates.ts';
import type { IsoDate, Period } from '#core/domain/records.ts';
import { elapsedDays, linearPercent } from '#core/domain/schedule.ts';

export type RampPoint = {
  readonly on: IsoDate;
  /** Days of the period that have passed at the end of `on`. */
  readonly day: number;
  readonly fen: number;
  /** Schedule at that day, as a share of the plan. */
  readonly expectedPercent: number;
};

export type YearRamp = {
  readonly period: Period;
  readonly totalDays: number;
  readonly planFen: number;
  /** Cumulative disbursement, ascending, one point a day; the last is where the fund stands. */
  readonly points: readonly RampPoint[];
  readonly latest: RampPoint & { readonly actualPercent: number; readonly gapPoints: number };
  /** The schedule's height at the latest point. */
  readonly expectedFen: number;
  /** The page's date, held inside the period. */
  readonly asked: { readonly on: IsoDate; readonly day: number; readonly expectedPercent: number };
  /** Days without a new figure; null where the latest figure is of the page's date. */
  readonly silent: { readonly from: number; readonly to: number } | null;
  /** Top of the money axis: the plan, or more where more was paid. */
  readonly topFen: number;
};

/** Why a fund has no ramp. */
export type NoRamp = 'no-plan' | 'no-figure';

/** The ramp of a fund at `asOf`; a word instead where it has no plan, or nothing paid to compare with it. */
export function yearRamp(fund: Fund, asOf: IsoDate): YearRamp | NoRamp {
  const { planned, schedule, disbursed } = fund;
  if (planned === null || planned.amountFen <= 0) return 'no-plan';
  if (disbursed === null || schedule === null) return 'no-figure';
  const { period } = schedule;
  const points = fund.points.map(({ on, cumulativeFen }) => ({
    on,
    day: elapsedDays(period, on),
    fen: cumulativeFen,
    expectedPercent: linearPercent(period, on),
  }));
  const latest = {
    on: schedule.on,
    day: schedule.elapsedDays,
    fen: (schedule.actualPercent / 100) * planned.amountFen,
    expectedPercent: schedule.expectedPercent,
    actualPercent: schedule.actualPercent,
    gapPoints: schedule.gapPoints,
  };
  const asked = {
    on: asOf,
    day: elapsedDays(period, asOf),
    expectedPercent: schedule.expectedTodayPercent,
  };
  return {
    period,
    totalDays: daysIn(period),
    planFen: planned.amountFen,
    points,
    latest,
    expectedFen: (schedule.expectedPercent / 100) * planned.amountFen,
    asked,
    silent: asked.day > latest.day ? { from: latest.day, to: asked.day } : null,
    topFen: Math.max(planned.amountFen, latest.fen, ...points.map((point) => point.fen)),
  };
}

/**
 * At most five ticks of a money axis from 0: round steps below the plan, and the plan as a tick of its own.
 * A step that would lie on the plan's label is left out.
 */
export function moneyTicks(planFen: number, topFen: number): readonly number[] {
  const room = 0.07 * topFen;
  const power = 10 ** Math.floor(Math.log10(topFen));
  for (const step of [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10].map((factor) => factor * power)) {
    const steps: number[] = [];
    for (let n = 0; n * step <= topFen * 1.0001 && steps.length < 6; n += 1) {
      if (Math.abs(n * step - planFen) > room) steps.push(n * step);
    }
    if (steps.length <= 4) return [...steps, planFen].sort((a, b) => a - b);
  }
  return [0, planFen];
}

export type TimeTick = {
  readonly fromDay: number;
  readonly toDay: number;
  readonly month: number;
  readonly year: number;
};

/** The stretches that the time axis names: months up to a year and a half, quarters up to four, years beyond. */
export function timeTicks(period: Period): readonly TimeTick[] {
  const total = daysIn(period);
  const stride = total <= 550 ? 1 : total <= 1465 ? 3 : 12;
  const ticks: TimeTick[] = [];
  const [firstYear = 0, firstMonth = 1] = period.from.split('-').map(Number);
  const first = Math.floor((firstMonth - 1) / stride) * stride;
  for (let n = 0; ; n += stride) {
    const start = new Date(Date.UTC(firstYear, first + n, 1)).toISOString().slice(0, 10);
    const next = new Date(Date.UTC(firstYear, first + n + stride, 1)).toISOString().slice(0, 10);
    if (start > period.to) return ticks;
    const before = (day: IsoDate) =>
      day <= period.from ? 0 : elapsedDays(period, day) - (day > period.to ? 0 : 1);
    ticks.push({
      fromDay: before(start),
      toDay: before(next),
      month: Number(start.slice(5, 7)),
      year: Number(start.slice(0, 4)),
    });
  }
}
