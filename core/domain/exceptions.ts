/** What needs somebody to act, worst first: the band of every overview. Achievements do not belong here. */
import type { Exception } from '../contract/board.ts';
import type { Fund } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import type { Question } from '../contract/register.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, lastDay } from './dates.ts';
import { formatDate, formatDayInText, formatPercent, speakPercent } from './format.ts';
import type { LateFigure } from './late-figures.ts';
import type { IsoDate } from './records.ts';
import { standing } from './schedule.ts';
import { dueWords, taskDueTitle } from './sentences.ts';
import type { TaskState } from './task-outline.ts';
import { firstOf } from './task-summary.ts';
import { pick } from './text.ts';

export type ExceptionsInput = {
  readonly tasks: readonly TaskState[];
  /** Views of the tasks that sentences may name. */
  readonly named: ReadonlyMap<string, Task>;
  /** Names of departments by id. */
  readonly departments: ReadonlyMap<string, string>;
  readonly funds: readonly Fund[];
  /** The longest late first. */
  readonly late: readonly LateFigure[];
  readonly questions: readonly Question[];
  readonly asOf: IsoDate;
};

const KIND_OF = { over: 'overdue', blocked: 'blocked', near: 'due-soon' } as const;

/** The open milestone after the one that decided the light; a day in the past says so. */
function nextDate(task: Task, asOf: IsoDate, lang: Language): string | null {
  const following = task.milestones
    .flatMap(({ id, title, due, doneOn }) =>
      doneOn === null && due !== null ? [{ id, title, due, last: lastDay(due) }] : [],
    )
    .filter((step) => step.id !== task.light.milestone)
    .sort((a, b) => daysBetween(b.last, a.last))[0];
  if (following === undefined) return null;
  const day = formatDate(following.due, lang, asOf);
  const left = daysBetween(asOf, following.last);
  const late = left < 0 ? dueWords(left, lang) : null;
  if (lang === 'zh') return `其后：${following.title}，${day}${late === null ? '' : `，${late}`}`;
  return `Then: ${following.title}, ${day}${late === null ? '' : `, ${late}`}`;
}

function dated(
  { tasks, named, asOf }: ExceptionsInput,
  state: keyof typeof KIND_OF,
  lang: Language,
): Exception[] {
  const first = named.get(firstOf(tasks, state)?.id ?? '');
  if (first === undefined) return [];
  const colon = lang === 'zh' ? '：' : ': ';
  const comma = lang === 'zh' ? '，' : ', ';
  const title = first.milestones.find((step) => step.id === first.light.milestone)?.title;
  const what = title === undefined ? first.short : `${first.short}${colon}${title}`;
  const due =
    first.light.due === null ? '' : `${comma}${formatDayInText(first.light.due, lang, asOf)}`;
  return [
    {
      kind: KIND_OF[state],
      state,
      value: tasks.filter((task) => task.light.state === state).length,
      of: null,
      title: taskDueTitle(KIND_OF[state], state === 'blocked' ? null : first.light.dueInDays, lang),
      detail: `${what}${due}`,
      more: nextDate(first, asOf, lang),
      section: 'tasks',
      ref: first.id,
    },
  ];
}

function behind(funds: readonly Fund[], asOf: IsoDate, lang: Language): Exception[] {
  return funds
    .filter(({ schedule }) => schedule !== null && standing(schedule.gapPoints, 'up') === 'behind')
    .sort((a, b) => (a.schedule?.gapPoints ?? 0) - (b.schedule?.gapPoints ?? 0))
    .flatMap((fund) => {
      if (fund.schedule === null || fund.share === null) return [];
      const actual = speakPercent(fund.schedule.actualPercent, fund.share.qualifier, lang);
      const expected = formatPercent(fund.schedule.expectedPercent);
      const on = formatDate(fund.schedule.on, lang, asOf);
      return [
        {
          kind: 'behind-schedule' as const,
          state: null,
          value: -fund.schedule.gapPoints,
          of: null,
          title: lang === 'zh' ? '支付落后序时' : 'Disbursement behind schedule',
          detail:
            lang === 'zh'
              ? `${fund.short} ${actual}，序时 ${expected}（${on}）`
              : `${fund.short} ${actual}, schedule ${expected} (${on})`,
          more: null,
          section: 'funds' as const,
          ref: fund.id,
        },
      ];
    });
}

/** The figures that are older than their rhythm; the longest late is named. */
function lateData({ late, asOf }: ExceptionsInput, lang: Language): Exception[] {
  const [first] = late;
  if (first === undefined) return [];
  const { indicator, on, rhythmDays, section } = first;
  const name = pick(indicator.short ?? indicator.name, lang);
  const newest = formatDate(on, lang, asOf);
  const since = formatDate(first.since, lang, asOf);
  return [
    {
      kind: 'late-figures',
      state: null,
      value: late.length,
      of: null,
      title: lang === 'zh' ? '数据超过更新周期' : 'Data older than its rhythm',
      detail:
        lang === 'zh'
          ? `${name}：最近 ${newest}，周期 ${rhythmDays} 天，自 ${since} 起超期`
          : `${name}: newest ${newest}, due every ${rhythmDays} days, late since ${since}`,
      more: null,
      section,
      ref: null,
    },
  ];
}

/** Never reported and silent for too long are both silence, but not the same. */
function silentWords(tasks: readonly TaskState[], lang: Language): string {
  const lapsed = tasks.filter((task) => task.light.rule === 'report-too-old').length;
  if (lapsed === 0)
    return lang === 'zh' ? '这些任务还没有进度记录' : 'No progress on record for these tasks';
  const never = tasks.length - lapsed;
  if (lang === 'zh')
    return never === 0
      ? '这些任务超过填报周期没有新进展'
      : `${never} 项还没有进度记录，${lapsed} 项超过填报周期`;
  return never === 0
    ? 'No progress within the agreed rhythm'
    : `${never} never reported, ${lapsed} silent beyond the agreed rhythm`;
}

function silent({ tasks, departments }: ExceptionsInput, lang: Language): Exception[] {
  const hit = tasks.filter((task) => task.light.state === 'none');
  if (hit.length === 0) return [];
  const byOwner = new Map<string, number>();
  for (const { owner } of hit) {
    const name = departments.get(owner) ?? owner;
    byOwner.set(name, (byOwner.get(name) ?? 0) + 1);
  }
  const split = [...byOwner]
    .map(([name, count]) => `${name} ${count}`)
    .join(lang === 'zh' ? '，' : ', ');
  return [
    {
      kind: 'not-reported',
      state: 'none',
      value: hit.length,
      of: tasks.length,
      title: lang === 'zh' ? '未填报' : 'Not reported',
      detail: silentWords(hit, lang),
      more: split,
      section: 'tasks',
      ref: null,
    },
  ];
}

function openQuestions(questions: readonly Question[], lang: Language): Exception[] {
  const open = questions.filter((question) => question.open);
  if (open.length === 0) return [];
  return [
    {
      kind: 'open-question',
      state: null,
      value: open.length,
      of: null,
      title: lang === 'zh' ? '口径待核' : 'Definition to be confirmed',
      detail:
        lang === 'zh'
          ? '并列两说，不合计、不取舍'
          : 'Both statements are shown, none is chosen or summed',
      more: lang === 'zh' ? '待管理员确认，附理由' : 'An administrator settles them, with a reason',
      section: null,
      ref: null,
    },
  ];
}

/**
 * Overdue, blocked, due soon, behind schedule, late figures, not reported, open questions; a kind without a case is
 * left out.
 */
export function exceptionsOf(input: ExceptionsInput, lang: Language): Exception[] {
  return [
    ...dated(input, 'over', lang),
    ...dated(input, 'blocked', lang),
    ...dated(input, 'near', lang),
    ...behind(input.funds, input.asOf, lang),
    ...lateData(input, lang),
    ...silent(input, lang),
    ...openQuestions(input.questions, lang),
  ];
}
