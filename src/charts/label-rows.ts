/** Rows of a chart that has a name and a line about time before each of its bars: how high they are, where they stand. */
import { type Pen, plain } from '#src/charts/pen.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import type { Tokens } from '#src/charts/tokens.ts';

export type LabelRow = {
  readonly name: string;
  /** Smaller, below the name; null = nothing. */
  readonly sub: string | null;
  /** True for a line that heads the rows after it and has no bar. */
  readonly isHead: boolean;
};

export type RowsInput = {
  readonly rows: readonly LabelRow[];
  /** Size of the drawing in drawing pixels. */
  readonly width: number;
  /** Height that the rows may take, in drawing pixels. */
  readonly height: number;
};

export type RowSpot = LabelRow & {
  readonly index: number;
  /** Upper and lower edge, from the top of the rows, in drawing pixels. */
  readonly top: number;
  readonly bottom: number;
};

export type RowsLayout = {
  /** True where names stand above their bars, for want of width. */
  readonly compact: boolean;
  /** Width of the column of names; in a compact drawing the names have the whole width. */
  readonly labelWidth: number;
  /** Width of the whole drawing, which a head may take. */
  readonly width: number;
  readonly spots: readonly RowSpot[];
  /** Rows that did not fit; the table has them. */
  readonly left: number;
};

const COMPACT_BELOW = 700;
const NAME = 18;
const SUB = 16;
/** As the pen sets lines that wrap. */
const LEADING = 1.3;
/** What a bar under its name takes. */
const BAR_BELOW = 26;
const AROUND = 6;
/** A row that is given more than this falls apart. */
const MOST_SPARE = 64;

/** Running Latin text is narrower than the rough width says; Chinese is not. */
const LATIN = 0.95;
/** The drawing breaks a single Latin line before it is full: it reckons with wide letters. */
const LATIN_LINE = 1.2;

const isLatinText = (text: string): boolean => !/[\u2E80-\uFFFF]/.test(text);

const linesOf = (text: string | null, size: number, width: number): number => {
  if (text === null || text === '') return 0;
  const isLatin = isLatinText(text);
  const lines = (roughWidth(text, size) * (isLatin ? LATIN : 1)) / width;
  // Words that wrap leave a part of their line empty.
  return lines <= (isLatin ? LATIN / LATIN_LINE : 1) ? 1 : Math.ceil(lines + (isLatin ? 0.2 : 0));
};

const textHeight = (row: LabelRow, width: number): number =>
  linesOf(row.name, NAME, width) * NAME * LEADING + linesOf(row.sub, SUB, width) * SUB * LEADING;

/**
 * Lays out as many rows as have room at a readable height; the room that is left over is shared among them.
 * Bounds: never fewer than one row where there is one.
 */
export function layRows({ rows, width, height }: RowsInput): RowsLayout {
  const compact = width < COMPACT_BELOW;
  const widest = Math.max(
    0,
    ...rows.flatMap((row) => [
      roughWidth(row.name, NAME) * (isLatinText(row.name) ? LATIN_LINE : 1),
      roughWidth(row.sub ?? '', SUB),
    ]),
  );
  const labelWidth = compact ? width * 0.68 : Math.min(width * 0.4, widest + 12);
  const wanted = rows.map(
    (row) =>
      textHeight(row, row.isHead ? width : labelWidth) +
      AROUND +
      (compact && !row.isHead ? BAR_BELOW : 0),
  );
  let count = 0;
  let total = 0;
  for (const size of wanted) {
    if (count > 0 && total + size > height) break;
    total += size;
    count += 1;
  }
  // A head without a row under it heads nothing.
  if (count < rows.length && rows[count - 1]?.isHead === true && count > 1) {
    count -= 1;
    total -= wanted[count] ?? 0;
  }
  const bars = rows.slice(0, count).filter((row) => !row.isHead).length;
  const spare = Math.max(0, height - total) / Math.max(1, bars);
  const more = Math.min(spare, MOST_SPARE);
  let top = 0;
  const spots = rows.slice(0, count).map((row, index) => {
    const size = (wanted[index] ?? 0) + (row.isHead ? 0 : more);
    const spot = { ...row, index, top, bottom: top + size };
    top += size;
    return spot;
  });
  return {
    compact,
    labelWidth,
    width,
    spots,
    left: rows.slice(count).filter((row) => !row.isHead).length,
  };
}

export type LabelDraw = {
  readonly pen: Pen;
  readonly tokens: Tokens;
  readonly u: number;
  readonly layout: RowsLayout;
  /** Upper edge of the rows in CSS pixels. */
  readonly top: number;
};

/** Writes a row's name and its smaller line; the middle of its bar, in CSS pixels, comes back. */
export function writeLabel(
  spot: RowSpot,
  { pen, tokens, u, layout, top }: LabelDraw,
): { readonly barY: number } {
  const { compact } = layout;
  const labelWidth = spot.isHead ? layout.width : layout.labelWidth;
  const text = textHeight(spot, labelWidth);
  const size = spot.bottom - spot.top;
  const from =
    compact || spot.isHead
      ? spot.top + (spot.isHead ? size - text - 4 : AROUND / 2)
      : spot.top + (size - text) / 2;
  const y = top + from * u;
  pen.write(plain(spot.name), [0, y], {
    size: NAME,
    fill: tokens.ink,
    hang: 'top',
    bold: spot.isHead,
    wrap: labelWidth,
  });
  if (spot.sub !== null) {
    pen.write(plain(spot.sub), [0, y + linesOf(spot.name, NAME, labelWidth) * NAME * LEADING * u], {
      size: SUB,
      fill: tokens.ink3,
      hang: 'top',
      wrap: labelWidth,
    });
  }
  const barY = compact ? from + text + BAR_BELOW / 2 : (spot.top + spot.bottom) / 2;
  return { barY: top + barY * u };
}
