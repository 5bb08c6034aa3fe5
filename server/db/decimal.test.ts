import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDecimal, toDecimal } from './decimal.ts';

describe('figures as exact decimals', () => {
  test.each([
    [0, { amount: 0, scale: 0 }],
    [-0, { amount: 0, scale: 0 }],
    [2956, { amount: 2956, scale: 0 }],
    [16.5, { amount: 165, scale: 1 }],
    [-16.4375, { amount: -164375, scale: 4 }],
    [0.000001, { amount: 1, scale: 6 }],
    [1.1, { amount: 11, scale: 1 }],
    [Number.MAX_SAFE_INTEGER, { amount: Number.MAX_SAFE_INTEGER, scale: 0 }],
  ])('%d', (value, decimal) => {
    expect(toDecimal(value)).toEqual(decimal);
  });

  test.each([0.1234567, 0.1 + 0.2, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1e300])(
    '%d is refused',
    (value) => {
      expect(() => toDecimal(value)).toThrow(RangeError);
    },
  );

  test('whatever is written with at most six places comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (amount, places) => {
          const value = Number(`${amount}e-${places}`);
          const decimal = toDecimal(value);
          expect(fromDecimal(decimal)).toBe(value === 0 ? 0 : value);
          expect(decimal.scale).toBeLessThanOrEqual(places);
        },
      ),
    );
  });
});
