/** What needs somebody to act, worst first: the band of every overview. Achievements do not belong here. */
import type { Exception } from '../contract/board.ts';
import type { Fund } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import type { Question } from '../contract/register.ts';
import type { Task } from '../contract/task.ts';
import { formatDate, formatDayInText, formatPercent } from './format.ts';
import type { IsoDate } from './records.ts';
import { taskDueTitle } from './sentences.ts';

const KIND_OF = { over: 'overdue', blocked: 'blocked', near: 'due-soon' } as const;

function dated(
  tasks: readonly Task[],
  state: keyof typeof KIND_OF,
  asOf: IsoDate,
  lang: Language,
): Exception[] {
  const hit = tasks
    .filter((task) => task.light.state === state)
    .sort((a, b) => ((a.light.due ?? '9999') < (b.light.due ?? '9999') ? -1 : 1));
  const first = hit[0];
  if (first === undefined) return [];
  const colon = lang === 'zh' ? '：' : ': ';
  const comma = lang === 'zh' ? '，' : ', ';
  const title = first.milestones.find((step) => step.id === first.light.milestone)?.title;
  const what = title === undefined ? first.short : `${first.short}${colon}${title}`;
  const due =
    first.light.due === null ? '' : `${comma}${formatDayInText(first.light.due, lang, asOf)}`;
  const following = first.milestones.find(
    (step) =>
      step.doneOn === null &&
      step.id !== first.light.milestone &&
      step.due !== null &&
      step.due > (first.light.due ?? ''),
  );
  const more =
    following?.due == null
      ? null
      : lang === 'zh'
        ? `其后：${following.title}，${formatDate(following.due, 'zh', asOf)}`
        : `Then: ${following.title}, ${formatDate(following.due, 'en', asOf)}`;
  return [
    {
      kind: KIND_OF[state],
      state,
      value: hit.length,
      of: null,
      title: taskDueTitle(KIND_OF[state], state === 'blocked' ? null : first.light.dueInDays, lang),
      detail: `${what}${due}`,
      more,
      section: 'tasks',
      ref: first.id,
    },
  ];
}

function behind(funds: readonly Fund[], asOf: IsoDate, lang: Language): Exception[] {
  return funds
    .filter((fund) => fund.schedule !== null && fund.schedule.gapPoints < 0)
    .sort((a, b) => (a.schedule?.gapPoints ?? 0) - (b.schedule?.gapPoints ?? 0))
    .flatMap((fund) => {
      if (fund.schedule === null) return [];
      const actual = formatPercent(fund.schedule.actualPercent);
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

function silent(tasks: readonly Task[], lang: Language): Exception[] {
  const hit = tasks.filter((task) => task.light.state === 'none');
  if (hit.length === 0) return [];
  const byOwner = new Map<string, number>();
  for (const task of hit) byOwner.set(task.ownerName, (byOwner.get(task.ownerName) ?? 0) + 1);
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
      detail: lang === 'zh' ? '这些任务还没有进度记录' : 'No progress on record for these tasks',
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

/** Overdue, blocked, due soon, behind schedule, not reported, open questions; a kind without a case is left out. */
export function exceptionsOf(
  input: {
    readonly tasks: readonly Task[];
    readonly funds: readonly Fund[];
    readonly questions: readonly Question[];
    readonly asOf: IsoDate;
  },
  lang: Language,
): Exception[] {
  const { tasks, funds, questions, asOf } = input;
  return [
    ...dated(tasks, 'over', asOf, lang),
    ...dated(tasks, 'blocked', asOf, lang),
    ...dated(tasks, 'near', asOf, lang),
    ...behind(funds, asOf, lang),
    ...silent(tasks, lang),
    ...openQuestions(questions, lang),
  ];
}
