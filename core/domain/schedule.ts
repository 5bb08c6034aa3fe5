/**
 * Schedule progress (序时进度), one engine for indicator, fund and task: days elapsed / days in the period, the
 * last day included, or the target's own curve. Always at the figure's own date; the gap is in percentage points.
 */
import type { Curve, Direction } from '../contract/lists.ts';
import { daysBetween, daysIn, lastDay } from './dates.ts';
import type { IsoDate, PartialDate, Period } from './records.ts';

export type CurvePoint = { readonly on: IsoDate; readonly value: number };

export type ScheduleProgress = {
  readonly period: Period;
  /** Day at which actual and schedule are compared: the figure's own. */
  readonly on: IsoDate;
  readonly elapsedDays: number;
  readonly totalDays: number;
  readonly expectedPercent: number;
  readonly actualPercent: number;
  /** actual - expected, in percentage points; negative = behind. */
  readonly gapPoints: number;
};

/** Days of the period that have passed at the end of `on`; 0 before it starts, all of them after it ends. */
export function elapsedDays(period: Period, on: IsoDate): number {
  return Math.min(Math.max(daysBetween(period.from, on) + 1, 0), daysIn(period));
}

/** Share of the period that has passed at the end of `on`, 0 to 100. */
export function linearPercent(period: Period, on: IsoDate): number {
  return (elapsedDays(period, on) / daysIn(period)) * 100;
}

/**
 * Expected cumulative value at the end of `on`.
 * `linear` grows by the day; `monthly` is linear between its points (0 at the start); `steps` jumps at each point.
 * Where the points stop before the period does, the target's own value is the last one.
 * @throws RangeError where a curve that needs points has none.
 */
export function expectedValue(
  target: {
    readonly period: Period;
    readonly value: number;
    readonly curve: Curve;
    readonly points: readonly CurvePoint[] | null;
  },
  on: IsoDate,
): number {
  if (target.curve === 'linear') return (target.value * linearPercent(target.period, on)) / 100;
  const points = [...(target.points ?? [])].sort((a, b) => daysBetween(b.on, a.on));
  let last = points.at(-1);
  if (last === undefined) throw new RangeError(`a ${target.curve} curve needs points`);
  if (last.on < target.period.to) {
    last = { on: target.period.to, value: target.value };
    points.push(last);
  }
  if (on < target.period.from) return 0;
  if (on >= last.on) return last.value;
  let before: CurvePoint | null = null;
  for (const point of points) {
    if (point.on > on) {
      const base = before?.value ?? 0;
      if (target.curve === 'steps') return base;
      // The day before the period starts is day 0 of the first stretch.
      const start =
        before === null ? daysBetween(target.period.from, on) + 1 : daysBetween(before.on, on);
      const span =
        before === null
          ? daysBetween(target.period.from, point.on) + 1
          : daysBetween(before.on, point.on);
      return base + ((point.value - base) * start) / span;
    }
    before = point;
  }
  return last.value;
}

/**
 * Actual against schedule at the figure's own date.
 * Null where the plan is zero or the figure's date lies before the period: there is nothing to compare.
 */
export function scheduleProgress(input: {
  readonly actual: number;
  readonly plan: number;
  readonly period: Period;
  readonly asOf: PartialDate;
  readonly curve?: { readonly curve: Curve; readonly points: readonly CurvePoint[] | null };
}): ScheduleProgress | null {
  const on = lastDay(input.asOf);
  if (input.plan === 0 || on < input.period.from) return null;
  const at = on > input.period.to ? input.period.to : on;
  const expected = expectedValue(
    {
      period: input.period,
      value: input.plan,
      curve: input.curve?.curve ?? 'linear',
      points: input.curve?.points ?? null,
    },
    at,
  );
  const expectedPercent = (expected / input.plan) * 100;
  const actualPercent = (input.actual / input.plan) * 100;
  return {
    period: input.period,
    on,
    elapsedDays: elapsedDays(input.period, at),
    totalDays: daysIn(input.period),
    expectedPercent,
    actualPercent,
    gapPoints: actualPercent - expectedPercent,
  };
}

/** True where a gap is smaller than what is printed of it: 0.0 points is neither behind nor ahead. */
export function isLevel(gapPoints: number): boolean {
  return Math.abs(gapPoints) < 0.05;
}

/**
 * How a gap is to be read. Symmetric: a figure where down is better behaves as the mirror image of one where up is.
 * `monitor` is never judged.
 */
export function standing(
  gapPoints: number,
  direction: Direction,
): 'ahead' | 'level' | 'behind' | 'not-judged' {
  if (direction === 'monitor') return 'not-judged';
  if (isLevel(gapPoints)) return 'level';
  const good = direction === 'down' || direction === 'at-most' ? -gapPoints : gapPoints;
  return good > 0 ? 'ahead' : 'behind';
}
