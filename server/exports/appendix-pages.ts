/** Pages behind the slides: figures at every date, all figures with units and sources, tasks, changes, speaker notes. */
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import type { Unit } from '#core/contract/lists.ts';
import {
  formatDate,
  formatMeasured,
  formatPeriod,
  moneyScale,
  speak,
  speakPercent,
} from '#core/domain/format.ts';
import { boardOf, passportOf, type ShownItem, titleOf } from './export-input.ts';
import { type ChartPart, colours } from './scene.ts';
import { CONTENT, type FramedPage, type SlideContext } from './slide-frame.ts';
import { cellOf, type TablePlan, tablePages } from './table-layout.ts';

const SMALL = 18;
const MOST_HISTORIES = 12;
const MOST_POINTS = 24;

const plainPage = { kicker: null, light: null, sources: [], note: null, notes: null } as const;

function tableOf(
  title: string,
  plan: TablePlan,
  context: SlideContext,
  kicker: string | null = null,
): FramedPage[] {
  if (plan.rows.length === 0) return [];
  const pages = tablePages(plan, CONTENT);
  return pages.map((table, index) => ({
    ...plainPage,
    kicker,
    title: `${title}${pages.length > 1 ? context.words.continued(index + 1, pages.length) : ''}`,
    parts: [table],
  }));
}

/** Titles of documents by their id; an id without one stands for itself. */
export function sourceNames(board: Board): (id: string | null, none: string) => string {
  const titles = new Map(board.sources.map((source) => [source.id, source.title]));
  return (id, none) => (id === null ? none : (titles.get(id) ?? id));
}

export const questionMarks = (numbers: readonly number[], { words }: SlideContext): string =>
  numbers.map(words.question).join(' ');

function figurePages(board: Board, context: SlideContext): FramedPage[] {
  const { words, input } = context;
  const source = sourceNames(board);
  const plan: TablePlan = {
    size: SMALL,
    columns: [
      { head: words.figure.theme, share: 1.7 },
      { head: words.figure.name, share: 4.8 },
      { head: words.figure.qualifier, share: 1.3 },
      { head: words.figure.value, share: 1.6, align: 'right' },
      { head: words.figure.unit, share: 1.6 },
      { head: words.figure.asOf, share: 1.7 },
      { head: words.figure.period, share: 2 },
      { head: words.figure.questions, share: 1.6 },
      { head: words.figure.source, share: 4.2 },
    ],
    rows: board.figures.map((figure) => {
      const shown = formatMeasured(figure, input.lang);
      return [
        cellOf(words.theme[figure.theme], { colour: colours.ink2 }),
        cellOf(figure.name),
        cellOf(shown.qualifier),
        cellOf(shown.number, { bold: true }),
        cellOf(figure.unit === 'rank' ? words.unit.rank : shown.unit),
        cellOf(formatDate(figure.asOf, input.lang)),
        cellOf(figure.period === null ? '' : formatPeriod(figure.period, input.lang)),
        cellOf(questionMarks(figure.questions, context), { colour: colours.question }),
        cellOf(source(figure.source, words.notSourced), { colour: colours.ink2 }),
      ];
    }),
  };
  return tableOf(words.appendix.figures, plan, context);
}

function taskPages(board: Board, context: SlideContext): FramedPage[] {
  const { words, input } = context;
  const source = sourceNames(board);
  const { total } = board.taskSummary;
  const plan: TablePlan = {
    size: SMALL,
    columns: [
      { head: words.tasks.light, share: 2 },
      { head: words.tasks.title, share: 4.8 },
      { head: words.tasks.owner, share: 2 },
      { head: words.task.milestones, share: 1.8 },
      { head: words.tasks.due, share: 1.7 },
      { head: words.tasks.why, share: 4.8 },
      { head: words.tasks.source, share: 3.6 },
    ],
    rows: board.tasks.map((task) => [
      cellOf(words.light[task.light.state], { light: task.light.state }),
      cellOf(task.title, { bold: true }),
      cellOf(task.ownerName),
      cellOf(task.total === 0 ? words.notListed : `${task.done}/${task.total}`),
      cellOf(task.due === null ? words.notListed : formatDate(task.due, input.lang)),
      cellOf(task.light.why),
      cellOf(task.sources.map((id) => source(id, '')).join(words.between), {
        colour: colours.ink2,
      }),
    ]),
  };
  const partial =
    total > board.tasks.length ? words.tasks.partial(board.tasks.length, total) : null;
  return tableOf(words.appendix.tasks, plan, context, partial);
}

type ChangeCell = NonNullable<Board['changes']>['groups'][number]['rows'][number]['after'];

/** A cell of the table of changes as it is read. */
export function changeText(cell: ChangeCell, { words, input }: SlideContext): string {
  if (cell === null) return words.notListed;
  if (cell.unit === null) return `${cell.value}${cell.of === null ? '' : `/${cell.of}`}`;
  if (cell.unit === '%') return speakPercent(cell.value, cell.qualifier, input.lang);
  return speak({ value: cell.value, unit: cell.unit, qualifier: cell.qualifier }, input.lang);
}

function changePages(board: Board, context: SlideContext): FramedPage[] {
  const { words } = context;
  const plan: TablePlan = {
    size: SMALL + 2,
    columns: [
      { head: words.changeRow.group, share: 2 },
      { head: words.changeRow.label, share: 5 },
      { head: words.changeRow.before, share: 2, align: 'right' },
      { head: words.changeRow.after, share: 2, align: 'right' },
      { head: words.changeRow.state, share: 2 },
    ],
    rows: (board.changes?.groups ?? []).flatMap((group) =>
      group.rows.map((row) => [
        cellOf(words.group[group.id], { colour: colours.ink2 }),
        cellOf(row.light === null ? row.label : words.light[row.light], { light: row.light }),
        cellOf(changeText(row.before, context)),
        cellOf(row.state === 'no-new-figure' ? '' : changeText(row.after, context), { bold: true }),
        cellOf(words.change[row.state]),
      ]),
    ),
  };
  return tableOf(words.appendix.changes, plan, context);
}

/** Everything that the frozen board says, as tables. */
export function appendixPages(context: SlideContext): FramedPage[] {
  const board = boardOf(context.input);
  return [
    ...changePages(board, context),
    ...figurePages(board, context),
    ...taskPages(board, context),
  ];
}

type Point = { readonly on: string; readonly value: number };

const inUnit = (unit: Unit, points: readonly Point[], { input, words }: SlideContext) => {
  if (unit !== 'fen') return { unit: words.unit[unit], number: (value: number) => value };
  const scale = moneyScale(Math.max(...points.map(({ value }) => Math.abs(value))), input.lang);
  return {
    unit: scale.unit,
    number: (value: number) => Number(scale.number(value).replaceAll(',', '')),
  };
};

type History = {
  readonly title: string;
  readonly unit: Unit;
  readonly points: readonly Point[];
  /** A level to be compared with; null = none. */
  readonly plan: number | null;
};

function figureHistory(figure: Figure, context: SlideContext): History | null {
  const history = passportOf(context.input, figure.code)?.history ?? [];
  const points = history
    .filter(({ superseded }) => !superseded)
    .map(({ asOf, value }) => ({ on: asOf, value }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return points.length < 2 ? null : { title: figure.name, unit: figure.unit, points, plan: null };
}

function histories(context: SlideContext): History[] {
  const board = boardOf(context.input);
  const found: History[] = board.funds
    .filter(({ points }) => points.length > 1)
    .map((fund) => ({
      title: fund.name,
      unit: 'fen' as const,
      points: fund.points.map(({ on, cumulativeFen }) => ({ on, value: cumulativeFen })),
      plan: fund.planned?.amountFen ?? null,
    }))
    .slice(0, MOST_HISTORIES / 2);
  for (const figure of board.figures) {
    if (found.length >= MOST_HISTORIES) break;
    const history = figureHistory(figure, context);
    if (history !== null) found.push(history);
  }
  return found;
}

function historyChart(history: History, index: number, context: SlideContext): ChartPart {
  const { words, input } = context;
  const points = history.points.slice(-MOST_POINTS);
  const { unit, number } = inUnit(history.unit, points, context);
  const width = (CONTENT.width - 60) / 2;
  const height = (CONTENT.height - 30) / 2;
  const open = input.lang === 'zh' ? '（' : ' (';
  const close = input.lang === 'zh' ? '）' : ')';
  return {
    kind: 'chart',
    type: 'line',
    x: CONTENT.x + (index % 2) * (width + 60),
    y: CONTENT.y + Math.floor(index / 2) * (height + 30),
    width,
    height,
    title: `${history.title}${unit === '' ? '' : `${open}${unit}${close}`}`,
    unit,
    categories: points.map(({ on }) => on),
    series: [
      {
        name: words.figure.value,
        colour: colours.data,
        values: points.map(({ value }) => number(value)),
      },
      ...(history.plan === null
        ? []
        : [
            {
              name: words.funds.planned,
              colour: colours.data2,
              values: points.map(() => number(history.plan ?? 0)),
            },
          ]),
    ],
    size: 18,
  };
}

/** Charts of funds and figures that have more than one date, four on a page. */
export function historyPages(context: SlideContext): FramedPage[] {
  const all = histories(context);
  const pages = Math.ceil(all.length / 4);
  return Array.from({ length: pages }, (_, page) => ({
    ...plainPage,
    title: `${context.words.appendix.history}${pages > 1 ? context.words.continued(page + 1, pages) : ''}`,
    parts: all
      .slice(page * 4, page * 4 + 4)
      .map((history, index) => historyChart(history, index, context)),
  }));
}

/** Speaker notes as a table, for paper; none where whoever asked may not see them. */
export function notesPages(items: readonly ShownItem[], context: SlideContext): FramedPage[] {
  const { words, input } = context;
  if (!input.withNotes) return [];
  const noted = items.filter(({ item }) => item.notes !== null && item.notes !== '');
  const plan: TablePlan = {
    size: 22,
    columns: [
      { head: words.resolutions.item, share: 3 },
      { head: words.notes, share: 7 },
    ],
    rows: noted.flatMap((shown) => [
      [cellOf(titleOf(shown), { bold: true }), cellOf(shown.item.notes ?? '')],
    ]),
  };
  return tableOf(words.appendix.notes, plan, context);
}
