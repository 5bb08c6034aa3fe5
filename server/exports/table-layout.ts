/** Tables that run over pages: heights from the words in the cells, and where a page is full. */
import type { LightState } from '#core/contract/lists.ts';
import { type Align, type Cell, type Colour, colours, leadingOf, type TablePart } from './scene.ts';
import { linesOf } from './text-width.ts';

/** Room to the next column, and above and below a row's words. */
export const CELL = { gap: 26, pad: 8 } as const;

/** Lines of one cell at most: a table tells, it does not quote. */
const MOST_LINES = 6;

export type ColumnPlan = {
  readonly head: string;
  /** Share of the table's width, against those of the other columns. */
  readonly share: number;
  readonly align?: Align;
};

export const cellOf = (
  text: string,
  more: {
    readonly bold?: boolean;
    readonly colour?: Colour;
    readonly light?: LightState | null;
  } = {},
): Cell => ({
  text,
  bold: more.bold ?? false,
  colour: more.colour ?? colours.ink,
  light: more.light ?? null,
});

/** How far a light pushes the words of its cell to the right. */
export const lightRoom = (cell: Cell, size: number): number =>
  cell.light === null ? 0 : size * 1.35;

/** The lines of a cell in a column of this width. */
export function cellLines(cell: Cell, columnWidth: number, size: number): string[] {
  const width = columnWidth - CELL.gap - lightRoom(cell, size);
  return linesOf(cell.text, width, size, cell.bold, MOST_LINES);
}

export type TablePlan = {
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly Cell[])[];
  readonly size: number;
};

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Sizes of letters that a short list may have, so that a slide is not an empty sheet. */
const GENEROUS = [30, 26];

/** The same, in the largest letters with which it fits on one page; in its own where it needs more pages. */
export function roomyTablePages(plan: TablePlan, area: Area): TablePart[] {
  for (const size of GENEROUS) {
    const pages = tablePages({ ...plan, size }, area);
    if (pages.length === 1) return pages;
  }
  return tablePages(plan, area);
}

/** The table cut into pieces that each fit the area; one piece without rows where there are none. */
export function tablePages({ columns, rows, size }: TablePlan, area: Area): TablePart[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const laid = columns.map(({ head, share, align = 'left' }) => ({
    head,
    align,
    width: (area.width * share) / shares,
  }));
  const leading = leadingOf(size);
  const heightWith = (lines: number): number => lines * leading + 2 * CELL.pad;
  const heads = laid.map(({ head, width }) => linesOf(head, width - CELL.gap, size, true).length);
  const headHeight = heightWith(Math.max(1, ...heads));
  const pages: TablePart['rows'][number][][] = [[]];
  let used = headHeight;
  for (const cells of rows) {
    const lines = cells.map((cell, index) => cellLines(cell, laid[index]?.width ?? 0, size).length);
    const height = heightWith(Math.max(1, ...lines));
    if (used + height > area.height && (pages[pages.length - 1]?.length ?? 0) > 0) {
      pages.push([]);
      used = headHeight;
    }
    pages[pages.length - 1]?.push({ height, cells });
    used += height;
  }
  return pages.map((page) => ({
    kind: 'table',
    x: area.x,
    y: area.y,
    size,
    columns: laid,
    headHeight,
    rows: page,
  }));
}
