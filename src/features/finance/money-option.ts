import type { Figure } from '#core/contract/figure.ts';
import type { Language } from '#core/contract/lists.ts';
import { formatMeasured, moneyScale } from '#core/domain/format.ts';
import { type LabelRow, layRows, type RowSpot, writeLabel } from '#src/charts/label-rows.ts';
import type { ChartContext, ChartOption } from '#src/charts/option.ts';
import { type Element, number, penOf, plain } from '#src/charts/pen.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { faces } from '#src/charts/tokens.ts';
import { type Money, roundTicks } from '#src/features/finance/money.ts';
import { allMoney, moneyWhen } from '#src/features/finance/money-text.ts';
import type { FinanceWords } from '#src/features/finance/words.ts';
import { lastOf } from '#src/lib/last-of.ts';

export type MoneyDrawing = {
  readonly money: Money;
  readonly lang: Language;
  readonly words: FinanceWords;
};

/** A line of the drawing: the head of a group, or an amount. `isApart` = a statement that must not be added to another. */
type Line = LabelRow & { readonly figure: Figure | null; readonly isApart: boolean };

const TOP = 6;
const BOTTOM = 64;
const VALUE = 21;
const BAR = { wide: 30, compact: 14 };

function linesOf({ money, lang, words }: MoneyDrawing): Line[] {
  const line = (figure: Figure, isApart: boolean): Line => ({
    // Under a head that says what they are, the short name is enough.
    name: isApart ? figure.short : money.nameOf(figure),
    sub: moneyWhen(figure, lang, words),
    isHead: false,
    figure,
    isApart,
  });
  const head = (name: string, isApart: boolean): Line => ({
    name,
    sub: null,
    isHead: true,
    figure: null,
    isApart,
  });
  return [
    ...(money.given.length === 0 ? [] : [head(words.money.given, false)]),
    ...money.given.map((figure) => line(figure, false)),
    ...money.apart.flatMap(({ block, figures }) => [
      head(`${block.title} ${words.mark(block.question)}`, true),
      ...figures.map((figure) => line(figure, true)),
    ]),
  ];
}

/**
 * Amounts on one scale of money that starts at 0: solid = stands by itself, outlined = a statement that is kept apart. A bar
 * whose amount is only a lower bound ends in an arrow; its number carries the qualifier.
 */
export function moneyOption(drawing: MoneyDrawing, context: ChartContext): ChartOption {
  const { money, lang, words } = drawing;
  const { tokens, u, width, height } = context;
  const lines = linesOf(drawing);
  const layout = layRows({ rows: lines, width: width / u, height: height / u - TOP - BOTTOM });
  const { compact, spots } = layout;
  const largest = Math.max(0, ...allMoney(money).map((figure) => figure.value));
  const ticks = roundTicks(largest);
  const top = lastOf(ticks) ?? 0;
  const scale = moneyScale(largest, lang);
  const parts = (figure: Figure) => formatMeasured(figure, lang);
  const valueWidth = Math.max(
    0,
    ...allMoney(money).map((figure) => {
      const { qualifier, number: digits, unit } = parts(figure);
      return roughWidth(`${qualifier} ${unit} `, VALUE) + roughWidth(digits, VALUE * 1.2);
    }),
  );
  const plot = {
    left: (compact ? 12 : layout.labelWidth + 28) * u,
    right: width - (compact ? 24 : valueWidth + 40) * u,
    top: TOP * u,
    bottom: (TOP + (lastOf(spots)?.bottom ?? 0)) * u,
  };

  const draw = (spot: RowSpot, xOf: (fen: number) => number): Element[] => {
    const line = lines[spot.index];
    if (line === undefined) return [];
    const pen = penOf(context);
    const { barY } = writeLabel(spot, { pen, tokens, u, layout, top: plot.top });
    const { figure } = line;
    if (figure === null) {
      if (spot.index > 0) {
        const y = plot.top + (spot.top + 4) * u;
        pen.rule(
          [
            [0, y],
            [width, y],
          ],
          tokens.ink3,
          1,
        );
      }
      return pen.elements;
    }
    const bar = (compact ? BAR.compact : BAR.wide) * u;
    const left = xOf(0);
    const right = Math.max(xOf(figure.value), left + 2 * u);
    const shapes: Element[] = [
      {
        type: 'rect',
        shape: { x: left, y: barY - bar / 2, width: right - left, height: bar },
        style: line.isApart
          ? { fill: tokens.data3, stroke: tokens.data2, lineWidth: 2 * u }
          : { fill: tokens.data },
      },
    ];
    const isFloor = figure.qualifier === 'over';
    if (isFloor) {
      const edge = right + 3 * u;
      shapes.push({
        type: 'polygon',
        shape: {
          points: [
            [edge, barY - bar / 2],
            [edge + bar / 2, barY],
            [edge, barY + bar / 2],
          ],
        },
        style: { fill: tokens.data2 },
      });
    }
    const { qualifier, number: digits, unit } = parts(figure);
    const said = [plain(qualifier), number(digits, 'm'), plain(unit)]
      .filter((part) => part !== '')
      .join(' ');
    if (compact) {
      const y = plot.top + spot.top * u + 16 * u;
      pen.write(said, [width, y], { size: 18, fill: tokens.ink, align: 'right' });
    } else {
      const x = right + (isFloor ? bar / 2 + 3 * u : 0) + 10 * u;
      pen.write(said, [x, barY], { size: VALUE, fill: tokens.ink, ground: context.ground });
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
      max: top,
      name: scale.unit,
      nameLocation: 'middle',
      nameGap: 36 * u,
      nameTextStyle: { color: tokens.ink2, fontSize: 16 * u },
      axisTick: { show: false, customValues: [...ticks] },
      splitLine: { show: true },
      axisLabel: {
        customValues: [...ticks],
        margin: 10 * u,
        formatter: (fen: number) => `{tick|${scale.number(fen)}}`,
        rich: {
          tick: { fontFamily: faces.fig, fontWeight: 500, color: tokens.ink2, fontSize: 18 * u },
        },
      },
    },
    yAxis: { type: 'value', min: 0, max: 1, show: false },
    series: [
      {
        id: 'amounts',
        type: 'custom',
        silent: true,
        z: 5,
        clip: false,
        encode: { x: 0 },
        data: spots.map(({ index }) => [lines[index]?.figure?.value ?? 0, index]),
        renderItem: (_params, api) => {
          const spot = spots[Number(api.value(1))];
          const xOf = (fen: number) => api.coord([fen, 0])[0] ?? 0;
          return { type: 'group', children: spot === undefined ? [] : draw(spot, xOf) };
        },
      },
      {
        id: 'left',
        type: 'custom',
        silent: true,
        clip: false,
        data: layout.left > 0 ? [[0, 0]] : [],
        renderItem: () => {
          const pen = penOf(context);
          pen.write(plain(words.money.left(layout.left)), [0, plot.bottom + 22 * u], {
            size: 16,
            fill: tokens.ink2,
          });
          return { type: 'group', children: pen.elements };
        },
      },
    ],
  };
}
