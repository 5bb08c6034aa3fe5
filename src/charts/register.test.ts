import { describe, expect, test } from 'vitest';
import { chartSvg } from '#src/charts/chart-svg.ts';
import type { ChartOption, OptionBuilder } from '#src/charts/option.ts';
import { number, penOf } from '#src/charts/pen.ts';

const box = { width: 400, height: 300, u: 1, theme: 'dark' } as const;
const svgOf = (build: OptionBuilder) => chartSvg(build, box);

/** Each part of the register in one picture; what ECharts does not know it would leave out without a word. */
const everything: OptionBuilder = (context) => ({
  grid: { left: 60, top: 30, width: 300, height: 200 },
  xAxis: { type: 'value', min: 0, max: 10, axisTick: { show: true, customValues: [0, 10] } },
  yAxis: { type: 'value', min: 0, max: 100, splitLine: { show: true }, name: 'axis name' },
  series: [
    {
      type: 'line',
      data: [
        [0, 0],
        [10, 100],
      ],
      lineStyle: { color: '#010203' },
      markLine: {
        symbol: 'none',
        data: [{ yAxis: 80, label: { formatter: 'the target' }, lineStyle: { color: '#040506' } }],
      },
      markArea: { itemStyle: { color: '#070809' }, data: [[{ xAxis: 2 }, { xAxis: 4 }]] },
    },
    {
      type: 'custom',
      data: [[5, 50]],
      renderItem: () => {
        const pen = penOf(context);
        pen.rule(
          [
            [0, 0],
            [9, 9],
          ],
          '#0a0b0c',
          2,
        );
        pen.write(`gap ${number('16.4', 'm')}`, [50, 50], { size: 20, fill: '#0d0e0f' });
        return { type: 'group', children: pen.elements };
      },
    },
  ],
});

describe('every registered part is in the drawing', () => {
  const svg = svgOf(everything);
  test.each([
    ['line series', '#010203'],
    ['mark line', '#040506'],
    ['label of the mark line', 'the target'],
    ['mark area', '#070809'],
    ['line of a custom series', '#0a0b0c'],
    ['words of a custom series', 'gap '],
    ['styled number of a custom series', '16.4'],
    ['axis name', 'axis name'],
    ['axis label', '>100<'],
  ])('%s', (_part, mark) => {
    expect(svg).toContain(mark);
  });
});

test('words from data are text, never markup', () => {
  const evil = '<script>alert(1)</script>&"';
  const option: ChartOption = {
    xAxis: { type: 'value', axisLabel: { formatter: () => evil } },
    yAxis: { type: 'value', name: evil },
    series: [
      {
        type: 'line',
        data: [[0, 1]],
        markLine: { data: [{ yAxis: 1, label: { formatter: evil } }] },
      },
      {
        type: 'custom',
        data: [[0, 1]],
        renderItem: () => ({ type: 'text', style: { text: evil } }),
      },
    ],
  };
  const svg = svgOf(() => option);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
});

test('lines and letters grow with the scale of the wall', () => {
  const tick = (u: number) => /font-size:([\d.]+)px/.exec(chartSvg(everything, { ...box, u }))?.[1];
  expect(Number(tick(2))).toBe(2 * Number(tick(1)));
});
