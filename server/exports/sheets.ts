/** The frozen picture as tables of cells: what a spreadsheet and its plain sisters are written from. */
import type { Board } from '#core/contract/board.ts';
import { formatDate, formatPeriod, speak } from '#core/domain/format.ts';
import { changeText, questionMarks, sourceNames } from './appendix-pages.ts';
import {
  boardOf,
  type ExportInput,
  shownItems,
  standing,
  tasksOf,
  titleOf,
} from './export-input.ts';
import { contextOf, type SlideContext } from './slide-frame.ts';
import { amountText } from './slide-funds.ts';
import { resolutionText } from './slide-lists.ts';
import { stampRows } from './stamp.ts';

export type SheetCell = string | number | null;

export type Sheet = {
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows that are the heading of those below them, from 0; a sheet with headings is read from its left edge. */
  readonly headings: readonly number[];
};

type Columns = readonly (readonly [head: string, width: number])[];

const sheet = (name: string, columns: Columns, rows: Sheet['rows']): Sheet => ({
  name,
  head: columns.map(([head]) => head),
  widths: columns.map(([, width]) => width),
  rows,
  headings: [],
});

/** A value in the unit that its column names: money in yuan. */
const plainValue = (value: number, unit: string | null): number =>
  unit === 'fen' ? value / 100 : value;

/** Every figure with unit, qualifier, dates and source; values are numbers, money in yuan. */
export function figureSheet(board: Board, context: SlideContext): Sheet {
  const { words, input } = context;
  const w = words.figure;
  const source = sourceNames(board);
  const columns: Columns = [
    [w.theme, 12],
    [w.code, 26],
    [w.name, 30],
    [w.qualifier, 8],
    [w.value, 15],
    [w.unit, 10],
    [w.shown, 14],
    [w.kind, 12],
    [w.period, 13],
    [w.asOf, 12],
    [w.age, 8],
    [w.questions, 10],
    [w.source, 32],
    [w.note, 24],
  ];
  return sheet(
    words.sheet.figures,
    columns,
    board.figures.map((figure) => [
      words.theme[figure.theme],
      figure.code,
      figure.name,
      words.qualifier[figure.qualifier],
      plainValue(figure.value, figure.unit),
      words.unit[figure.unit],
      speak(figure, input.lang),
      words.kind[figure.kind],
      figure.period === null ? '' : formatPeriod(figure.period, input.lang),
      figure.asOf,
      figure.ageDays,
      questionMarks(figure.questions, context),
      source(figure.source, words.notSourced),
      figure.note,
    ]),
  );
}

/** The findings of the boards; what the first sentence says already is not said again. */
export function findingsOf(board: Board): readonly string[] {
  const [first = '', ...others] = Object.values(board.findings);
  return [first, ...others.filter((finding) => !first.includes(finding))];
}

function overviewSheet(board: Board, context: SlideContext): Sheet {
  const { words, input } = context;
  const { meeting } = input.snapshot;
  const w = words.overview;
  const sections: readonly (readonly [heading: string, rows: readonly SheetCell[][]])[] = [
    [
      words.bulletin.stamp,
      [
        [words.stamp.date, formatDate(meeting.date, input.lang)],
        ...stampRows(input).map((row) => [...row]),
      ],
    ],
    [w.findings, findingsOf(board).map((finding, index) => [index + 1, finding])],
    [w.lights, board.lights.map(({ state, count }) => [words.light[state], count])],
    [w.agenda, shownItems(input).map((shown, index) => [index + 1, titleOf(shown)])],
  ];
  const rows: SheetCell[][] = [];
  const headings: number[] = [];
  for (const [heading, own] of sections) {
    headings.push(rows.length);
    rows.push([heading, null], ...own);
  }
  const columns: Columns = [
    [words.product, 24],
    [meeting.title, 90],
  ];
  return { ...sheet(words.sheet.overview, columns, rows), headings };
}

function taskSheets(board: Board, context: SlideContext): Sheet[] {
  const { words, input } = context;
  const w = words.tasks;
  const source = sourceNames(board);
  const tasks = tasksOf(input);
  const columns: Columns = [
    [w.id, 16],
    [w.title, 32],
    [w.owner, 16],
    [w.light, 9],
    [w.why, 34],
    [w.declared, 9],
    [w.done, 10],
    [w.total, 11],
    [w.due, 12],
    [w.original, 12],
    [w.postponed, 11],
    [w.next, 24],
    [w.lastReport, 12],
    [w.questions, 10],
    [w.source, 30],
  ];
  const m = words.milestone;
  const milestoneColumns: Columns = [
    [w.id, 18],
    [m.task, 36],
    [m.title, 44],
    [m.due, 13],
    [m.original, 12],
    [words.tasks.postponed, 8],
    [m.done, 12],
    [m.state, 10],
  ];
  return [
    sheet(
      words.sheet.tasks,
      columns,
      tasks.map((task) => [
        task.id,
        task.title,
        task.ownerName ?? words.notListed,
        words.light[task.light.state],
        task.light.why,
        task.declared === null ? words.light.none : words.declared[task.declared],
        task.done,
        task.total,
        task.due ?? words.task.undated,
        task.originalDue ?? words.task.undated,
        task.postponed,
        task.next === null ? '' : `${task.next.due} ${task.next.title}`,
        task.lastReport?.on ?? words.silence.never,
        questionMarks(task.questions, context),
        task.sources.map((id) => source(id, '')).join(words.between),
      ]),
    ),
    sheet(
      words.sheet.milestones,
      milestoneColumns,
      tasks.flatMap((task) =>
        task.milestones.map((milestone) => [
          task.id,
          task.short,
          milestone.title,
          milestone.due ?? words.task.undated,
          milestone.originalDue ?? words.task.undated,
          milestone.postponed,
          milestone.doneOn,
          words.milestoneState[milestone.state],
        ]),
      ),
    ),
  ];
}

function changeSheet(board: Board, context: SlideContext): Sheet {
  const { words } = context;
  const w = words.changeRow;
  const columns: Columns = [
    [w.group, 16],
    [w.label, 40],
    [w.before, 18],
    [w.after, 18],
    [w.delta, 14],
    [words.figure.unit, 8],
    [w.state, 14],
    [words.figure.questions, 9],
  ];
  return sheet(
    words.sheet.changes,
    columns,
    (board.changes?.groups ?? []).flatMap((group) =>
      group.rows.map((row) => {
        const unit = row.after?.unit ?? row.before?.unit ?? null;
        return [
          words.group[group.id],
          row.light === null ? row.label : words.light[row.light],
          changeText(row.before, context),
          row.state === 'no-new-figure' ? words.noNewFigure : changeText(row.after, context),
          row.delta === null || row.state === 'no-new-figure' ? null : plainValue(row.delta, unit),
          unit === null ? '' : words.unit[unit],
          words.change[row.state],
          questionMarks(row.questions, context),
        ];
      }),
    ),
  );
}

function fundSheet(board: Board, context: SlideContext): Sheet {
  const { words } = context;
  const columns: Columns = [
    [words.fund.name, 34],
    [words.funds.committed, 18],
    [words.funds.planned, 18],
    [words.funds.disbursed, 18],
    [words.fund.share, 12],
    [words.fund.gap, 14],
    [words.fund.sentence, 60],
  ];
  return sheet(
    words.sheet.funds,
    columns,
    board.funds.map((fund) => [
      fund.name,
      amountText(fund.committed, context),
      amountText(fund.planned, context),
      amountText(fund.disbursed, context),
      fund.share === null ? null : Math.round(fund.share.percent * 10) / 10,
      fund.schedule === null ? null : Math.round(fund.schedule.gapPoints * 10) / 10,
      fund.sentence,
    ]),
  );
}

function questionSheet(board: Board, { words }: SlideContext): Sheet {
  const w = words.questions;
  return sheet(
    words.sheet.questions,
    [
      [w.number, 8],
      [w.title, 40],
      [words.figure.note, 50],
      [w.statements, 60],
      [words.changeRow.state, 10],
    ],
    board.questions.map((question) => [
      words.question(question.number),
      question.title,
      question.summary,
      question.statements.map(({ text }) => text).join('\n'),
      question.open ? w.open : w.settled,
    ]),
  );
}

function sourceSheet(board: Board, { words }: SlideContext): Sheet {
  const w = words.source;
  return sheet(
    words.sheet.sources,
    [
      [w.id, 18],
      [w.title, 60],
      [w.kind, 14],
      [w.asOf, 12],
      [w.note, 50],
    ],
    board.sources.map(({ id, title, kind, asOf, note }) => [
      id,
      title,
      words.sourceKind[kind] ?? kind,
      asOf,
      note,
    ]),
  );
}

function resolutionSheet(context: SlideContext): Sheet {
  const { words, input } = context;
  const w = words.resolutions;
  const titles = new Map(shownItems(input).map((shown) => [shown.item.key, titleOf(shown)]));
  return sheet(
    words.sheet.resolutions,
    [
      [w.words, 60],
      [w.kind, 12],
      [w.owner, 20],
      [w.due, 12],
      [w.item, 50],
    ],
    standing(input).map((resolution) => [
      resolutionText(resolution, context),
      w.kinds[resolution.kind],
      resolution.ownerName ?? words.notListed,
      resolution.due ?? words.notListed,
      titles.get(resolution.item) ?? resolution.item,
    ]),
  );
}

/** Every sheet of the workbook, the overview first. */
export function sheetsOf(input: ExportInput): Sheet[] {
  const context = contextOf(input);
  const board = boardOf(input);
  return [
    overviewSheet(board, context),
    figureSheet(board, context),
    ...taskSheets(board, context),
    changeSheet(board, context),
    fundSheet(board, context),
    questionSheet(board, context),
    sourceSheet(board, context),
    resolutionSheet(context),
  ];
}
