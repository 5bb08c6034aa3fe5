/**
 * What decides a task's light and no more: so that thousands of tasks can be counted, sorted and filtered without
 * their titles, partners and notes.
 */
import type { Task } from '../contract/task.ts';
import { isKnownBy, lastDay } from './dates.ts';
import { lightOf, openDates } from './light.ts';
import { groupBy, withoutSuperseded } from './observations.ts';
import type { CheckInRecord, Dataset, IsoDate, PartialDate, TaskRecord } from './records.ts';
import { isRetired } from './retirement.ts';

export type OutlineStep = {
  readonly due: PartialDate | null;
  readonly registeredOn: PartialDate;
  /** Days of the ticks that stand, in the order of recording: of several the last counts. */
  readonly ticks: readonly PartialDate[];
};

export type TaskOutline = Pick<
  TaskRecord,
  | 'id'
  | 'framework'
  | 'placedByDefault'
  | 'ownerDepartment'
  | 'due'
  | 'registeredOn'
  | 'retiredOn'
  | 'rhythmDays'
  | 'ordinal'
  | 'sources'
> & {
  readonly steps: readonly OutlineStep[];
  /** Oldest first; at least the newest at each day that is asked about. */
  readonly reports: readonly Pick<CheckInRecord, 'asOf' | 'status'>[];
};

/** A task at a date, as far as counts and orders go. */
export type TaskState = Pick<Task, 'id' | 'framework' | 'owner' | 'done' | 'total'> & {
  readonly ordinal: number;
  readonly light: Pick<Task['light'], 'state' | 'rule' | 'dueInDays'>;
  readonly next: Pick<NonNullable<Task['next']>, 'due'> | null;
  readonly placedByDefault: boolean;
  readonly dates: OpenDays;
  readonly sources: readonly string[];
};

/** Days that are still open, of milestones and of the task; 0 and null where the task is done or names none. */
export type OpenDays = { readonly count: number; readonly nearest: IsoDate | null };

type Rows = Pick<Dataset, 'tasks' | 'milestones' | 'ticks' | 'checkIns'>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The outlines of whole records. */
export function outlinesOf({ tasks, milestones, ticks, checkIns }: Rows): TaskOutline[] {
  const ticksOf = groupBy(
    withoutSuperseded(ticks).sort(
      (a, b) => byText(a.recordedAt, b.recordedAt) || byText(a.id, b.id),
    ),
    (row) => row.milestone,
  );
  const stepsOf = groupBy(milestones, (row) => row.task);
  const reportsOf = groupBy(
    [...checkIns].sort(
      (a, b) => byText(a.asOf, b.asOf) || byText(a.recordedAt, b.recordedAt) || byText(a.id, b.id),
    ),
    (row) => row.task,
  );
  return tasks.map((task) => ({
    id: task.id,
    framework: task.framework,
    placedByDefault: task.placedByDefault,
    ownerDepartment: task.ownerDepartment,
    due: task.due,
    registeredOn: task.registeredOn,
    retiredOn: task.retiredOn,
    rhythmDays: task.rhythmDays,
    ordinal: task.ordinal,
    sources: task.sources,
    steps: (stepsOf.get(task.id) ?? []).map((row) => ({
      due: row.due,
      registeredOn: row.registeredOn,
      ticks: (ticksOf.get(row.id) ?? []).map((tick) => tick.doneOn),
    })),
    reports: reportsOf.get(task.id) ?? [],
  }));
}

type Step = { readonly due: PartialDate | null; readonly doneOn: PartialDate | null };

/** Open days as a list of dates counts them: the task's own is one more, unless an open milestone names it. */
function openDays(steps: readonly Step[], due: PartialDate | null): OpenDays {
  const days: IsoDate[] = [];
  for (const step of steps) {
    if (step.due !== null && step.doneOn === null) days.push(lastDay(step.due));
  }
  if (due !== null && !days.includes(lastDay(due))) days.push(lastDay(due));
  let nearest: IsoDate | null = null;
  for (const day of days) if (nearest === null || day < nearest) nearest = day;
  return { count: days.length, nearest };
}

function stateOf(task: TaskOutline, asOf: IsoDate, nearDays: number): TaskState {
  const steps: Step[] = [];
  for (const step of task.steps) {
    if (!isKnownBy(step.registeredOn, asOf)) continue;
    steps.push({
      due: step.due,
      doneOn: step.ticks.findLast((day) => isKnownBy(day, asOf)) ?? null,
    });
  }
  const report = task.reports.findLast((row) => row.asOf <= asOf);
  const input = {
    asOf,
    nearDays,
    due: task.due,
    milestones: steps,
    declared: report?.status ?? null,
    reportedOn: report?.asOf ?? null,
    rhythmDays: task.rhythmDays,
  };
  const { state, rule, dueInDays } = lightOf(input);
  const next = openDates(input)[0];
  return {
    id: task.id,
    ordinal: task.ordinal,
    framework: task.framework,
    placedByDefault: task.placedByDefault,
    owner: task.ownerDepartment,
    done: steps.filter((step) => step.doneOn !== null).length,
    total: steps.length,
    light: { state, rule, dueInDays },
    next: next === undefined ? null : { due: next.due },
    dates: state === 'done' ? { count: 0, nearest: null } : openDays(steps, task.due),
    sources: task.sources,
  };
}

/** Whether a task counts at a day: registered by then, and not retired. */
export const isInForce = (
  task: Pick<TaskRecord, 'registeredOn' | 'retiredOn'>,
  asOf: IsoDate,
): boolean => isKnownBy(task.registeredOn, asOf) && !isRetired(task, asOf);

/** A task judged at the dates of a picture. */
export type JudgedTask = {
  /** null = not registered by the date, or retired by then. */
  readonly now: TaskState | null;
  /** At the baseline; null also where there is none. */
  readonly before: TaskState | null;
  /** Newest day by the date on which something of it came on record; null = none has. */
  readonly on: IsoDate | null;
  /** Earliest such day, also after the date. */
  readonly earliest: IsoDate;
  /** Milestones whose tick is dated after the baseline; 0 also where there is none. */
  readonly ticked: number;
};

export type JudgedAt = {
  readonly asOf: IsoDate;
  readonly compare: IsoDate | null;
  readonly nearDays: number;
};

const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** What is dated before its task or milestone was registered counts from there. */
function daysOf(task: TaskOutline, asOf: IsoDate): Pick<JudgedTask, 'on' | 'earliest'> {
  const since = lastDay(task.registeredOn);
  let on: IsoDate | null = null;
  const see = (day: IsoDate): void => {
    if (day <= asOf && (on === null || day > on)) on = day;
  };
  see(since);
  if (task.retiredOn !== null) see(laterOf(task.retiredOn, since));
  for (const step of task.steps) {
    const start = laterOf(lastDay(step.registeredOn), since);
    see(start);
    for (const tick of step.ticks) see(laterOf(lastDay(tick), start));
  }
  for (const report of task.reports) see(laterOf(report.asOf, since));
  return { on, earliest: since };
}

function tickedSince(task: TaskOutline, asOf: IsoDate, since: IsoDate | null): number {
  if (since === null || !isInForce(task, asOf)) return 0;
  let count = 0;
  for (const step of task.steps) {
    const day = isKnownBy(step.registeredOn, asOf)
      ? step.ticks.findLast((one) => isKnownBy(one, asOf))
      : undefined;
    if (day !== undefined && lastDay(day) > since) count += 1;
  }
  return count;
}

/** Judges one task at both dates of a picture. */
export function judge(task: TaskOutline, { asOf, compare, nearDays }: JudgedAt): JudgedTask {
  const at = (day: IsoDate | null): TaskState | null =>
    day !== null && isInForce(task, day) ? stateOf(task, day, nearDays) : null;
  return {
    now: at(asOf),
    before: at(compare),
    ...daysOf(task, asOf),
    ticked: tickedSince(task, asOf, compare),
  };
}

/** States in the order of the register, which is the dataset's. */
export function inOrder(states: readonly (TaskState | null)[]): TaskState[] {
  return states
    .filter((task) => task !== null)
    .sort((a, b) => a.ordinal - b.ordinal || byText(a.id, b.id));
}
