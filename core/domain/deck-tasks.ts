/** One slide per task that is overdue or blocked, then those whose date is near. */
import type { LightState } from '../contract/lists.ts';
import type { Slide } from '../contract/slide.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, lastDay } from './dates.ts';
import {
  counted,
  type DeckInput,
  deckLimits,
  joined,
  quoted,
  said,
  sentences,
  slideOf,
  sourceTitles,
} from './deck-parts.ts';
import { formatDate } from './format.ts';
import type { IsoDate } from './records.ts';
import { dueWords } from './sentences.ts';
import type { TaskState } from './task-outline.ts';
import type { TaskField } from './task-summary.ts';
import { worstFirst } from './urgency.ts';

const isLate = (state: LightState): boolean => state === 'over' || state === 'blocked';

/** The tasks that get a slide, in its order, and how many of both kinds do not. */
export function urgentTasks({ now }: TaskField): {
  readonly shown: readonly TaskState[];
  readonly lateLeft: number;
  readonly nearLeft: number;
} {
  const sorted = worstFirst(now);
  const late = sorted.filter((task) => isLate(task.light.state));
  const near = sorted.filter((task) => task.light.state === 'near');
  return {
    shown: [...late.slice(0, deckLimits.late), ...near.slice(0, deckLimits.near)],
    lateLeft: Math.max(0, late.length - deckLimits.late),
    nearLeft: Math.max(0, near.length - deckLimits.near),
  };
}

/** Dates that are still open after the one that decides the light, the nearest first. */
export function laterDates(task: Task, asOf: IsoDate): { title: string; due: IsoDate }[] {
  const decides = task.light.due;
  const dates = task.milestones.flatMap(({ id, title, due, doneOn }) =>
    due === null || doneOn !== null || id === task.light.milestone
      ? []
      : [{ title, due: lastDay(due) }],
  );
  if (task.due !== null) {
    const due = lastDay(task.due);
    if (due !== decides && !dates.some((date) => date.due === due))
      dates.push({ title: task.short, due });
  }
  return dates
    .filter(({ due }) => due >= asOf && (decides === null || due >= decides))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What the light is about: the task, and the milestone that decides it. */
function subjectOf(task: Task, { lang }: DeckInput): string {
  const step = task.milestones.find((one) => one.id === task.light.milestone)?.title;
  if (step === undefined) return task.short;
  return said(lang, `${task.short}${quoted(step)}`, `${task.short}, ${quoted(step)}`);
}

/** How many milestones are ticked, to stand after what is said of the task; nothing where it has none. */
const ticksOf = ({ done, total }: Task, { lang }: DeckInput): string =>
  total === 0 ? '' : said(lang, `，节点 ${done}/${total}`, `, ${done}/${total} milestones`);

function overdueTitle(task: Task, input: DeckInput): string {
  const days = -(task.light.dueInDays ?? 0);
  const subject = subjectOf(task, input);
  return said(
    input.lang,
    `逾期 ${days} 天：${subject}还没有完成记录`,
    `${counted(days, 'day')} overdue: ${subject} is not on record as done`,
  );
}

function blockedTitle(task: Task, input: DeckInput): string {
  const { lang } = input;
  const days = task.lastReport?.ageDays ?? 0;
  return said(
    lang,
    `受阻：${task.short}，${days === 0 ? '今日填报' : `${days} 天前填报`}${ticksOf(task, input)}`,
    `Blocked: ${task.short}, reported ${days === 0 ? 'today' : `${counted(days, 'day')} ago`}${ticksOf(task, input)}`,
  );
}

function nearTitle(task: Task, input: DeckInput): string {
  const { lang } = input;
  const left = task.light.dueInDays;
  if (task.light.rule !== 'due-within-days' || left === null)
    return said(
      lang,
      `有风险：${task.short}${ticksOf(task, input)}`,
      `At risk: ${task.short}${ticksOf(task, input)}`,
    );
  const when = dueWords(left, lang);
  const subject = subjectOf(task, input);
  return said(
    lang,
    `${when}：${subject}${ticksOf(task, input)}`,
    `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${subject}${ticksOf(task, input)}`,
  );
}

function titleOf(task: Task, input: DeckInput): string {
  if (task.light.state === 'blocked') return blockedTitle(task, input);
  return task.light.state === 'over' ? overdueTitle(task, input) : nearTitle(task, input);
}

/** Framework and pillar; null = in none. */
function placeOf(task: Task, { board, lang }: DeckInput): string | null {
  const framework = board.frameworks.find((row) => row.id === task.framework);
  if (framework === undefined) return task.group;
  const element = framework.elements.find((row) => row.id === task.element)?.name ?? null;
  const place = joined(lang, [framework.code, element]);
  return task.placedByDefault ? `${place}${said(lang, '（默认）', ' (by default)')}` : place;
}

function noteOf(task: Task, { board, lang }: DeckInput): string | null {
  const numbers = task.questions.map((n) => said(lang, `核${n}`, `Q${n}`)).join(' ');
  const dates = [task, ...task.milestones].filter((one) => one.postponed > 0);
  const moved = dates.reduce((sum, one) => sum + one.postponed, 0);
  const first = dates[0]?.originalDue ?? null;
  const origin = first === null ? '' : formatDate(first, lang, board.asOf);
  return sentences(lang, [
    numbers === ''
      ? null
      : said(lang, `归属待核：${numbers}`, `Its place is to be confirmed: ${numbers}`),
    moved === 0
      ? null
      : said(
          lang,
          `已改期 ${moved} 次，原定 ${origin}`,
          `postponed ${moved === 1 ? 'once' : `${moved} times`}, first due ${origin}`,
        ),
  ]);
}

function leftOut(field: TaskField, { lang }: DeckInput): string | null {
  const { lateLeft, nearLeft } = urgentTasks(field);
  if (lateLeft + nearLeft === 0) return null;
  const late =
    lateLeft > 0 ? said(lang, `${lateLeft} 项逾期或受阻`, `${lateLeft} overdue or blocked`) : null;
  const near = nearLeft > 0 ? said(lang, `${nearLeft} 项临期`, `${nearLeft} due soon`) : null;
  const what = joined(lang, [late, near]);
  return said(lang, `另有 ${what}，未单列`, `Not shown one by one: ${what}`);
}

/** Slides of the urgent tasks; the last one says how many are not shown. */
export function taskSlides(input: DeckInput): Slide[] {
  const { board, field, now } = input;
  const tasks = urgentTasks(field).shown.flatMap(({ id }) => now.get(id) ?? []);
  return tasks.map((task, index) => {
    const later = laterDates(task, board.asOf)[0];
    return slideOf({
      key: `task:${task.id}`,
      title: titleOf(task, input),
      light: task.light.state,
      sources: sourceTitles(board, [...task.sources, ...task.milestones.map((one) => one.source)]),
      note: sentences(input.lang, [
        noteOf(task, input),
        index === tasks.length - 1 ? leftOut(field, input) : null,
      ]),
      page: `/tasks?task=${encodeURIComponent(task.id)}`,
      body: {
        kind: 'task',
        task,
        place: placeOf(task, input),
        daysToNext: later === undefined ? null : daysBetween(board.asOf, later.due),
      },
    });
  });
}
