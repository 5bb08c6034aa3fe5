import type { ChartContext, ChartOption } from '#src/charts/option.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { faces } from '#src/charts/tokens.ts';
import { moneyTicks, timeTicks, type YearRamp } from '#src/features/funds/year-ramp.ts';
import { notes } from '#src/features/funds/year-ramp-notes.ts';
import type { RampText } from '#src/features/funds/year-ramp-text.ts';

/** Below this width (in drawing pixels) the side notes leave the drawing; the page prints them under it. */
const COMPACT_BELOW = 760;

/** Diagonal lines at 45 degrees, as an SVG pattern; on the page's ground, not on a fill. */
const hatch = (stroke: string, u: number) => ({
  type: 'pattern' as const,
  svgElement: {
    tag: 'path',
    key: 'hatch',
    attrs: { d: `M0 0V${9 * u}`, stroke, 'stroke-width': 2 * u, opacity: 0.55 },
  },
  svgWidth: 9 * u,
  svgHeight: 9 * u,
  rotation: Math.PI / 4,
});

/**
 * The year ramp: the straight schedule, what was paid, and the vertical gap between both at the figure's own date;
 * hatched days are days without a new figure. Both axes start at 0; the plan is a tick of its own.
 */
export function yearRampOption(ramp: YearRamp, text: RampText, context: ChartContext): ChartOption {
  const { tokens, u, width, height } = context;
  const compact = width / u < COMPACT_BELOW;
  const plot = {
    left: (compact ? 58 : 84) * u,
    right: width - (compact ? 18 : 188) * u,
    top: 62 * u,
    bottom: height - 54 * u,
  };
  const time = timeTicks(ramp.period);
  const labelWidth = Math.max(...time.map((tick) => roughWidth(text.time(tick), 18))) + 16;
  const every = Math.ceil((time.length * labelWidth * u) / (plot.right - plot.left));
  const named = new Map(
    time
      .filter((_, index) => index % every === 0)
      .map((tick) => [(tick.fromDay + tick.toDay) / 2, tick] as const),
  );
  const money = moneyTicks(ramp.planFen, ramp.topFen);
  const figures = { fontFamily: faces.fig, fontWeight: 600 } as const;
  const first = ramp.points[0];
  const { latest } = ramp;

  return {
    animation: false,
    grid: {
      left: plot.left,
      top: plot.top,
      width: plot.right - plot.left,
      height: plot.bottom - plot.top,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: ramp.totalDays,
      axisTick: { show: true, customValues: [...time.map((tick) => tick.fromDay), ramp.totalDays] },
      axisLabel: {
        customValues: [...named.keys()],
        formatter: (day: number) => {
          const tick = named.get(day);
          if (tick === undefined) return '';
          return `{${tick.toDay <= latest.day ? 'past' : 'ahead'}|${text.time(tick)}}`;
        },
        rich: {
          past: { color: tokens.ink, fontSize: 18 * u },
          ahead: { color: tokens.ink3, fontSize: 18 * u },
        },
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: ramp.topFen,
      name: text.axis,
      nameLocation: 'end',
      nameGap: 22 * u,
      nameTextStyle: { align: 'left', color: tokens.ink2, fontSize: 18 * u },
      axisTick: { customValues: [...money] },
      axisLabel: {
        customValues: [...money],
        margin: (compact ? 8 : 14) * u,
        formatter: (fen: number) =>
          `{${fen === ramp.planFen ? 'plan' : 'step'}|${text.money(fen)}}`,
        rich: {
          plan: { ...figures, color: tokens.ink, fontSize: (compact ? 18 : 22) * u },
          step: {
            ...figures,
            fontWeight: 500,
            color: tokens.ink2,
            fontSize: (compact ? 18 : 20) * u,
          },
        },
      },
      splitLine: { show: true },
    },
    series: [
      {
        id: 'schedule',
        type: 'line',
        silent: true,
        z: 4,
        data: [
          [0, 0],
          [ramp.totalDays, ramp.planFen],
        ],
        lineStyle: { color: tokens.ink2, width: 2.5 * u },
        markLine: {
          symbol: 'none',
          data: [
            {
              yAxis: ramp.planFen,
              lineStyle: { color: tokens.data2, width: 2 * u, type: 'solid' },
              label: {
                position: compact ? 'insideEndTop' : 'end',
                distance: compact ? 6 * u : 24 * u,
                formatter: text.plan,
                fontSize: (compact ? 17 : 20) * u,
                color: tokens.ink,
              },
            },
            {
              xAxis: ramp.asked.day,
              lineStyle: { color: tokens.ink2, width: 2 * u, type: [3 * u, 5 * u] },
              label: { show: false },
            },
          ],
        },
        ...(ramp.silent === null
          ? {}
          : {
              markArea: {
                itemStyle: { color: hatch(tokens.ink3, u) },
                data: [[{ xAxis: ramp.silent.from }, { xAxis: ramp.silent.to }]],
              },
            }),
      },
      {
        id: 'join',
        type: 'line',
        silent: true,
        z: 5,
        data:
          first === undefined
            ? []
            : [
                [0, 0],
                [first.day, first.fen],
              ],
        lineStyle: { color: tokens.data, width: 3 * u, type: [2 * u, 6 * u] },
      },
      {
        id: 'paid',
        type: 'line',
        silent: true,
        z: 7,
        data: ramp.points.map((point, index) => ({
          value: [point.day, point.fen],
          symbolSize: (index === ramp.points.length - 1 ? 22 : 12) * u,
        })),
        symbol: 'circle',
        showAllSymbol: true,
        itemStyle: { color: tokens.data },
        lineStyle: { color: tokens.data, width: 3 * u },
      },
      {
        id: 'gap',
        type: 'custom',
        silent: true,
        z: 6,
        clip: false,
        encode: { x: 0, y: [1, 2] },
        data: [[latest.day, ramp.expectedFen, latest.fen]],
        renderItem: (_params, api) => {
          const day = Number(api.value(0));
          const [x = 0, expectedY = 0] = api.coord([day, Number(api.value(1))]);
          const [, actualY = 0] = api.coord([day, Number(api.value(2))]);
          const stroke = latest.gapPoints < 0 ? tokens.near : tokens.data2;
          return {
            type: 'group',
            children: [
              {
                type: 'line',
                shape: { x1: x, y1: expectedY, x2: x, y2: actualY },
                style: { stroke, lineWidth: 7 * u },
              },
              {
                type: 'circle',
                shape: { cx: x, cy: expectedY, r: 7 * u },
                style: { fill: context.ground, stroke: tokens.ink, lineWidth: 3 * u },
              },
            ],
          };
        },
      },
      {
        id: 'notes',
        type: 'custom',
        silent: true,
        z: 8,
        clip: false,
        data: [[latest.day, latest.fen]],
        renderItem: (_params, api) => ({
          type: 'group',
          children: notes({
            ramp,
            text,
            context,
            compact,
            plot,
            at: (day, fen) => {
              const [x = 0, y = 0] = api.coord([day, fen]);
              return [x, y];
            },
          }),
        }),
      },
    ],
  };
}
