import type { Language } from '#core/contract/lists.ts';
import { formatDate, formatMeasured } from '#core/domain/format.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { type LabelRow, layRows, type RowSpot, writeLabel } from '#src/charts/label-rows.ts';
import type { ChartContext, ChartOption } from '#src/charts/option.ts';
import { type Element, number, penOf, plain } from '#src/charts/pen.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { faces } from '#src/charts/tokens.ts';
import { type Span, spanKey, timeAxis } from '#src/features/talent/spans.ts';
import { spanWhen } from '#src/features/talent/spans-text.ts';
import type { TalentWords } from '#src/features/talent/words.ts';
import { lastOf } from '#src/lib/last-of.ts';

export type SpansDrawing = {
  readonly spans: readonly Span[];
  readonly asOf: IsoDate;
  readonly lang: Language;
  readonly words: TalentWords;
};

const TOP = 28;
const BOTTOM = 40;
/** Width of the key to the table, at the top right of the drawing. */
const TABLE_KEY = 126;
const VALUE = 21;
/** Height of a bar in drawing pixels. */
const BAR = { wide: 30, compact: 14 };

/** `2,956 人`, with its qualifier, for the pen; and about how wide it is. */
function valueWords(span: Span, lang: Language): { words: string; width: number } {
  const parts = formatMeasured(span.figure, lang);
  const words = [plain(parts.qualifier), number(parts.number, 'm'), plain(parts.unit)]
    .filter((part) => part !== '')
    .join(' ');
  const width =
    roughWidth(`${parts.qualifier} ${parts.unit}`, VALUE) + roughWidth(parts.number, VALUE * 1.2);
  return { words, width };
}

/**
 * Which years each figure covers, on one axis of time that starts with the first year. A bar's length is time, never
 * the figure: the figure is written at it. Dashed frames are years that the source does not name, dots are dates.
 */
export function spansOption(drawing: SpansDrawing, context: ChartContext): ChartOption {
  const { spans, asOf, lang, words } = drawing;
  const { tokens, u, width, height } = context;
  const axis = timeAxis(spans, asOf);
  const rows: LabelRow[] = spans.map((span, index) => {
    const before = spans[index - 1];
    return {
      name: [span.figure.short, ...span.figure.questions.map(words.mark)].join(' '),
      // Said once for neighbours of the same time.
      sub:
        before !== undefined && spanKey(before) === spanKey(span)
          ? null
          : spanWhen(span, lang, words),
      isHead: false,
    };
  });
  const layout = layRows({ rows, width: width / u, height: height / u - TOP - BOTTOM });
  const { compact, spots } = layout;
  const plot = {
    left: (compact ? 0 : layout.labelWidth + 28) * u,
    right: width - 2 * u,
    top: TOP * u,
    bottom: (TOP + (lastOf(spots)?.bottom ?? 0)) * u,
  };
  const years = Array.from({ length: axis.lastYear - axis.firstYear + 1 }, (_, index) => {
    const year = axis.firstYear + index;
    return { year, from: axis.dayOf(`${year}-01-01`), to: axis.dayOf(`${year + 1}-01-01`) };
  });
  const every = Math.ceil((years.length * 62 * u) / Math.max(1, plot.right - plot.left));
  const named = new Map(
    years
      .filter((_, index) => index % every === 0)
      .map(({ year, from, to }) => [(from + to) / 2, year] as const),
  );

  const draw = (spot: RowSpot, xOf: (day: number) => number): Element[] => {
    const span = spans[spot.index];
    if (span === undefined) return [];
    const pen = penOf(context);
    const { barY } = writeLabel(spot, { pen, tokens, u, layout, top: plot.top });
    const bar = (compact ? BAR.compact : BAR.wide) * u;
    const right = xOf(axis.dayOf(span.to) + 1);
    const left = span.from === null ? right : xOf(axis.dayOf(span.from));
    const shapes: Element[] = [];
    let start = left;
    if (span.from === null) {
      const r = 8 * u;
      if (span.kind === 'until') {
        start = Math.max(plot.left, right - 56 * u);
        shapes.push({
          type: 'line',
          shape: { x1: start, y1: barY, x2: right - r, y2: barY },
          style: { stroke: tokens.data2, lineWidth: 3 * u, lineDash: [3 * u, 5 * u] },
        });
      }
      shapes.push({
        type: 'circle',
        shape: { cx: right, cy: barY, r },
        style: { fill: tokens.data },
      });
      start -= span.kind === 'until' ? 0 : r;
    } else {
      const placed = span.kind === 'placed';
      shapes.push({
        type: 'rect',
        shape: { x: left, y: barY - bar / 2, width: Math.max(3 * u, right - left), height: bar },
        style: {
          fill: placed ? 'none' : tokens.data3,
          stroke: tokens.data2,
          lineWidth: 2 * u,
          ...(placed ? { lineDash: [6 * u, 5 * u] } : {}),
        },
      });
    }
    const value = valueWords(span, lang);
    const wide = value.width * u;
    const look = { size: VALUE, fill: tokens.ink } as const;
    if (compact) {
      const y = plot.top + spot.top * u + 16 * u;
      pen.write(value.words, [plot.right, y], {
        ...look,
        size: 18,
        align: 'right',
        ground: context.ground,
      });
    } else if (start - plot.left >= wide + 16 * u) {
      pen.write(value.words, [start - 10 * u, barY], {
        ...look,
        align: 'right',
        ground: context.ground,
      });
    } else if (right - left >= wide + 20 * u) {
      pen.write(value.words, [left + 12 * u, barY], look);
    } else {
      pen.write(value.words, [right + 12 * u, barY], { ...look, ground: context.ground });
    }
    return [...shapes, ...pen.elements];
  };

  return {
    animation: false,
    grid: {
      left: plot.left,
      top: plot.top,
      width: Math.max(1, plot.right - plot.left),
      height: Math.max(1, plot.bottom - plot.top),
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: axis.totalDays,
      axisTick: { show: false, customValues: [...years.map((year) => year.from), axis.totalDays] },
      splitLine: { show: true },
      axisLabel: {
        customValues: [...named.keys()],
        formatter: (day: number) => `{year|${named.get(day) ?? ''}}`,
        rich: {
          year: { fontFamily: faces.fig, fontWeight: 500, color: tokens.ink2, fontSize: 20 * u },
        },
      },
    },
    yAxis: { type: 'value', min: 0, max: 1, show: false },
    series: [
      {
        id: 'asked',
        type: 'custom',
        silent: true,
        z: 3,
        clip: false,
        data: [[axis.dayOf(asOf) + 1, 0]],
        renderItem: (_params, api) => {
          const [x = 0] = api.coord([Number(api.value(0)), 0]);
          const pen = penOf(context);
          const text = words.spans.asOf(formatDate(asOf, lang));
          // Left of its line, and clear of the key to the table in the corner.
          const at = Math.min(x - 8 * u, width - TABLE_KEY * u);
          pen.write(plain(text), [at, 12 * u], { size: 16, fill: tokens.ink2, align: 'right' });
          if (layout.left > 0) {
            pen.write(plain(words.spans.left(layout.left)), [0, 12 * u], {
              size: 16,
              fill: tokens.ink2,
            });
          }
          return {
            type: 'group',
            children: [
              {
                type: 'line',
                shape: { x1: x, y1: plot.top - 8 * u, x2: x, y2: plot.bottom },
                style: { stroke: tokens.ink2, lineWidth: 2 * u, lineDash: [3 * u, 5 * u] },
              },
              ...pen.elements,
            ],
          };
        },
      },
      {
        id: 'spans',
        type: 'custom',
        silent: true,
        z: 5,
        clip: false,
        encode: { x: [0, 1] },
        data: spots.map(({ index }) => {
          const span = spans[index];
          const to = span === undefined ? 0 : axis.dayOf(span.to);
          return [span?.from == null ? to : axis.dayOf(span.from), to, index];
        }),
        renderItem: (_params, api) => {
          const spot = spots[Number(api.value(2))];
          const xOf = (day: number) => api.coord([day, 0])[0] ?? 0;
          return { type: 'group', children: spot === undefined ? [] : draw(spot, xOf) };
        },
      },
    ],
  };
}
