/**
 * What the rest of a period asks for, and where the present pace leads. Both are arithmetic on the figure's own date
 * and name their assumption; neither is a forecast of the source.
 */
import { addDays, daysBetween } from './dates.ts';
import type { IsoDate, Period } from './records.ts';
import type { ScheduleProgress } from './schedule.ts';

export type Outlook = {
  /** Days left in the period after the figure's date; 0 = the period is over. */
  readonly remainingDays: number;
  /** Share of the plan still to come, in percent; negative = the plan is exceeded. */
  readonly remainingPercent: number;
  /** Percent of the plan a day needed from here to reach it at the period's end; null = no day is left. */
  readonly requiredPerDayPercent: number | null;
  /** Percent of the plan a day so far, from the first day to the figure's date. */
  readonly pacePerDayPercent: number;
  /** Share of the plan at the period's end if the pace so far goes on. */
  readonly projectedPercent: number;
  /** Day on which the plan would be reached at the pace so far; null = never, at no pace. */
  readonly projectedReachOn: IsoDate | null;
};

/** A reach date further out than this says nothing; it is left out. */
const HORIZON_DAYS = 36_525;

/** Outlook of a schedule; null before the first day has passed: there is no pace yet. */
export function outlookOf(progress: ScheduleProgress): Outlook | null {
  const { period, elapsedDays, totalDays, actualPercent } = progress;
  if (elapsedDays <= 0) return null;
  const remainingDays = totalDays - elapsedDays;
  const remainingPercent = 100 - actualPercent;
  const pace = actualPercent / elapsedDays;
  const daysToReach = pace > 0 ? Math.ceil(100 / pace) : null;
  return {
    remainingDays,
    remainingPercent,
    requiredPerDayPercent: remainingDays === 0 ? null : remainingPercent / remainingDays,
    pacePerDayPercent: pace,
    projectedPercent: pace * totalDays,
    projectedReachOn:
      daysToReach === null || daysToReach > HORIZON_DAYS
        ? null
        : addDays(period.from, daysToReach - 1),
  };
}

/** True where the projected day lies within the period. */
export function reachesInTime(outlook: Outlook, period: Period): boolean {
  return outlook.projectedReachOn !== null && daysBetween(outlook.projectedReachOn, period.to) >= 0;
}
