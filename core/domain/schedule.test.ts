import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyPeriod, dayWithin } from '#tests/properties/arbitrary-values.ts';
import { addDays, daysBetween } from './dates.ts';
import {
  elapsedDays,
  expectedValue,
  isLevel,
  linearPercent,
  scheduleProgress,
  standing,
} from './schedule.ts';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const anyPeriodAndDay = anyPeriod.chain((period) =>
  fc.tuple(fc.constant(period), dayWithin(period)),
);

describe('linear schedule progress', () => {
  test('30 April is day 120 of 365: 32.9 %, and 13 of 79 million is 16.4 points behind it', () => {
    const progress = scheduleProgress({
      actual: 1_300_000_000,
      plan: 7_900_000_000,
      period: YEAR,
      asOf: '2021-04-30',
    });
    expect(progress).toMatchObject({ elapsedDays: 120, totalDays: 365, on: '2021-04-30' });
    expect(progress?.expectedPercent).toBeCloseTo(32.877, 3);
    expect(progress?.actualPercent).toBeCloseTo(16.456, 3);
    // From the raw values: the rounded ones would give 32.9 - 16.5 = 16.4 here, and 0.1 off elsewhere.
    expect(progress?.gapPoints).toBeCloseTo(-16.421, 3);
  });

  test('the first day counts, the last day is all of it', () => {
    expect(elapsedDays(YEAR, '2020-12-31')).toBe(0);
    expect(elapsedDays(YEAR, '2021-01-01')).toBe(1);
    expect(linearPercent(YEAR, '2021-12-31')).toBe(100);
    expect(linearPercent(YEAR, '2023-01-01')).toBe(100);
    expect(elapsedDays({ from: '2020-01-01', to: '2020-12-31' }, '2020-02-29')).toBe(60);
  });

  test('never falls, and stays within 0 and 100', () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, fc.nat(300), (period, day, more) => {
        const [now, later] = [
          linearPercent(period, day),
          linearPercent(period, addDays(day, more)),
        ];
        expect(now).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(now);
        expect(later).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('a figure known to the month is compared at the end of that month', () => {
    const ask = { actual: 5, plan: 10, period: YEAR };
    expect(scheduleProgress({ ...ask, asOf: '2021-04' })).toEqual(
      scheduleProgress({ ...ask, asOf: '2021-04-30' }),
    );
  });

  test('there is nothing to compare before the period, nor without a plan', () => {
    expect(scheduleProgress({ actual: 5, plan: 10, period: YEAR, asOf: '2020-12-31' })).toBeNull();
    expect(scheduleProgress({ actual: 5, plan: 0, period: YEAR, asOf: '2021-04-30' })).toBeNull();
  });

  test('a payment after the end is held against the whole plan, under its own date', () => {
    expect(
      scheduleProgress({ actual: 9, plan: 10, period: YEAR, asOf: '2022-01-20' }),
    ).toMatchObject({
      on: '2022-01-20',
      elapsedDays: 365,
      expectedPercent: 100,
      actualPercent: 90,
    });
  });

  test('what a curve promises after the end of its period is not asked for', () => {
    const curve = { curve: 'monthly' as const, points: [{ on: '2022-12-31', value: 20 }] };
    const progress = scheduleProgress({
      actual: 9,
      plan: 10,
      period: YEAR,
      asOf: '2022-06-30',
      curve,
    });
    expect(progress?.expectedPercent).toBe(100);
  });

  test('data is never clamped: 130 % of the plan stays 130 %', () => {
    const progress = scheduleProgress({ actual: 13, plan: 10, period: YEAR, asOf: '2021-12-31' });
    expect(progress?.actualPercent).toBe(130);
    expect(progress?.gapPoints).toBe(30);
  });
});

describe('a target with its own curve', () => {
  const points = [
    { on: '2021-06-30', value: 60 },
    { on: '2021-03-31', value: 10 },
  ];
  const monthly = { period: YEAR, value: 100, curve: 'monthly' as const, points };
  const steps = { period: YEAR, value: 100, curve: 'steps' as const, points };

  test('monthly: straight between its points, from 0 before the first day to its value on the last', () => {
    expect(expectedValue(monthly, '2020-12-31')).toBe(0);
    expect(expectedValue(monthly, '2021-01-09')).toBeCloseTo(1, 9);
    expect(expectedValue(monthly, '2021-03-31')).toBe(10);
    expect(expectedValue(monthly, '2021-05-15')).toBeCloseTo(10 + (50 * 45) / 91, 9);
    expect(expectedValue(monthly, '2021-06-30')).toBe(60);
    expect(expectedValue(monthly, '2021-09-30')).toBeCloseTo(60 + (40 * 92) / 184, 9);
    expect(expectedValue(monthly, '2021-12-31')).toBe(100);
    expect(expectedValue(monthly, '2025-01-01')).toBe(100);
  });

  test('steps: jumps on each point’s day and not before', () => {
    expect(expectedValue(steps, '2021-03-30')).toBe(0);
    expect(expectedValue(steps, '2021-03-31')).toBe(10);
    expect(expectedValue(steps, '2021-06-29')).toBe(10);
    expect(expectedValue(steps, '2021-12-30')).toBe(60);
    expect(expectedValue(steps, '2021-12-31')).toBe(100);
  });

  test('a curve without points is refused by name', () => {
    expect(() => expectedValue({ ...monthly, points: null }, '2021-05-31')).toThrow(
      'a monthly curve',
    );
    expect(() => expectedValue({ ...steps, points: [] }, '2021-05-31')).toThrow('a steps curve');
  });

  test('rising points give a schedule that never falls, stays in its bounds and meets every point', () => {
    const anyTarget = anyPeriod.chain((period) =>
      fc.record({
        period: fc.constant(period),
        value: fc.constant(1_000),
        curve: fc.constantFrom('monthly' as const, 'steps' as const),
        points: fc
          .uniqueArray(dayWithin(period), { minLength: 1, maxLength: 5 })
          .map((days) => days.sort().map((on, n) => ({ on, value: n * 100 }))),
      }),
    );
    fc.assert(
      fc.property(anyTarget, anyDay, fc.nat(200), (target, day, more) => {
        const [now, later] = [
          expectedValue(target, day),
          expectedValue(target, addDays(day, more)),
        ];
        expect(later).toBeGreaterThanOrEqual(now);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(1_000);
        for (const point of target.points)
          expect(expectedValue(target, point.on)).toBe(point.value);
      }),
    );
  });

  test('one point a day on the straight line is the straight line', () => {
    fc.assert(
      fc.property(anyPeriodAndDay, ([period, day]) => {
        const points = [0, 1, 2].map((n) => {
          const on = addDays(
            period.from,
            Math.floor((daysBetween(period.from, period.to) * n) / 2),
          );
          return { on, value: linearPercent(period, on) };
        });
        const curve = expectedValue({ period, value: 100, curve: 'monthly', points }, day);
        expect(curve).toBeCloseTo(linearPercent(period, day), 6);
      }),
    );
  });
});

describe('how a gap is read', () => {
  test('a figure where down is better is the mirror image of one where up is', () => {
    const mirrored = {
      ahead: 'behind',
      behind: 'ahead',
      level: 'level',
      'not-judged': 'not-judged',
    };
    fc.assert(
      fc.property(fc.double({ min: -200, max: 200, noNaN: true }), (gap) => {
        expect(standing(gap, 'down')).toBe(standing(-gap, 'up'));
        expect(standing(gap, 'down')).toBe(mirrored[standing(gap, 'up')]);
        expect(standing(gap, 'at-least')).toBe(standing(gap, 'up'));
        expect(standing(gap, 'at-most')).toBe(standing(gap, 'down'));
        expect(standing(gap, 'monitor')).toBe('not-judged');
      }),
    );
  });

  test('what is printed as 0.0 points is neither behind nor ahead', () => {
    expect(standing(-16.4, 'up')).toBe('behind');
    expect(standing(0.1, 'up')).toBe('ahead');
    expect(standing(-0.01, 'up')).toBe('level');
    expect(isLevel(0.1 + 0.2 - 0.3)).toBe(true);
    expect(isLevel(-0.05)).toBe(false);
  });
});
