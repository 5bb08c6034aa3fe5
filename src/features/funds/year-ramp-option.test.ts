import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import { addDays } from '#core/domain/dates.ts';
import { chartSvg } from '#src/charts/chart-svg.ts';
import { faces, tokensOf } from '#src/charts/tokens.ts';
import { funds as en } from '#src/i18n/en/funds.ts';
import { funds as zh } from '#src/i18n/zh/funds.ts';
import { fundLike, plannedFund, sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { yearRamp } from './year-ramp.ts';
import { yearRampOption } from './year-ramp-option.ts';
import { rampText } from './year-ramp-text.ts';

const words = { zh, en };
const wide = { width: 1056, height: 748, u: 1, theme: 'dark' } as const;
const year = { from: '2021-01-01', to: '2021-12-31' };
const tokens = tokensOf.dark;
const context = { tokens, face: faces.cjk, ground: tokens.bg, ...wide };

function drawn(board: Board, fund: Fund) {
  const ramp = yearRamp(fund, board.asOf);
  if (typeof ramp === 'string') throw new Error(ramp);
  const text = rampText(fund, ramp, board, words[board.lang]);
  return {
    option: yearRampOption(ramp, text, context),
    svg: (box: Parameters<typeof chartSvg>[1] = wide) =>
      chartSvg((place) => yearRampOption(ramp, text, place), box),
  };
}

/** The words of a drawing, piece by piece. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]).join('·');

const at = (
  asOf: string,
  points: { on: string; cumulativeFen: number }[],
  planFen = 7_900_000_000,
) => {
  const board = { ...sampleBoard(), asOf };
  return drawn(board, fundLike(plannedFund(board), { planFen, period: year, points, asOf }));
};

type Series = { id?: unknown; data?: unknown; markArea?: unknown };
const seriesOf = (option: { series?: unknown }): readonly Series[] =>
  option.series as readonly Series[];
const series = (option: { series?: unknown }, id: string): Series => {
  const found = seriesOf(option).find((row) => row.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
};

describe('the default dataset', () => {
  test.each(['zh', 'en'] as const)('says its numbers in %s', (lang) => {
    const board = sampleBoard(lang);
    const said = wordsOf(drawn(board, plannedFund(board)).svg());
    const expected =
      lang === 'zh'
        ? [
            '7,900',
            '1,300',
            '万元',
            '16.5%',
            '32.9%',
            '差 16.4 个百分点',
            '6,600',
            '推算',
            '全年计划',
            '今日 05-31，序时 41.4%',
            '04-30 以后没有新数',
            '虚线仅连接起点',
            '12月',
          ]
        : [
            '79',
            '13',
            'M yuan',
            '16.5%',
            '32.9%',
            '16.4 points behind',
            '66',
            'derived',
            'Plan of the year',
            'Today 31 May: schedule 41.4%',
            'no new figure after 30 Apr',
            'nothing recorded between',
            'Dec',
          ];
    for (const piece of expected) expect(said).toContain(piece);
  });

  test('draws the marks: plan, gap, hatched days and today', () => {
    const svg = drawn(sampleBoard(), plannedFund(sampleBoard())).svg();
    expect(svg).toContain('<pattern');
    expect(svg).toMatch(new RegExp(`stroke="${tokens.near}" stroke-width="7"`));
    expect(svg).toContain(`stroke="${tokens.data2}"`);
    expect(svg).toContain('stroke-dasharray="3,5"');
  });

  test('both axes start at 0', () => {
    const { option } = drawn(sampleBoard(), plannedFund(sampleBoard()));
    expect(option).toMatchObject({
      xAxis: { min: 0, max: 365 },
      yAxis: { min: 0, max: 7_900_000_000 },
    });
  });

  test('calls the page’s date today only where the clock stands there', () => {
    const board = { ...sampleBoard(), asOf: '2021-05-20' };
    expect(wordsOf(drawn(board, plannedFund(sampleBoard())).svg())).not.toContain('今日');
  });
});

test('the gap that is drawn is the gap that was computed', () => {
  const base = plannedFund(sampleBoard());
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e13 }),
      fc.double({ min: 0, max: 1.5, noNaN: true }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 30, max: 1200 }),
      (planFen, share, day, length) => {
        const period = { from: '2021-01-01', to: addDays('2021-01-01', length) };
        const on = addDays(period.from, Math.min(day, length));
        const asOf = addDays(on, 9);
        const fund = fundLike(base, {
          planFen,
          period,
          points: [{ on, cumulativeFen: Math.round(planFen * share) }],
          asOf,
        });
        const { option } = drawn({ ...sampleBoard(), asOf }, fund);
        const [row] = series(option, 'gap').data as number[][];
        const [x = 0, expected = 0, actual = 0] = row ?? [];
        expect(x).toBe(fund.schedule?.elapsedDays);
        expect(((actual - expected) / planFen) * 100).toBeCloseTo(
          fund.schedule?.gapPoints ?? Number.NaN,
          6,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('one point joins to the origin by dots and says that nothing is recorded between', () => {
  const { svg } = at('2021-05-31', [{ on: '2021-04-30', cumulativeFen: 1_300_000_000 }]);
  expect(svg()).toContain('stroke-dasharray="2,6"');
  expect(wordsOf(svg())).toContain('期间无记录');
});

test('several points are joined by a solid line, a restated one may fall, and nothing is claimed about gaps', () => {
  const points = [
    { on: '2021-02-28', cumulativeFen: 500_000_000 },
    { on: '2021-04-30', cumulativeFen: 1_300_000_000 },
    { on: '2021-05-31', cumulativeFen: 1_200_000_000 },
  ];
  const { option, svg } = at('2021-05-31', points);
  const paid = series(option, 'paid').data as { value: number[] }[];
  expect(paid.map((point) => point.value)).toEqual([
    [59, 500_000_000],
    [120, 1_300_000_000],
    [151, 1_200_000_000],
  ]);
  expect(wordsOf(svg())).not.toContain('期间无记录');
});

test('ahead of schedule: says so, and is not coloured as a gap', () => {
  const { svg } = at('2021-05-31', [{ on: '2021-04-30', cumulativeFen: 4_200_000_000 }]);
  expect(wordsOf(svg())).toContain('超前 20.3 个百分点');
  expect(svg()).not.toContain(tokens.near);
});

test('paid beyond the plan: measured as such, not as a rest', () => {
  const said = wordsOf(
    at('2021-11-20', [{ on: '2021-10-31', cumulativeFen: 9_000_000_000 }]).svg(),
  );
  expect(said).toContain('超出计划');
  expect(said).toContain('1,100');
  expect(said).not.toContain('尚未支付');
});

test('a figure of the page’s date has no hatched days', () => {
  const { option, svg } = at('2021-04-30', [{ on: '2021-04-30', cumulativeFen: 1_300_000_000 }]);
  expect(series(option, 'schedule').markArea).toBeUndefined();
  expect(wordsOf(svg())).not.toContain('没有新数');
});

test('a qualifier stays with its number and is text', () => {
  const board = sampleBoard();
  const fund = plannedFund(board);
  if (fund.disbursed === null) throw new Error('no payment');
  const said = wordsOf(
    drawn(board, { ...fund, disbursed: { ...fund.disbursed, qualifier: 'under' } }).svg(),
  );
  expect(said).toContain('已拨付 &lt;');
});

test('several years are named by their quarters', () => {
  const board = { ...sampleBoard(), asOf: '2022-05-31' };
  const fund = fundLike(plannedFund(board), {
    planFen: 30_000_000_000,
    period: { from: '2021-01-01', to: '2023-12-31' },
    points: [{ on: '2022-04-30', cumulativeFen: 12_000_000_000 }],
    asOf: board.asOf,
  });
  const said = wordsOf(drawn(board, fund).svg());
  expect(said).toContain('2022-01');
  expect(said).toContain('计划总额');
  expect(said).toContain('亿元');
});

test.each([
  ['wall 16:9', 1056, 748, 1],
  ['wall 4K', 2112, 1496, 2],
  ['desk', 750, 560, 0.78],
  ['phone', 366, 300, 0.81],
])('%s: every word starts inside the drawing', (_name, width, height, u) => {
  for (const lang of ['zh', 'en'] as const) {
    const board = sampleBoard(lang);
    const svg = drawn(board, plannedFund(board)).svg({ width, height, u, theme: 'light' });
    const spots = [
      ...svg.matchAll(
        /<text[^>]*transform="(?:translate\(([\d.-]+) ([\d.-]+)\)|matrix\([^)]*?,([\d.-]+),([\d.-]+)\))"/g,
      ),
    ];
    expect(spots.length).toBeGreaterThan(10);
    for (const [, tx, ty, mx, my] of spots) {
      expect(Number(tx ?? mx)).toBeGreaterThanOrEqual(0);
      expect(Number(tx ?? mx)).toBeLessThanOrEqual(width);
      expect(Number(ty ?? my)).toBeGreaterThanOrEqual(0);
      expect(Number(ty ?? my)).toBeLessThanOrEqual(height);
    }
  }
});
