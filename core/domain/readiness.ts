/** What is still owed before a meeting. A rhythm that nobody set asks for no figure; a meeting asks for every task. */
import { daysBetween, lastDay } from './dates.ts';
import type { IndicatorRecord, IsoDate, PartialDate } from './records.ts';
import { isRetired } from './retirement.ts';
import { isInForce, type TaskOutline } from './task-outline.ts';
import { watchTask } from './watch.ts';

export type OwedAt = {
  readonly asOf: IsoDate;
  /** Date of the numbers of the meeting before; null = there was none, and only what never reported is owed. */
  readonly since: IsoDate | null;
  readonly nearDays: number;
};

/** Day of the last sign; null = there was never one. */
export type Owed = { readonly lastOn: IsoDate | null };

const isOwed = (lastOn: IsoDate | null, since: IsoDate | null): boolean =>
  lastOn === null || (since !== null && lastOn <= since);

/** A task that is not done and has neither report nor tick since; null = nothing is owed. */
export function owedTask(task: TaskOutline, { asOf, since, nearDays }: OwedAt): Owed | null {
  if (!isInForce(task, asOf)) return null;
  const { lastOn, declared, disagreement } = watchTask(task, asOf, nearDays);
  const isDone = declared === 'done' && disagreement === null;
  return !isDone && isOwed(lastOn, since) ? { lastOn } : null;
}

/**
 * An indicator in use whose rhythm has passed without a figure, and which has none since; null = nothing is owed.
 * @param figureOf date of its newest figure by `asOf`; null = there is none
 */
export function owedFigure(
  { rhythmDays, retiredOn }: Pick<IndicatorRecord, 'rhythmDays' | 'retiredOn'>,
  figureOf: PartialDate | null,
  { asOf, since }: Omit<OwedAt, 'nearDays'>,
): Owed | null {
  if (rhythmDays === null || isRetired({ retiredOn }, asOf)) return null;
  const lastOn = figureOf === null ? null : lastDay(figureOf);
  if (lastOn !== null && daysBetween(lastOn, asOf) <= rhythmDays) return null;
  return isOwed(lastOn, since) ? { lastOn } : null;
}

/** The longest silence first; what never gave a sign before all. */
export const longestFirst = (a: Owed, b: Owed): number => {
  const [x, y] = [a.lastOn ?? '', b.lastOn ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};
