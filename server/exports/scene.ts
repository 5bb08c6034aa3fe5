/**
 * A page as simple things to draw, laid out on 1920 x 1080: the PDF draws them as vectors, the PPTX as its own shapes,
 * tables and charts. Every length is in units of that page; the theme is the projector's.
 */
import type { LightState } from '#core/contract/lists.ts';
import { linesOf } from './text-width.ts';

export const PAGE = { width: 1920, height: 1080, edge: 64 } as const;

/** Colours of the projector theme (src/styles/tokens.css), as hexadecimal without the sign. */
export const colours = {
  paper: 'FFFFFF',
  raised: 'EEF1F4',
  line: '9AA6B2',
  ink: '0B0F14',
  ink2: '2F3944',
  ink3: '4B5763',
  data: '0B4A86',
  data2: '5486B8',
  data3: 'CFE0F0',
  question: '52329E',
  done: '0F559E',
  ok: '006B4C',
  near: 'B07500',
  over: '97200B',
  none: '55616D',
} as const;
export type Colour = (typeof colours)[keyof typeof colours];

export const lightColours: Readonly<Record<LightState, Colour>> = {
  done: colours.done,
  ok: colours.ok,
  near: colours.near,
  over: colours.over,
  blocked: colours.over,
  none: colours.none,
};

export type Align = 'left' | 'center' | 'right';

/** Letters of one look on a line. */
export type Run = {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Colour;
};

export type TextPart = {
  readonly kind: 'text';
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly align: Align;
  /** Lines, each of runs that stand on one base line. */
  readonly lines: readonly (readonly Run[])[];
  /** From one base line to the next. */
  readonly leading: number;
  /** The words before they were broken into lines, for programs that break them anew; null = one line of runs. */
  readonly whole: string | null;
};

export type ShapePart =
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly colour: Colour;
      readonly width: number;
      readonly dashed: boolean;
    }
  | {
      readonly kind: 'area';
      /** Corners of a closed shape. */
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly fill: Colour | null;
      readonly stroke: { readonly colour: Colour; readonly width: number } | null;
    }
  | {
      readonly kind: 'disc';
      readonly centre: readonly [x: number, y: number];
      readonly radius: number;
      readonly fill: Colour | null;
      readonly stroke: {
        readonly colour: Colour;
        readonly width: number;
        readonly dashed: boolean;
      } | null;
    };

export type Cell = {
  readonly text: string;
  readonly bold: boolean;
  readonly colour: Colour;
  /** A light before the text. */
  readonly light: LightState | null;
};

export type Column = { readonly head: string; readonly width: number; readonly align: Align };

export type TablePart = {
  readonly kind: 'table';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly columns: readonly Column[];
  readonly headHeight: number;
  readonly rows: readonly { readonly height: number; readonly cells: readonly Cell[] }[];
};

export type ChartPart = {
  readonly kind: 'chart';
  readonly type: 'bars' | 'line';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly unit: string;
  readonly categories: readonly string[];
  /** null = nothing on record there. */
  readonly series: readonly {
    readonly name: string;
    readonly colour: Colour;
    readonly values: readonly (number | null)[];
  }[];
  readonly size: number;
};

/** A QR code: its modules, row by row. */
export type CodePart = {
  readonly kind: 'code';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly modules: readonly (readonly boolean[])[];
};

export type ScenePart = TextPart | ShapePart | TablePart | ChartPart | CodePart;

export type Scene = {
  /** For outlines and lists of pages. */
  readonly title: string;
  readonly parts: readonly ScenePart[];
  /** Speaker notes; null = none, or not for whoever asked. */
  readonly notes: string | null;
  /** Where its numbers come from, once more for the notes of a slide. */
  readonly sources: readonly string[];
};

export type TextLook = {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: Colour;
  readonly align?: Align;
  /** Lines at most. */
  readonly most?: number;
};

/** Room between base lines, as a share of the size. */
const LEADING = 1.4;

export const leadingOf = (size: number): number => Math.round(size * LEADING);

export const run = (
  text: string,
  size: number,
  bold = false,
  colour: Colour = colours.ink,
): Run => ({
  text,
  size,
  bold,
  colour,
});

/** Lines put together again: words of Latin letters with the space that the break took. */
const joined = (lines: readonly string[]): string =>
  lines.reduce(
    (text, line) => `${text}${/[!-~]$/.test(text) && /^[!-~]/.test(line) ? ' ' : ''}${line}`,
  );

/** A text, broken into lines of a column. */
export function textAt(
  x: number,
  y: number,
  width: number,
  text: string,
  look: TextLook,
): TextPart {
  const { size, bold = false, colour = colours.ink, align = 'left', most } = look;
  const lines = linesOf(text, width, size, bold, most).map((line) => [
    run(line, size, bold, colour),
  ]);
  const isCut = lines.length === most && lines[lines.length - 1]?.[0]?.text.endsWith('…') === true;
  const whole = isCut ? joined(lines.map(([one]) => one?.text ?? '')) : text;
  return { kind: 'text', x, y, width, align, lines, leading: leadingOf(size), whole };
}

/** One line of several looks. */
export function runsAt(
  x: number,
  y: number,
  width: number,
  runs: readonly Run[],
  align: Align = 'left',
): TextPart {
  const size = Math.max(...runs.map((one) => one.size));
  return { kind: 'text', x, y, width, align, lines: [runs], leading: leadingOf(size), whole: null };
}

export const heightOf = (part: TextPart): number => part.lines.length * part.leading;

export const rule = (
  x: number,
  y: number,
  width: number,
  weight = 1.5,
  colour: Colour = colours.line,
): ShapePart => ({
  kind: 'line',
  from: [x, y],
  to: [x + width, y],
  colour,
  width: weight,
  dashed: false,
});

export const stroke = (
  from: readonly [number, number],
  to: readonly [number, number],
  colour: Colour,
  width: number,
  dashed = false,
): ShapePart => ({ kind: 'line', from, to, colour, width, dashed });

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Colour | null,
  edge: { readonly colour: Colour; readonly width: number } | null = null,
): ShapePart {
  const points = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return { kind: 'area', points, fill, stroke: edge };
}

/** Stripes that mark a gap: lines at 45 degrees, cut at the edges of their box. */
export function hatch(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): ShapePart[] {
  const step = 12;
  const stripes: ShapePart[] = [];
  for (let at = step / 2; at < width + height; at += step) {
    const from: [number, number] = [x + Math.min(at, width), y + Math.max(0, at - width)];
    const to: [number, number] = [x + Math.max(0, at - height), y + Math.min(at, height)];
    stripes.push(stroke(from, to, colour, 4));
  }
  return stripes;
}

/** The light's shape in a square; outlines differ, so that they hold without colour (src/ui/light-icon.tsx). */
export function lightAt(x: number, y: number, size: number, state: LightState): ShapePart[] {
  const at = (px: number, py: number): [number, number] => [
    x + (px * size) / 20,
    y + (py * size) / 20,
  ];
  const colour = lightColours[state];
  const mark = (...points: [number, number][]): ShapePart[] =>
    points.slice(1).map((to, index) => {
      const from = points[index] ?? to;
      return stroke(at(...from), at(...to), colours.paper, (2.4 * size) / 20);
    });
  const area = (...points: [number, number][]): ShapePart => ({
    kind: 'area',
    points: points.map((point) => at(...point)),
    fill: colour,
    stroke: null,
  });
  switch (state) {
    case 'done':
      return [
        area([1.5, 1.5], [18.5, 1.5], [18.5, 18.5], [1.5, 18.5]),
        ...mark([5.4, 10.4], [8.6, 13.6], [14.8, 6.8]),
      ];
    case 'ok':
      return [
        { kind: 'disc', centre: at(10, 10), radius: (8.2 * size) / 20, fill: colour, stroke: null },
      ];
    case 'near':
      return [
        area([10, 0.8], [19.6, 18.4], [0.4, 18.4]),
        ...mark([10, 7], [10, 12.4]),
        ...mark([10, 14.2], [10, 16.6]),
      ];
    case 'over':
      return [
        area([10, 0], [20, 10], [10, 20], [0, 10]),
        ...mark([6.8, 6.8], [13.2, 13.2]),
        ...mark([13.2, 6.8], [6.8, 13.2]),
      ];
    case 'blocked':
      return [
        area([10, 0], [20, 10], [10, 20], [0, 10]),
        ...mark([7.6, 6], [7.6, 14]),
        ...mark([12.4, 6], [12.4, 14]),
      ];
    case 'none': {
      const edge = { colour, width: (2.2 * size) / 20, dashed: true };
      return [
        { kind: 'disc', centre: at(10, 10), radius: (7.8 * size) / 20, fill: null, stroke: edge },
      ];
    }
  }
}
