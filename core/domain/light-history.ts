/** On which days a task's light changed, and why: the light is computed, so its history is too. */

import type { Language } from '../contract/lists.ts';
import type { TaskDetail } from '../contract/task.ts';
import { addDays, isKnownBy, lastDay } from './dates.ts';
import type { IsoDate, TaskRecord } from './records.ts';
import { type TaskContext, taskViews } from './task-view.ts';

type LightChange = TaskDetail['lights'][number];

/** Days on which a light can change: registration, reports, ticks, and the steps towards and past each due date. */
function turningDays(task: TaskRecord, context: TaskContext, asOf: IsoDate): IsoDate[] {
  const own = context.milestones.filter((row) => row.task === task.id);
  const ids = new Set(own.map((row) => row.id));
  const due = [task.due, ...own.map((row) => row.due)].flatMap((date) =>
    date === null ? [] : [lastDay(date)],
  );
  const days = [
    lastDay(task.registeredOn),
    ...own.map((row) => lastDay(row.registeredOn)),
    ...context.ticks.filter((row) => ids.has(row.milestone)).map((row) => lastDay(row.doneOn)),
    ...context.checkIns.filter((row) => row.task === task.id).map((row) => row.asOf),
    ...due.flatMap((day) => [addDays(day, -context.workspace.nearDays), addDays(day, 1)]),
  ];
  const registered = lastDay(task.registeredOn);
  return [...new Set(days)].filter((day) => day >= registered && day <= asOf).sort();
}

/** The light's changes up to `asOf`, oldest first; the first entry is the light at registration. */
export function lightHistory(
  task: TaskRecord,
  context: TaskContext,
  asOf: IsoDate,
  lang: Language,
): LightChange[] {
  if (!isKnownBy(task.registeredOn, asOf)) return [];
  const changes: LightChange[] = [];
  for (const on of turningDays(task, context, asOf)) {
    const light = taskViews([task], context, on, lang)[0]?.light;
    if (light !== undefined && light.state !== changes.at(-1)?.state) {
      changes.push({ on, state: light.state, rule: light.rule, why: light.why });
    }
  }
  return changes;
}
