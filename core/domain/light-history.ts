/** On which days a task's light changed, and why: the light is computed, so its history is too. */

import type { Language } from '../contract/lists.ts';
import type { TaskDetail } from '../contract/task.ts';
import { addDays, isKnownBy, lastDay } from './dates.ts';
import type { IsoDate, TaskRecord } from './records.ts';
import { type TaskContext, taskLight } from './task-view.ts';

type LightChange = TaskDetail['lights'][number];

/** Days on which a light can change: registration, reports, ticks, silence, and the steps towards and past a due date. */
function turningDays(task: TaskRecord, own: TaskContext, asOf: IsoDate): IsoDate[] {
  const registered = lastDay(task.registeredOn);
  const due = [task.due, ...own.milestones.map((row) => row.due)].flatMap((date) =>
    date === null ? [] : [lastDay(date)],
  );
  const signs = [
    ...own.ticks.map((row) => lastDay(row.doneOn)),
    ...own.checkIns.map((row) => row.asOf),
  ];
  const { rhythmDays } = task;
  const days = [
    registered,
    ...own.milestones.map((row) => lastDay(row.registeredOn)),
    ...signs,
    ...(rhythmDays === null ? [] : signs.map((day) => addDays(day, rhythmDays + 1))),
    ...due.flatMap((day) => [addDays(day, -own.workspace.nearDays), addDays(day, 1)]),
  ];
  return [...new Set(days)].filter((day) => day >= registered && day <= asOf).sort();
}

/** The part of the records that is about one task, so that each day is judged without reading all of them. */
function contextOf(task: TaskRecord, context: TaskContext): TaskContext {
  const milestones = context.milestones.filter((row) => row.task === task.id);
  const ids = new Set(milestones.map((row) => row.id));
  return {
    ...context,
    milestones,
    ticks: context.ticks.filter((row) => ids.has(row.milestone)),
    checkIns: context.checkIns.filter((row) => row.task === task.id),
  };
}

/** The light's changes up to `asOf`, oldest first; the first entry is the light at registration. */
export function lightHistory(
  task: TaskRecord,
  context: TaskContext,
  asOf: IsoDate,
  lang: Language,
): LightChange[] {
  if (!isKnownBy(task.registeredOn, asOf)) return [];
  const own = contextOf(task, context);
  const changes: LightChange[] = [];
  for (const on of turningDays(task, own, asOf)) {
    const light = taskLight(task, own, on, lang);
    if (light !== null && light.verdict.state !== changes.at(-1)?.state) {
      const { state, rule } = light.verdict;
      changes.push({ on, state, rule, why: light.why() });
    }
  }
  return changes;
}
