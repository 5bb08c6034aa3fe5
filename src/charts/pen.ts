/** Lines and words of a custom series: a small pen, so that a chart's notes read as what they say. */
import type { ChartContext, RenderedItem } from '#src/charts/option.ts';
import { faces } from '#src/charts/tokens.ts';

export type Element = NonNullable<RenderedItem>;
export type Spot = readonly [x: number, y: number];

export type TextLook = {
  /** In drawing pixels. */
  readonly size: number;
  readonly fill: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly bold?: boolean;
  /** Colour that clears what lies below the words. */
  readonly ground?: string;
  /** Where the lines hang from the spot; the middle unless told. */
  readonly hang?: 'top' | 'middle' | 'bottom';
  /** Width in drawing pixels at which the words wrap. */
  readonly wrap?: number;
  /** Radians, counter-clockwise. */
  readonly rotation?: number;
};

export type Pen = {
  readonly elements: Element[];
  readonly rule: (path: readonly Spot[], stroke: string, width: number) => void;
  /** `{n|…}` is a large number, `{m|…}` one in a line of text; see `number`. */
  readonly write: (words: string, spot: Spot, look: TextLook) => void;
};

/** Braces and bars mean something in a styled text; as words they would be read as marks. */
export const plain = (text: string): string => text.replace(/[{}|]/g, ' ');

/** A number in the face of figures inside a text for `write`: `l` 1.7 times the text's size, `m` 1.2 times. */
export const number = (text: string, size: 'l' | 'm'): string => `{${size}|${plain(text)}}`;

export function penOf({ tokens, face, u }: Pick<ChartContext, 'tokens' | 'face' | 'u'>): Pen {
  const elements: Element[] = [];
  return {
    elements,
    rule: (path, stroke, width) => {
      const points = path.map(([x, y]) => [x, y]);
      elements.push({
        type: 'polyline',
        shape: { points },
        style: { fill: 'none', stroke, lineWidth: width * u },
      });
    },
    write: (words, [x, y], look) => {
      const figure = { fontFamily: faces.fig, fontWeight: 600, fill: tokens.ink } as const;
      elements.push({
        type: 'text',
        x,
        y,
        rotation: look.rotation ?? 0,
        style: {
          text: words,
          fill: look.fill,
          fontSize: look.size * u,
          fontFamily: face,
          fontWeight: look.bold === true ? 700 : 400,
          align: look.align ?? 'left',
          verticalAlign: look.hang ?? 'middle',
          ...(look.ground === undefined
            ? {}
            : { backgroundColor: look.ground, padding: [2 * u, 0] }),
          ...(look.wrap === undefined
            ? {}
            : {
                width: look.wrap * u,
                overflow: 'break' as const,
                lineHeight: look.size * 1.3 * u,
              }),
          rich: {
            l: { ...figure, fontSize: look.size * 1.7 * u },
            m: { ...figure, fontSize: look.size * 1.2 * u },
          },
        },
      });
    },
  };
}
