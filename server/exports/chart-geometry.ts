/** A chart taken apart into simple things, for paper; programs that have charts of their own get the numbers instead. */
import { box, type ChartPart, colours, rule, type ScenePart, stroke, textAt } from './scene.ts';
import { widthOf } from './text-width.ts';

/** A round step that cuts the axis into five at most. */
function stepOf(range: number): number {
  const rough = range / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

type Axis = { readonly low: number; readonly high: number; readonly step: number };

function axisOf(chart: ChartPart): Axis {
  const values = chart.series.flatMap((one) => one.values.filter((value) => value !== null));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === high) return { low: 0, high: 1, step: 1 };
  const step = stepOf(high - low);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}

const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function legend(chart: ChartPart, y: number): ScenePart[] {
  let x = chart.x;
  return chart.series.flatMap(({ name, colour }) => {
    const width = widthOf(name, chart.size, false) + 8;
    const parts = [
      box(x, y + 6, 18, 18, colour, { colour: colours.data2, width: 1 }),
      textAt(x + 26, y, width, name, { size: chart.size, colour: colours.ink2, most: 1 }),
    ];
    x += width + 56;
    return parts;
  });
}

/** The chart as boxes, lines and words. */
export function chartParts(chart: ChartPart): ScenePart[] {
  const { x, y, width, height, size } = chart;
  const axis = axisOf(chart);
  const hasLegend = chart.series.length > 1;
  const labels: number[] = [];
  for (let value = axis.low; value <= axis.high + axis.step / 2; value += axis.step)
    labels.push(value);
  const texts = labels.map((value) => FORMAT.format(value));
  const edge = Math.max(...texts.map((text) => widthOf(text, size, false))) + 14;
  const top = y + size * 2.4 + (hasLegend ? size * 2 : 0);
  const bottom = y + height - size * 2.4;
  const left = x + edge;
  const right = x + width;
  const at = (value: number): number =>
    bottom - ((value - axis.low) / (axis.high - axis.low)) * (bottom - top);
  const slot = (right - left) / Math.max(1, chart.categories.length);
  const every = Math.ceil(
    (Math.max(0, ...chart.categories.map((name) => Math.min(widthOf(name, size - 2, false), 160))) +
      12) /
      slot,
  );
  const bar = (slot * 0.72) / chart.series.length;
  const marks = chart.series.flatMap((one, number): ScenePart[] =>
    one.values.flatMap((value, index): ScenePart[] => {
      if (value === null) return [];
      const middle = left + (index + 0.5) * slot;
      if (chart.type === 'bars') {
        const start = left + index * slot + slot * 0.14 + number * bar;
        const high = Math.min(at(value), at(0));
        const text = FORMAT.format(value);
        const fits = widthOf(text, size - 3, true) < Math.max(bar * 1.5, 40);
        return [
          box(start, high, bar * 0.92, Math.max(1, Math.abs(at(value) - at(0))), one.colour, {
            colour: colours.data2,
            width: 1,
          }),
          ...(fits
            ? [
                textAt(start - bar, high - size * 1.5, bar * 2.92, text, {
                  size: size - 3,
                  bold: true,
                  align: 'center' as const,
                  most: 1,
                }),
              ]
            : []),
        ];
      }
      const before = one.values[index - 1];
      return [
        ...(before === undefined || before === null
          ? []
          : [stroke([middle - slot, at(before)], [middle, at(value)], one.colour, 4)]),
        { kind: 'disc', centre: [middle, at(value)], radius: 6, fill: one.colour, stroke: null },
      ];
    }),
  );
  return [
    textAt(x, y, width, chart.title, { size: size + 2, bold: true, most: 1 }),
    ...(hasLegend ? legend(chart, y + size * 2) : []),
    ...labels.flatMap((value, index) => [
      rule(
        left,
        at(value),
        right - left,
        value === 0 ? 2 : 1,
        value === 0 ? colours.ink3 : colours.line,
      ),
      textAt(x, at(value) - size * 0.7, edge - 14, texts[index] ?? '', {
        size: size - 2,
        colour: colours.ink2,
        align: 'right' as const,
        most: 1,
      }),
    ]),
    ...marks,
    ...chart.categories.flatMap((name, index) =>
      index % every === 0
        ? [
            textAt(left + index * slot - (slot * (every - 1)) / 2, bottom + 8, slot * every, name, {
              size: size - 2,
              colour: colours.ink2,
              align: 'center' as const,
              most: 1,
            }),
          ]
        : [],
    ),
  ];
}
