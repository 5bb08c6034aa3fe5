/** What a board says of all tasks, and which of them it shows one by one. */
import type { TaskSummary } from '../contract/board.ts';
import { type LightState, lightStates } from '../contract/lists.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, lastDay } from './dates.ts';
import type { IsoDate } from './records.ts';
import { inOrder, type JudgedTask, type TaskState } from './task-outline.ts';
import { worstFirst } from './urgency.ts';

/** Tasks that a board carries; more than any page shows at first. */
export const MAX_BOARD_TASKS = 100;
/** Open dates that a board names. */
const MAX_DATES = 10;

/** How fresh the tasks are; null = nothing of them is on record. */
export type TaskFreshness = {
  readonly on: IsoDate | null;
  readonly ageDays: number | null;
  /** Also after the date. */
  readonly earliest: IsoDate | null;
};

/** The tasks at the two dates of a board. */
export type TaskField = {
  readonly now: readonly TaskState[];
  /** At the baseline; empty where there is none. */
  readonly before: readonly TaskState[];
  readonly freshness: TaskFreshness;
  /** By task, how many of its milestones were ticked since the baseline; those without are left out. */
  readonly ticked: ReadonlyMap<string, number>;
  /** The worst of them: those that the board carries. */
  readonly carried: ReadonlySet<string>;
  /** Those, and the ones that its sentences and dates name: whose records the assembly needs. */
  readonly named: ReadonlySet<string>;
};

/** The first task of a light: the one with the nearest date, then the first of the dataset. */
export function firstOf(tasks: readonly TaskState[], state: LightState): TaskState | undefined {
  const left = (task: TaskState): number => task.light.dueInDays ?? Infinity;
  let first: TaskState | undefined;
  for (const task of tasks) {
    if (task.light.state !== state) continue;
    if (first === undefined || left(task) < left(first)) first = task;
  }
  return first;
}

/** Tasks whose open dates hold the nearest ones of all. */
const soonest = (tasks: readonly TaskState[]): TaskState[] =>
  tasks
    .filter((task) => task.dates.nearest !== null)
    .sort((a, b) => {
      const [x, y] = [a.dates.nearest ?? '', b.dates.nearest ?? ''];
      return x < y ? -1 : x > y ? 1 : 0;
    })
    .slice(0, MAX_DATES);

function freshnessOf(judged: readonly JudgedTask[], asOf: IsoDate): TaskFreshness {
  let on: IsoDate | null = null;
  let earliest: IsoDate | null = null;
  for (const task of judged) {
    if (task.on !== null && (on === null || task.on > on)) on = task.on;
    if (earliest === null || task.earliest < earliest) earliest = task.earliest;
  }
  return { on, ageDays: on === null ? null : daysBetween(on, asOf), earliest };
}

/** All tasks, judged at the picture's dates, as a board speaks of them. */
export function taskField(judged: readonly JudgedTask[], asOf: IsoDate): TaskField {
  const now = inOrder(judged.map((task) => task.now));
  const ids = (tasks: readonly TaskState[]): string[] => tasks.map((task) => task.id);
  const carried = ids(worstFirst(now).slice(0, MAX_BOARD_TASKS));
  const spoken = lightStates.flatMap((state) => firstOf(now, state) ?? []);
  return {
    now,
    before: inOrder(judged.map((task) => task.before)),
    freshness: freshnessOf(judged, asOf),
    ticked: new Map(
      judged.flatMap((task) =>
        task.now !== null && task.ticked > 0 ? [[task.now.id, task.ticked] as const] : [],
      ),
    ),
    carried: new Set(carried),
    named: new Set([...carried, ...ids(spoken), ...ids(soonest(now))]),
  };
}

/** How many tasks carry each light; zero counts are kept. */
export function countLights(
  tasks: readonly { readonly light: Pick<Task['light'], 'state'> }[],
): { state: LightState; count: number }[] {
  const counts = new Map<LightState, number>();
  for (const { light } of tasks) counts.set(light.state, (counts.get(light.state) ?? 0) + 1);
  return lightStates.map((state) => ({ state, count: counts.get(state) ?? 0 }));
}

/** Open dates of milestones and tasks, the nearest first; `title` is the milestone's, or the task's own. */
function datesOf(tasks: readonly Task[]): TaskSummary['dates']['nearest'] {
  return tasks
    .filter((task) => task.light.state !== 'done')
    .flatMap((task) => {
      const of = { task: task.id, short: task.short };
      const steps = task.milestones.flatMap(({ id, title, due, doneOn }) =>
        due === null || doneOn !== null ? [] : [{ id, due, title, ...of }],
      );
      const { due } = task;
      const isNamed = steps.some((step) => due !== null && lastDay(step.due) === lastDay(due));
      return due === null || isNamed
        ? steps
        : [...steps, { id: task.id, due, title: task.short, ...of }];
    })
    .sort((a, b) => {
      const [x, y] = [lastDay(a.due), lastDay(b.due)];
      return x < y ? -1 : x > y ? 1 : 0;
    })
    .slice(0, MAX_DATES);
}

/** `named` are the views of the field's named tasks, in the dataset's order. */
export function taskSummary(
  { now }: TaskField,
  named: readonly Task[],
  departments: ReadonlyMap<string, string>,
): TaskSummary {
  const owners = new Map<string, TaskState[]>();
  const sources = new Set<string>();
  const byDefault = new Map<string, number>();
  let dates = 0;
  let undated = 0;
  for (const task of now) {
    const own = owners.get(task.owner);
    if (own === undefined) owners.set(task.owner, [task]);
    else own.push(task);
    for (const source of task.sources) sources.add(source);
    if (task.placedByDefault && task.framework !== null)
      byDefault.set(task.framework, (byDefault.get(task.framework) ?? 0) + 1);
    dates += task.dates.count;
    if (task.dates.count === 0) undated += 1;
  }
  return {
    total: now.length,
    owners: [...owners].map(([id, own]) => ({
      id,
      name: departments.get(id) ?? id,
      lights: countLights(own).filter(({ count }) => count > 0),
    })),
    dates: { nearest: datesOf(named), total: dates, undated },
    sources: [...sources],
    placedByDefault: [...byDefault].map(([framework, count]) => ({ framework, count })),
  };
}
