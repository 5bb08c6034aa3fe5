import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysIn } from '#core/domain/dates.ts';
import { fundLike, plannedFund, sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { moneyTicks, timeTicks, yearRamp } from './year-ramp.ts';

const year = { from: '2021-01-01', to: '2021-12-31' };

describe('the ramp of the default dataset', () => {
  const ramp = yearRamp(plannedFund(sampleBoard()), '2021-05-31');
  if (typeof ramp === 'string') throw new Error(ramp);

  test('stands at day 120 of 365, 16.4 points below its schedule', () => {
    expect(ramp.latest).toMatchObject({ on: '2021-04-30', day: 120, fen: 1_300_000_000 });
    expect(ramp.totalDays).toBe(365);
    expect(ramp.latest.gapPoints).toBeCloseTo(-16.42, 2);
    expect(ramp.expectedFen).toBeCloseTo(7_900_000_000 * (120 / 365), 0);
  });

  test('knows the days without a new figure', () => {
    expect(ramp.silent).toEqual({ from: 120, to: 151 });
  });
});

test('a figure of the page’s own date leaves no silent days', () => {
  const ramp = yearRamp(plannedFund(sampleBoard('zh', '2021-04-30')), '2021-04-30');
  expect(ramp).toMatchObject({ silent: null });
});

test('a fund without a plan, or without a payment, has no ramp and says which', () => {
  const board = sampleBoard();
  const unplanned = board.funds.find((fund) => fund.planned === null);
  expect(unplanned && yearRamp(unplanned, board.asOf)).toBe('no-plan');
  const unpaid = { ...plannedFund(board), disbursed: null, schedule: null, points: [] };
  expect(yearRamp(unpaid, board.asOf)).toBe('no-figure');
});

test('more paid than planned makes the axis higher, never the plan', () => {
  const fund = fundLike(plannedFund(sampleBoard()), {
    planFen: 1000,
    period: year,
    points: [{ on: '2021-06-30', cumulativeFen: 1500 }],
    asOf: '2021-07-31',
  });
  expect(yearRamp(fund, '2021-07-31')).toMatchObject({ planFen: 1000, topFen: 1500 });
});

test('a page dated after the plan’s period stays inside its axis', () => {
  const fund = fundLike(plannedFund(sampleBoard()), {
    planFen: 1000,
    period: year,
    points: [{ on: '2021-12-20', cumulativeFen: 900 }],
    asOf: '2022-02-10',
  });
  expect(yearRamp(fund, '2022-02-10')).toMatchObject({
    asked: { day: 365 },
    silent: { from: 354, to: 365 },
  });
});

describe('ticks of the money axis', () => {
  test('of the default dataset: round steps and the plan', () => {
    expect(moneyTicks(7900, 7900)).toEqual([0, 2000, 4000, 6000, 7900]);
  });

  test('always start at 0, hold the plan, are at most five and apart from each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e13 }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (plan, over) => {
          const top = plan * over;
          const ticks = moneyTicks(plan, top);
          expect(ticks[0]).toBe(0);
          expect(ticks).toContain(plan);
          expect(ticks.length).toBeLessThanOrEqual(5);
          for (const [index, tick] of ticks.entries()) {
            if (index > 0) expect(tick - (ticks[index - 1] ?? 0)).toBeGreaterThan(0.05 * top);
          }
        },
      ),
    );
  });
});

describe('ticks of the time axis', () => {
  test('a year has its twelve months', () => {
    const ticks = timeTicks(year);
    expect(ticks.map((tick) => tick.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(ticks[3]).toMatchObject({ fromDay: 90, toDay: 120 });
  });

  test.each([
    [{ from: '2020-01-01', to: '2020-12-31' }, 12],
    [{ from: '2021-03-15', to: '2021-06-10' }, 4],
    [{ from: '2021-01-01', to: '2023-12-31' }, 12],
    [{ from: '2016-01-01', to: '2025-12-31' }, 10],
  ])('%j is covered without a hole by %i stretches', (period, count) => {
    const ticks = timeTicks(period);
    expect(ticks).toHaveLength(count);
    expect(ticks[0]?.fromDay).toBe(0);
    expect(ticks.at(-1)?.toDay).toBe(daysIn(period));
    for (const [index, tick] of ticks.entries()) {
      expect(tick.toDay).toBeGreaterThan(tick.fromDay);
      if (index > 0) expect(tick.fromDay).toBe(ticks[index - 1]?.toDay);
    }
  });
});
