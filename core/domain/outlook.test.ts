import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPeriod, dayWithin } from '#tests/properties/arbitrary-values.ts';
import { addDays } from './dates.ts';
import { outlookOf, reachesInTime } from './outlook.ts';
import { scheduleProgress } from './schedule.ts';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const outlook = (actual: number, asOf: string, period = YEAR) => {
  const progress = scheduleProgress({ actual, plan: 100, period, asOf });
  return progress === null ? null : outlookOf(progress);
};

test('what the rest asks for is what is left over the days that are left', () => {
  const ahead = outlook(20, '2021-04-30');
  expect(ahead).toMatchObject({ remainingDays: 245, remainingPercent: 80 });
  expect(ahead?.requiredPerDayPercent).toBeCloseTo(80 / 245, 12);
  expect(ahead?.pacePerDayPercent).toBeCloseTo(20 / 120, 12);
  expect(ahead?.projectedPercent).toBeCloseTo((20 / 120) * 365, 9);
});

test('no day left asks for no rate; no pace leads to no day', () => {
  expect(outlook(90, '2021-12-31')).toMatchObject({
    remainingDays: 0,
    requiredPerDayPercent: null,
  });
  expect(outlook(0, '2021-04-30')).toMatchObject({ pacePerDayPercent: 0, projectedReachOn: null });
});

test('a figure on schedule reaches its plan in time, one behind it does not', () => {
  const anyCase = anyPeriod.chain((period) =>
    fc.tuple(fc.constant(period), dayWithin(period), fc.integer({ min: 1, max: 200 })),
  );
  fc.assert(
    fc.property(anyCase, ([period, asOf, actual]) => {
      const progress = scheduleProgress({ actual, plan: 100, period, asOf });
      const ahead = progress && outlookOf(progress);
      if (progress === null || ahead === null)
        throw new Error('inside the period there is an outlook');
      // A gap of less than the noise of division decides nothing.
      if (Math.abs(progress.gapPoints) < 1e-6) return;
      const reached = ahead.projectedReachOn;
      expect(reachesInTime(ahead, period)).toBe(progress.gapPoints > 0);
      expect(ahead.projectedPercent >= 100).toBe(progress.gapPoints > 0);
      if (reached !== null) expect(reached >= period.from).toBe(true);
    }),
  );
  expect(outlook(100, '2021-07-01')?.projectedReachOn).toBe(addDays('2021-07-01', 0));
});
