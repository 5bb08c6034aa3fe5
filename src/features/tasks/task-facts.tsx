import type { Board } from '#core/contract/board.ts';
import type { Milestone, Task } from '#core/contract/task.ts';
import { formatDate, formatPercent, formatPoints } from '#core/domain/format.ts';
import { isLevel } from '#core/domain/schedule.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Facts } from '#src/ui/facts.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { dueWords } from './task-due.tsx';
import { placeOf } from './task-groups.ts';
import { useTaskWords } from './words.ts';

function useSpan({ start, due, originalDue, postponed }: Task): string {
  const w = useTaskWords();
  const lang = useLanguage();
  const say = (date: string) => formatDate(date, lang);
  const span =
    start !== null && due !== null
      ? w.fromTo(say(start), say(due))
      : start !== null
        ? w.from(say(start))
        : due !== null
          ? w.until(say(due))
          : w.noSpan;
  const moved = originalDue !== null && originalDue !== due;
  return moved
    ? `${span}${lang === 'zh' ? '，' : ', '}${w.was(say(originalDue), postponed)}`
    : span;
}

function useSchedule({ schedule }: Task): string {
  const w = useTaskWords();
  const lang = useLanguage();
  if (schedule === null) return w.noSchedule;
  const { gapPoints } = schedule;
  const points = formatPoints(Math.abs(gapPoints), lang);
  const gap = isLevel(gapPoints) ? w.level : gapPoints < 0 ? w.behind(points) : w.ahead(points);
  return w.scheduleLine(
    formatPercent(schedule.actualPercent),
    formatPercent(schedule.expectedPercent),
    gap,
  );
}

/** What is on record of a task, term by term; what is not is said as such. */
export function TaskFacts({ task, board }: { task: Task; board: Board }) {
  const w = useTaskWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const { lastReport, declared } = task;
  const span = useSpan(task);
  const schedule = useSchedule(task);
  return (
    <Facts
      rows={[
        [w.why, task.light.why],
        [
          w.where,
          <span key="where">
            {placeOf(task, board.frameworks, w, ui) ?? w.outside}
            <QuestionMarks numbers={task.questions} />
          </span>,
        ],
        [w.owner, task.ownerName],
        ...(task.partners.length === 0
          ? []
          : [[w.partners, task.partners.join(ui.listSeparator)] as const]),
        ...(task.crossFlags.length === 0
          ? []
          : [
              [
                w.flags,
                task.crossFlags.map((flag) => ui.cross[flag]).join(ui.listSeparator),
              ] as const,
            ]),
        [w.span, span],
        [w.schedule, schedule],
        [
          w.lastReport,
          lastReport === null
            ? w.never
            : w.reportOn(formatDate(lastReport.on, lang), w.daysAgo(lastReport.ageDays)),
        ],
        ...(declared === null ? [] : [[w.declared, w.declaredWords[declared]] as const]),
        [w.registered, formatDate(task.registeredOn, lang)],
      ]}
    />
  );
}

function Step({ step, asOf }: { step: Milestone; asOf: string }) {
  const w = useTaskWords();
  const lang = useLanguage();
  const say = (date: string) => formatDate(date, lang);
  const { doneOn, due, originalDue } = step;
  const moved = originalDue !== null && originalDue !== due ? originalDue : null;
  return (
    <li className={`step-${step.state}`}>
      <span>{step.title}</span>
      <span className="step-when">
        {doneOn !== null ? (
          w.done(say(doneOn))
        ) : due === null ? (
          <span className="dim">{w.noDate}</span>
        ) : (
          <>
            {w.due(say(due))}
            {due.length === 10 ? <small>{dueWords(due, asOf, w)}</small> : null}
          </>
        )}
        {moved === null ? null : <small>{w.was(say(moved), step.postponed)}</small>}
      </span>
    </li>
  );
}

/** The milestones of a task with their dates. */
export function TaskSteps({ task, asOf }: { task: Task; asOf: string }) {
  const w = useTaskWords();
  if (task.milestones.length === 0) return <p className="dim">{w.milestonesNone}</p>;
  return (
    <>
      <Ticks task={task} />
      <ul className="task-steps">
        {task.milestones.map((step) => (
          <Step key={step.id} step={step} asOf={asOf} />
        ))}
      </ul>
    </>
  );
}
