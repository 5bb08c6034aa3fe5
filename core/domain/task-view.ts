/** A task as it stands at a date: its light, its ticks, its next date, its last report. */
import type { Language } from '../contract/lists.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, firstDay, isKnownBy, lastDay } from './dates.ts';
import { type LightMilestone, type LightVerdict, lightOf, openDates } from './light.ts';
import { groupBy, withoutSuperseded } from './observations.ts';
import { openNumbers } from './questions.ts';
import type {
  CheckInRecord,
  Dataset,
  IsoDate,
  MilestoneRecord,
  TaskRecord,
  TickRecord,
} from './records.ts';
import { isRetired } from './retirement.ts';
import { linearPercent, scheduleProgress } from './schedule.ts';
import { whyLight } from './sentences.ts';
import { pick } from './text.ts';

/** What tasks are read from; a part of the dataset. */
export type TaskContext = Pick<
  Dataset,
  'workspace' | 'departments' | 'milestones' | 'ticks' | 'checkIns' | 'questions'
>;

/** The newest check-in dated by `asOf`; null = never reported by then. */
export function latestCheckIn(
  checkIns: readonly CheckInRecord[],
  asOf: IsoDate,
): CheckInRecord | null {
  let best: CheckInRecord | null = null;
  for (const row of checkIns) {
    if (row.asOf > asOf) continue;
    const isLater =
      best === null ||
      row.asOf > best.asOf ||
      (row.asOf === best.asOf &&
        (row.recordedAt > best.recordedAt ||
          (row.recordedAt === best.recordedAt && row.id > best.id)));
    if (isLater) best = row;
  }
  return best;
}

/**
 * The tick of each milestone that counts at `asOf`: superseded ones are gone, one dated later does not count yet, of
 * several the latest recorded.
 */
function ticksAt(ticks: readonly TickRecord[], asOf: IsoDate): Map<string, TickRecord> {
  const map = new Map<string, TickRecord>();
  for (const tick of withoutSuperseded(ticks)) {
    if (!isKnownBy(tick.doneOn, asOf)) continue;
    const known = map.get(tick.milestone);
    const isLater =
      known === undefined ||
      tick.recordedAt > known.recordedAt ||
      (tick.recordedAt === known.recordedAt && tick.id > known.id);
    if (isLater) map.set(tick.milestone, tick);
  }
  return map;
}

function milestoneState(
  m: LightMilestone,
  asOf: IsoDate,
  nearDays: number,
): Task['milestones'][number]['state'] {
  if (m.doneOn !== null) return 'done';
  if (m.due === null) return 'open';
  const days = daysBetween(asOf, lastDay(m.due));
  if (days < 0) return 'over';
  return days <= nearDays ? 'near' : 'open';
}

/** Ticked milestones against the days from start to due date; null where one of the three is not stated. */
function taskSchedule(
  task: TaskRecord,
  steps: readonly LightMilestone[],
  asOf: IsoDate,
): Task['schedule'] {
  if (task.start === null || task.due === null) return null;
  const period = { from: firstDay(task.start), to: lastDay(task.due) };
  if (period.to < period.from) return null;
  const actual = steps.filter((step) => step.doneOn !== null).length;
  const progress = scheduleProgress({ actual, plan: steps.length, period, asOf });
  return progress === null
    ? null
    : { ...progress, expectedTodayPercent: linearPercent(period, asOf) };
}

/** What was on record of one task by a day, and the light that it makes. */
type Standing = {
  readonly steps: readonly (LightMilestone & { readonly record: MilestoneRecord })[];
  /** null = never reported by then. */
  readonly report: CheckInRecord | null;
  readonly verdict: LightVerdict;
};

/** @param own milestones and check-ins of this task, and the ticks that count by the day */
function standingOf(
  task: TaskRecord,
  own: {
    readonly milestones: readonly MilestoneRecord[];
    readonly checkIns: readonly CheckInRecord[];
    readonly ticks: ReadonlyMap<string, TickRecord>;
  },
  { asOf, nearDays, lang }: { asOf: IsoDate; nearDays: number; lang: Language },
): Standing {
  const records = own.milestones
    .filter((row) => isKnownBy(row.registeredOn, asOf))
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
  const steps = records.map((row) => ({
    id: row.id,
    title: pick(row.title, lang),
    due: row.due,
    doneOn: own.ticks.get(row.id)?.doneOn ?? null,
    record: row,
  }));
  const report = latestCheckIn(own.checkIns, asOf);
  const verdict = lightOf({
    asOf,
    nearDays,
    due: task.due,
    milestones: steps,
    declared: report?.status ?? null,
    reportedOn: report?.asOf ?? null,
    rhythmDays: task.rhythmDays,
  });
  return { steps, report, verdict };
}

/** The light of one task at a day, with the words for it; null = it was not registered by then, or is retired. */
export function taskLight(
  task: TaskRecord,
  own: Pick<TaskContext, 'workspace' | 'milestones' | 'ticks' | 'checkIns'>,
  asOf: IsoDate,
  lang: Language,
): { readonly verdict: LightVerdict; readonly why: () => string } | null {
  if (!isKnownBy(task.registeredOn, asOf) || isRetired(task, asOf)) return null;
  const { nearDays } = own.workspace;
  const at = { asOf, nearDays, lang };
  const { verdict } = standingOf(task, { ...own, ticks: ticksAt(own.ticks, asOf) }, at);
  return { verdict, why: () => whyLight(verdict, pick(task.title, lang), nearDays, asOf, lang) };
}

/** Views of the tasks registered by `asOf`, in the dataset's order. */
export function taskViews(
  tasks: readonly TaskRecord[],
  context: TaskContext,
  asOf: IsoDate,
  lang: Language,
): Task[] {
  const ownerNames = new Map(context.departments.map((row) => [row.id, pick(row.name, lang)]));
  const milestonesOf = groupBy(context.milestones, (row) => row.task);
  const checkInsOf = groupBy(context.checkIns, (row) => row.task);
  const ticks = ticksAt(context.ticks, asOf);
  const frameworkQuestions = openNumbers(context.questions, 'frameworks', asOf);
  const { nearDays } = context.workspace;

  const view = (task: TaskRecord): Task => {
    const own = {
      milestones: milestonesOf.get(task.id) ?? [],
      checkIns: checkInsOf.get(task.id) ?? [],
      ticks,
    };
    const { steps, report, verdict } = standingOf(task, own, { asOf, nearDays, lang });
    const declared = report?.status ?? null;
    const title = pick(task.title, lang);
    const next = openDates({ asOf, due: task.due, milestones: steps, declared })[0] ?? null;
    return {
      id: task.id,
      framework: task.framework,
      element: task.element,
      placedByDefault: task.placedByDefault,
      title,
      short: pick(task.short, lang) ?? title,
      group: pick(task.group, lang),
      owner: task.ownerDepartment,
      ownerName: ownerNames.get(task.ownerDepartment) ?? task.ownerDepartment,
      partners: task.partners.map((partner) => pick(partner, lang)),
      crossFlags: [...task.crossFlags],
      start: task.start,
      due: task.due,
      originalDue: task.originalDue,
      postponed: task.postponed,
      light: {
        state: verdict.state,
        rule: verdict.rule,
        why: whyLight(verdict, title, nearDays, asOf, lang),
        milestone: verdict.milestone?.id ?? null,
        due: verdict.due,
        dueInDays: verdict.dueInDays,
      },
      declared,
      milestones: steps.map((step) => ({
        id: step.id,
        title: step.title,
        due: step.due,
        originalDue: step.record.originalDue,
        postponed: step.record.postponed,
        doneOn: step.doneOn,
        state: milestoneState(step, asOf, nearDays),
        source: step.record.source,
      })),
      done: steps.filter((step) => step.doneOn !== null).length,
      total: steps.length,
      schedule: taskSchedule(task, steps, asOf),
      next:
        next === null
          ? null
          : {
              milestone: next.milestone?.id ?? null,
              title: next.milestone?.title ?? title,
              due: next.due,
            },
      lastReport:
        report === null ? null : { on: report.asOf, ageDays: daysBetween(report.asOf, asOf) },
      registeredOn: task.registeredOn,
      sources: [...task.sources],
      questions:
        task.placedByDefault && task.framework !== null ? frameworkQuestions(task.framework) : [],
      figures: [...task.indicators],
    };
  };

  return tasks
    .filter((task) => isKnownBy(task.registeredOn, asOf) && !isRetired(task, asOf))
    .sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1))
    .map(view);
}
