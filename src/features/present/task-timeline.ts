/** Milestones of a task on a line of time, as places in a drawing of 1080 by 430. Pure. */
import type { Milestone, Task } from '#core/contract/task.ts';
import { addDays, daysBetween, firstDay, lastDay } from '#core/domain/dates.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { lastOf } from '#src/lib/last-of.ts';

export const TIMELINE = { width: 1080, left: 20, right: 1060, axis: 220 } as const;

export type Stop = {
  readonly id: string;
  readonly title: string;
  readonly due: IsoDate;
  readonly doneOn: string | null;
  readonly state: Milestone['state'];
  readonly x: number;
  /** Label to the left of its place, where the right has no room. */
  readonly isLeft: boolean;
  /** Rows of labels, 0 nearest the top: neighbours do not write over each other. */
  readonly row: 0 | 1;
};

export type Timeline = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: { readonly on: IsoDate; readonly x: number };
  readonly stops: readonly Stop[];
  /** From today to the next dated milestone that is open; null = none lies ahead. */
  readonly ahead: { readonly title: string; readonly days: number; readonly x: number } | null;
};

/** A label is as wide as its title, or as the date below it; the rest keeps it off its neighbour. */
const LETTERS = 29;
const DATE = 240;
const GAP = 24;
const widthOf = (title: string): number => Math.max(DATE, roughWidth(title, LETTERS)) + GAP;
/** More places than this cannot be told apart on one line. */
const STOPS = 6;

/** A stop of the task's own date; tasks that a meeting decided on have no milestones. */
const WHOLE = 'whole';

const stateOf = ({ light: { state } }: Task): Milestone['state'] =>
  state === 'over' || state === 'near' || state === 'done' ? state : 'open';

/** null = neither a milestone nor the task has a date, so that there is no line to draw. */
export function timelineOf(task: Task, asOf: IsoDate): Timeline | null {
  const steps = task.milestones
    .flatMap((row) => {
      const { id, title, due, doneOn, state } = row;
      return due === null ? [] : [{ id, title, day: lastDay(due), doneOn, state }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const own =
    task.due === null
      ? []
      : [
          {
            id: WHOLE,
            title: task.short,
            day: lastDay(task.due),
            doneOn: null,
            state: stateOf(task),
          },
        ];
  const dated = steps.length === 0 ? own : steps;
  const near = dated.length <= STOPS ? dated : aroundOf(dated, asOf);
  const days = [asOf, ...near.map((row) => row.day)].sort();
  const [earliest, latest] = [days[0], lastOf(days)];
  if (near.length === 0 || earliest === undefined || latest === undefined) return null;
  const begun = task.start === null ? earliest : firstDay(task.start);
  const from = firstDay((begun < earliest ? begun : earliest).slice(0, 7));
  const to = latest === from ? addDays(latest, 1) : latest;
  const whole = daysBetween(from, to);
  const xOf = (day: IsoDate): number =>
    Math.round(TIMELINE.left + ((TIMELINE.right - TIMELINE.left) * daysBetween(from, day)) / whole);
  const startOf = (row: { title: string; day: IsoDate }): number =>
    xOf(row.day) + widthOf(row.title) > TIMELINE.width
      ? xOf(row.day) - widthOf(row.title)
      : xOf(row.day);
  let before: Stop | null = null;
  let taken = 0;
  const stops = near.map((row, index): Stop => {
    const x = xOf(row.day);
    const width = widthOf(row.title);
    const next = near[index + 1];
    const room = next === undefined ? TIMELINE.width : startOf(next);
    // To the left where the right has no room, and the left has.
    const isLeft = startOf(row) < x || (x + width > room && x - width >= taken);
    const isClose: boolean = before !== null && (isLeft ? x - width : x) < taken;
    taken = isLeft ? x : x + width;
    const stop: Stop = {
      id: row.id,
      title: row.title,
      due: row.day,
      doneOn: row.doneOn,
      state: row.state,
      x,
      isLeft,
      row: isClose && before?.row === 0 ? 1 : 0,
    };
    before = stop;
    return stop;
  });
  const next = stops.find((stop) => stop.state !== 'done' && stop.due > asOf);
  return {
    from,
    to,
    today: { on: asOf, x: xOf(asOf) },
    stops,
    ahead:
      next === undefined
        ? null
        : { title: next.title, days: daysBetween(asOf, next.due), x: next.x },
  };
}

/** The last ones behind and the next ones ahead. */
function aroundOf<T extends { readonly day: IsoDate }>(rows: readonly T[], asOf: IsoDate): T[] {
  const ahead = rows.findIndex((row) => row.day >= asOf);
  const middle = ahead === -1 ? rows.length : ahead;
  const begin = Math.max(0, Math.min(middle - STOPS / 2, rows.length - STOPS));
  return rows.slice(begin, begin + STOPS);
}
