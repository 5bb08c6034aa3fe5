import type { Board } from '#core/contract/board.ts';
import { lightStates } from '#core/contract/lists.ts';
import type { Task } from '#core/contract/task.ts';
import { lastDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { dueWords } from './task-due.tsx';
import { owners } from './task-filter.ts';
import { worstFirst } from './task-groups.ts';
import { useTaskWords } from './words.ts';

/** Rows that a side panel of a wall holds. */
const MAX_OWNERS = 4;
const MAX_DATES = 5;
/** More lights than this in a row are not counted at a glance: the number says it. */
const MAX_ICONS = 14;

/** Who has how many tasks in which light; those with most that were never reported first. */
export function OwnerRows({ tasks }: { tasks: readonly Task[] }) {
  const w = useTaskWords();
  const rows = owners(tasks)
    .map(({ id, name }) => {
      const own = worstFirst(tasks.filter((task) => task.owner === id));
      return { id, name, own, silent: own.filter((task) => task.light.state === 'none').length };
    })
    .sort((a, b) => b.silent - a.silent || b.own.length - a.own.length);
  const hidden = rows.length - MAX_OWNERS;
  return (
    <>
      <ul className="owner-rows">
        {rows.slice(0, MAX_OWNERS).map(({ id, name, own, silent }) => (
          <li key={id}>
            <span className="owner-name">{name}</span>
            <span className="owner-count">{w.silentOf(silent, own.length)}</span>
            <span className="owner-lights" aria-hidden="true">
              {own.slice(0, MAX_ICONS).map((task) => (
                <LightIcon key={task.id} state={task.light.state} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="caption dim">{w.moreOwners(hidden)}</p> : null}
    </>
  );
}

type OpenDate = {
  readonly id: string;
  readonly due: string;
  readonly title: string;
  readonly task: Task;
};

/** Dates that are still open, of milestones and of tasks, the nearest first. */
export function openDatesOf(tasks: readonly Task[]): OpenDate[] {
  return tasks
    .filter((task) => task.light.state !== 'done')
    .flatMap((task) => {
      const steps = task.milestones.flatMap(({ id, title, due, doneOn }) =>
        due === null || doneOn !== null ? [] : [{ id, due, title, task }],
      );
      const isNamed = steps.some(
        (step) => task.due !== null && lastDay(step.due) === lastDay(task.due),
      );
      return task.due === null || isNamed
        ? steps
        : [...steps, { id: task.id, due: task.due, title: task.short, task }];
    })
    .sort((a, b) => (lastDay(a.due) < lastDay(b.due) ? -1 : 1));
}

/** True where owners and dates leave no room for a third panel below them. */
export const isCrowded = (tasks: readonly Task[]): boolean =>
  owners(tasks).length > 3 || openDatesOf(tasks).length > 2;

/** The dates ahead, and how many tasks have none: what nobody has dated cannot fall due. */
export function DateRows({ board }: { board: Pick<Board, 'tasks' | 'asOf'> }) {
  const w = useTaskWords();
  const lang = useLanguage();
  const dates = openDatesOf(board.tasks);
  const without = board.tasks.filter((task) => !dates.some((row) => row.task === task)).length;
  const hidden = dates.length - MAX_DATES;
  return (
    <>
      {dates.length === 0 ? <p>{w.noDates}</p> : null}
      <ul className="date-rows">
        {dates.slice(0, MAX_DATES).map(({ id, due, title, task }) => (
          <li key={id}>
            <span className="date-day">
              <b className="digits">{formatDate(due, lang, board.asOf)}</b>
              <small>{dueWords(lastDay(due), board.asOf, w)}</small>
            </span>
            <span className="date-what">
              {title}
              {title === task.short ? null : <small>{task.short}</small>}
            </span>
          </li>
        ))}
      </ul>
      <p className="caption dim">
        {hidden > 0 ? `${w.moreDates(hidden)}${lang === 'zh' ? '；' : '; '}` : null}
        {w.datesWithout(without, board.tasks.length)}
      </p>
    </>
  );
}

/** The rules that decide a light, top down. */
export function LightRules({ nearDays }: { nearDays: number }) {
  const w = useTaskWords();
  const ui = useUiWords();
  return (
    <dl className="light-rules">
      {lightStates.map((state) => (
        <div key={state}>
          <dt>
            <LightIcon state={state} /> {ui.light[state]}
          </dt>
          <dd>{w.rules[state](nearDays)}</dd>
        </div>
      ))}
    </dl>
  );
}
