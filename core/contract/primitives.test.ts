import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIsoDate, isPartialDate } from '#core/domain/dates.ts';
import { anyPartialDate } from '#tests/properties/arbitrary-values.ts';
import { instantSchema, isoDateSchema, partialDateSchema, periodSchema } from './primitives.ts';

const digits = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0'));
const anyText = fc.oneof(
  anyPartialDate,
  fc.tuple(fc.constantFrom('2021', '2020', '1900'), digits, digits).map((parts) => parts.join('-')),
  fc.tuple(fc.constantFrom('2021', '21'), digits).map((parts) => parts.join('-')),
  fc.string(),
);

test('the contract and the domain agree on what a date is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isoDateSchema.safeParse(text).success).toBe(isIsoDate(text));
      expect(partialDateSchema.safeParse(text).success).toBe(isPartialDate(text));
    }),
    { numRuns: 500 },
  );
});

test('a period is two days that exist', () => {
  expect(periodSchema.safeParse({ from: '2021-01-01', to: '2021-12-31' }).success).toBe(true);
  expect(periodSchema.safeParse({ from: '2021-02-30', to: '2021-12-31' }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2021-01', to: '2021-12' }).success).toBe(false);
});

test('an instant is in UTC with milliseconds', () => {
  expect(instantSchema.safeParse('2021-05-31T08:00:00.000Z').success).toBe(true);
  expect(instantSchema.safeParse('2021-05-31T08:00:00Z').success).toBe(false);
  expect(instantSchema.safeParse('2021-05-31T08:00:00.000+08:00').success).toBe(false);
});
