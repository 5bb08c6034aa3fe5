/** What a meeting is asked to decide on a red task, prepared with the answers that the record can take. */
import type { Language } from '../contract/lists.ts';
import type { Ask } from '../contract/meeting.ts';
import type { Slide } from '../contract/slide.ts';
import type { Task } from '../contract/task.ts';
import { addDays, lastDay } from './dates.ts';
import { counted, quoted, said } from './deck-parts.ts';
import { formatDayInText } from './format.ts';

/** Limits of an option and of an ask, in characters; see the contract. */
const OPTION = 200;
const ASK = 500;

/** At most so many characters (code points). */
function clipped(text: string, limit: number): string {
  const letters = [...text];
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}

/** The open milestone that is due last; null where none, or only the one that decides the light, is dated. */
function lastMilestone(task: Task): { title: string; due: string } | null {
  const open = task.milestones.flatMap(({ id, title, due, doneOn }) =>
    due === null || doneOn !== null || id === task.light.milestone
      ? []
      : [{ title, due: lastDay(due) }],
  );
  let last: (typeof open)[number] | null = null;
  for (const one of open) if (last === null || one.due >= last.due) last = one;
  const decides = task.light.due;
  return last !== null && (decides === null || last.due > decides) ? last : null;
}

function question(task: Task, lang: Language): string {
  if (task.light.state === 'blocked')
    return said(
      lang,
      `${task.short}受阻，请会议决定怎么办`,
      `${task.short} is blocked: what is to be done`,
    );
  const days = -(task.light.dueInDays ?? 0);
  const step = task.milestones.find((one) => one.id === task.light.milestone)?.title;
  const what = step === undefined ? task.short : `${task.short} ${quoted(step)}`;
  return said(
    lang,
    `${what}逾期 ${days} 天，请会议决定怎么办`,
    `${what} is ${counted(days, 'day')} overdue: what is to be done`,
  );
}

/** Ids stay the same in every language: the form knows by them what a choice does. */
function optionsOf(task: Task, lang: Language): Ask['options'] {
  const step = task.milestones.find((one) => one.id === task.light.milestone);
  const last = lastMilestone(task);
  const asOf =
    task.light.due === null || task.light.dueInDays === null
      ? null
      : addDays(task.light.due, -task.light.dueInDays);
  const day = last === null ? '' : formatDayInText(last.due, lang, asOf);
  const moved =
    step === undefined || last === null
      ? []
      : [
          {
            id: 'move-milestone',
            words: said(
              lang,
              `${quoted(step.title)}改期，${day}${quoted(last.title)}不变`,
              `Move ${quoted(step.title)}; ${quoted(last.title)} stays on ${day}`,
            ),
          },
        ];
  const all = {
    id: 'move-all',
    words:
      last === null
        ? said(lang, '改期', 'Set a new date')
        : said(lang, '未完成的节点一并改期', 'Move all that is still open'),
  };
  const done = {
    id: 'report-now',
    words: said(lang, '已经完成，当场补报', 'It is done: report it here and now'),
  };
  const help = {
    id: 'co-ordinate',
    words: said(lang, '受阻，需要协调', 'It is blocked and needs co-ordination'),
  };
  const rest = [...moved, all];
  return (task.light.state === 'blocked' ? [help, ...rest, done] : [done, ...rest, help]).map(
    (option) => ({ ...option, words: clipped(option.words, OPTION) }),
  );
}

/** The ask that a slide comes with; null = nothing is to be decided on it. */
export function proposedAsk(slide: Slide, lang: Language): Ask | null {
  if (slide.body.kind !== 'task') return null;
  const { task } = slide.body;
  if (task.light.state !== 'over' && task.light.state !== 'blocked') return null;
  return { words: clipped(question(task, lang), ASK), options: optionsOf(task, lang) };
}
