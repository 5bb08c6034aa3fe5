import type { Task } from '#core/contract/task.ts';
import { daysBetween } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { type TaskWords, useTaskWords } from './words.ts';

/** `due today`, `in 30 days`, `3 days late`. */
export function dueWords(due: string, asOf: string, w: TaskWords): string {
  const days = daysBetween(asOf, due);
  if (days === 0) return w.dueToday;
  return days > 0 ? w.dueIn(days) : w.overdue(-days);
}

export type TaskDueProps = { task: Pick<Task, 'next'>; asOf: string; missing: string };

/** The nearest date that is still open, and how far it is. */
export function TaskDue({ task, asOf, missing }: TaskDueProps) {
  const w = useTaskWords();
  const lang = useLanguage();
  if (task.next === null) return <span className="dim">{missing}</span>;
  const { due } = task.next;
  return (
    <span className="task-due">
      <b className="digits">{formatDate(due, lang, asOf)}</b> <span>{dueWords(due, asOf, w)}</span>
    </span>
  );
}
