/** What changed since the baseline, and where nobody has said anything: "no new figure" is not "no change". */
import type { ChangeRow } from '../contract/board.ts';
import type { Fund } from '../contract/fund.ts';
import { changeStates } from '../contract/lists.ts';
import type { Slide, SlideBody } from '../contract/slide.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, lastDay } from './dates.ts';
import {
  counted,
  type DeckInput,
  deckLimits,
  joined,
  said,
  sentences,
  slideOf,
  sourceTitles,
} from './deck-parts.ts';
import { laterDates } from './deck-tasks.ts';
import { fundFinding } from './findings.ts';
import { formatDate, speak } from './format.ts';
import type { IsoDate } from './records.ts';
import { dueWords } from './sentences.ts';
import type { TaskState } from './task-outline.ts';
import { countLights, type TaskField } from './task-summary.ts';

type Body = Extract<SlideBody, { kind: 'changes' }>;
type MilestoneRow = Body['milestones'][number];

/** What can be told of all tasks without their titles. */
export type TaskDiff = {
  readonly ticked: readonly TaskState[];
  readonly tickedCount: number;
  /** Of which a date is near, or has passed since the baseline; the longest past first. */
  readonly due: readonly TaskState[];
  readonly registered: readonly TaskState[];
};

/** `since` null = nothing to compare with, and nothing has changed. */
export function taskDiff(
  { now, before, ticked }: Pick<TaskField, 'now' | 'before' | 'ticked'>,
  asOf: IsoDate,
  since: IsoDate | null,
): TaskDiff {
  if (since === null) return { ticked: [], tickedCount: 0, due: [], registered: [] };
  const earlier = new Set(before.map((task) => task.id));
  const span = daysBetween(since, asOf);
  const isDue = ({ light: { state, rule, dueInDays } }: TaskState): boolean =>
    dueInDays !== null &&
    ((state === 'near' && rule === 'due-within-days') || (state === 'over' && -dueInDays <= span));
  return {
    ticked: now.filter((task) => ticked.has(task.id)),
    tickedCount: [...ticked.values()].reduce((sum, count) => sum + count, 0),
    due: now.filter(isDue).sort((a, b) => (a.light.dueInDays ?? 0) - (b.light.dueInDays ?? 0)),
    registered: now.filter((task) => !earlier.has(task.id)),
  };
}

function milestoneRows(diff: TaskDiff, since: IsoDate | null, input: DeckInput): MilestoneRow[] {
  const { board, lang } = input;
  const earlier = new Map(input.field.before.map((task) => [task.id, task]));
  const views = (states: readonly TaskState[]): Task[] =>
    states.slice(0, deckLimits.milestones).flatMap(({ id }) => input.now.get(id) ?? []);
  const row = (task: Task) => {
    const before = earlier.get(task.id);
    return {
      task: task.id,
      short: task.short,
      before: before === undefined ? null : { done: before.done, total: before.total },
      after: { done: task.done, total: task.total },
    };
  };
  const ticked = views(diff.ticked).flatMap((task) =>
    task.milestones.flatMap(({ title, doneOn }): MilestoneRow[] => {
      if (doneOn === null || since === null || lastDay(doneOn) <= since) return [];
      const day = formatDate(doneOn, lang, board.asOf);
      return [
        { ...row(task), title, light: 'done', detail: said(lang, `${day} 完成`, `done ${day}`) },
      ];
    }),
  );
  const due = views(diff.due).map((task): MilestoneRow => {
    const step = task.milestones.find((one) => one.id === task.light.milestone);
    const later = laterDates(task, board.asOf)[0];
    const day = later === undefined ? '' : formatDate(later.due, lang, board.asOf);
    return {
      ...row(task),
      title: step?.title ?? said(lang, '任务期限', 'the task itself'),
      light: task.light.state,
      detail: joined(lang, [
        dueWords(task.light.dueInDays ?? 0, lang),
        later === undefined
          ? null
          : said(lang, `其后 ${day} ${later.title}`, `then ${later.title}, ${day}`),
      ]),
    };
  });
  return [...ticked, ...due].slice(0, deckLimits.milestones);
}

const WORDS = {
  zh: { done: '已完成', ok: '正常', near: '临期', over: '逾期', blocked: '受阻', none: '未填报' },
  en: {
    done: 'done',
    ok: 'on track',
    near: 'due soon',
    over: 'overdue',
    blocked: 'blocked',
    none: 'not reported',
  },
} as const;

/** The word beside a light: of a near date, when it falls. */
function wordOf({ light }: Task, { lang }: DeckInput): string {
  if (light.rule === 'due-within-days' && light.dueInDays !== null)
    return dueWords(light.dueInDays, lang);
  return WORDS[lang][light.state];
}

const byState = (a: ChangeRow, b: ChangeRow): number =>
  changeStates.indexOf(a.state) - changeStates.indexOf(b.state);

function figureRows({ board }: DeckInput): Body['figures'] {
  const rows = (board.changes?.groups ?? []).flatMap((group) =>
    group.id === 'tasks' ? [] : group.rows,
  );
  return rows
    .sort(byState)
    .slice(0, deckLimits.figures)
    .map(({ light: _, ...row }) => row);
}

const stillAt = (date: string, { board, lang }: DeckInput): string =>
  said(
    lang,
    `停在 ${formatDate(date, 'zh', board.asOf)}`,
    `as of ${formatDate(date, 'en', board.asOf)}`,
  );

const isStill = (fund: Fund, since: IsoDate): boolean =>
  fund.disbursed !== null && lastDay(fund.disbursed.asOf) <= since;

function silentFunds(since: IsoDate, input: DeckInput): Body['silent'] {
  return input.board.funds.flatMap((fund) =>
    fund.disbursed === null || !isStill(fund, since)
      ? []
      : [
          {
            light: null,
            text: fundFinding(fund, input.lang) ?? fund.sentence.replace(/[。.]$/, ''),
            detail: stillAt(fund.disbursed.asOf, input),
          },
        ],
  );
}

/** Owners of tasks that were registered before the baseline and are silent now. */
function silentOwners(since: IsoDate, input: DeckInput): Body['silent'] {
  const { board, field, lang } = input;
  const known = new Map(field.before.map((task) => [task.id, task]));
  const names = new Map(board.taskSummary.owners.map((row) => [row.id, row.name]));
  const owners = Map.groupBy(
    field.now.filter((task) => task.light.state === 'none' && known.has(task.id)),
    (task) => task.owner,
  );
  const registered = formatDate(since, lang, board.asOf);
  return [...owners]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([owner, tasks]) => {
      const name = names.get(owner) ?? owner;
      const isNever = tasks.every((task) => task.light.rule === 'never-reported');
      const n = tasks.length;
      return {
        light: 'none' as const,
        text: said(
          lang,
          `${name}：${n} 项任务${isNever ? '未填报' : '没有新的填报'}`,
          `${name}: ${counted(n, 'task')} ${isNever ? 'not reported' : 'without a new report'}`,
        ),
        detail: said(lang, `${registered} 以前登记`, `registered by ${registered}`),
      };
    });
}

function silentFigures(input: DeckInput): Body['silent'] {
  const { board, lang } = input;
  const figures = new Map(board.figures.map((figure) => [figure.code, figure]));
  const paid = new Set(board.funds.map((fund) => fund.disbursed?.code ?? null));
  return (board.changes?.groups ?? [])
    .flatMap((group) => (group.id === 'tasks' ? [] : group.rows))
    .flatMap((row) => {
      const figure = figures.get(row.code ?? '');
      if (row.state !== 'no-new-figure' || figure === undefined || paid.has(figure.code)) return [];
      const text = `${row.label}${said(lang, ' ', ': ')}${speak(figure, lang)}`;
      return [{ light: null, text, detail: stillAt(figure.asOf, input) }];
    });
}

function titleOf(diff: TaskDiff, since: IsoDate, input: DeckInput): string {
  const { board, lang } = input;
  const today = diff.due.filter((task) => task.light.dueInDays === 0).length;
  const late = diff.due.filter((task) => task.light.state === 'over').length;
  const [n, ticked] = [diff.registered.length, diff.tickedCount];
  const tasks = joined(lang, [
    n === 0 ? null : said(lang, `新登记 ${n} 项任务`, `${counted(n, 'task')} registered`),
    ticked === 0
      ? null
      : said(lang, `完成 ${ticked} 个节点`, `${counted(ticked, 'milestone')} ticked`),
    late === 0 ? null : said(lang, `${late} 项逾期`, `${late} overdue`),
    today === 0 ? null : said(lang, `${today} 个节点今日到期`, `${today} due today`),
  ]);
  const day = formatDate(since, lang, board.asOf);
  const paying = board.funds.filter((fund) => fund.disbursed !== null);
  const fresh = paying.filter((fund) => !isStill(fund, since)).length;
  const funds =
    paying.length === 0
      ? null
      : fresh === 0
        ? said(lang, '资金没有新数', 'no new figure on funds')
        : said(lang, `${fresh} 项资金有新数`, `new figures on ${counted(fresh, 'fund')}`);
  const none = said(
    lang,
    `${day} 以来没有新登记任务，也没有完成节点`,
    `No task registered and no milestone ticked since ${day}`,
  );
  return sentences(lang, [tasks === '' ? none : tasks, funds]) ?? none;
}

function noteOf({ board, lang }: DeckInput): string | null {
  if (board.changes === null)
    return said(lang, '没有选对比日期', 'There is no date to compare with');
  const { newFigures, withoutNewFigure } = board.changes;
  return said(
    lang,
    `${newFigures} 个指标有新数，${withoutNewFigure} 个没有；没有新数不等于没有变化`,
    `${newFigures} indicators have a new figure, ${withoutNewFigure} have none; no new figure is not no change`,
  );
}

/** Ticks and silence of all tasks, at both dates. */
function counts({ board, field }: DeckInput): Pick<Body, 'ticked' | 'unreported'> {
  const sum = (tasks: readonly TaskState[], of: 'done' | 'total'): number =>
    tasks.reduce((total, task) => total + task[of], 0);
  const silent = (tasks: readonly TaskState[]): number =>
    countLights(tasks).find(({ state }) => state === 'none')?.count ?? 0;
  const isCompared = board.changes !== null;
  return {
    ticked: {
      before: isCompared ? sum(field.before, 'done') : null,
      after: sum(field.now, 'done'),
      of: sum(field.now, 'total'),
    },
    unreported: {
      before: isCompared ? silent(field.before) : null,
      after: silent(field.now),
      of: field.now.length,
    },
  };
}

/** The opening slide. */
export function changesSlide(input: DeckInput): Slide {
  const { board, field, lang, now } = input;
  const since = board.changes?.since ?? null;
  const diff = taskDiff(field, board.asOf, since);
  const milestones = milestoneRows(diff, since, input);
  const registered = diff.registered
    .slice(0, deckLimits.registered)
    .flatMap(({ id }) => now.get(id) ?? []);
  const totals = counts(input);
  const shown = [...milestones.flatMap((row) => now.get(row.task) ?? []), ...registered];
  return slideOf({
    title:
      since === null
        ? said(
            lang,
            `登记任务 ${field.now.length} 项，完成节点 ${totals.ticked.after}/${totals.ticked.of}`,
            `${counted(field.now.length, 'task')} registered, ${totals.ticked.after}/${totals.ticked.of} milestones ticked`,
          )
        : titleOf(diff, since, input),
    sources: sourceTitles(board, [
      ...shown.flatMap((task) => task.sources),
      ...board.funds.flatMap((fund) => fund.disbursed?.source ?? []),
    ]),
    note: noteOf(input),
    page: '/',
    body: {
      kind: 'changes',
      since,
      milestones,
      milestonesTotal: diff.tickedCount + diff.due.length,
      registered: registered.map((task) => ({
        task: task.id,
        short: task.short,
        light: task.light.state,
        word: wordOf(task, input),
      })),
      registeredTotal: diff.registered.length,
      figures: figureRows(input),
      silent:
        since === null
          ? []
          : [
              ...silentFunds(since, input),
              ...silentOwners(since, input),
              ...silentFigures(input),
            ].slice(0, deckLimits.silent),
      ...totals,
    },
  });
}
