/** Arbitrary small values of the domain: days, partial dates, periods, numbers with their qualifiers. */
import fc from 'fast-check';
import { languages, qualifiers, units } from '#core/contract/lists.ts';
import { addDays, daysIn } from '#core/domain/dates.ts';
import type { Bilingual, IsoDate, Period } from '#core/domain/records.ts';

const FIRST_DAY = '2019-12-16';
const DAYS = 1_080;

/**
 * A day from December 2019 to November 2022: across a leap year, month ends and year ends. Every other one is of a
 * coarse grid, so that dates meet each other.
 */
export const anyDay: fc.Arbitrary<IsoDate> = fc
  .oneof(
    fc.integer({ min: 0, max: DAYS }),
    fc.integer({ min: 0, max: DAYS / 45 }).map((n) => n * 45),
  )
  .map((days) => addDays(FIRST_DAY, days));

/** A day, a month or a year. */
export const anyPartialDate = fc
  .tuple(anyDay, fc.constantFrom(10, 10, 10, 7, 7, 4))
  .map(([day, length]) => day.slice(0, length));

/** A period of at most about two years; one day at least. */
export const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 730 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

/** A calendar year, 2020 or 2021. */
export const anyYear: fc.Arbitrary<Period> = fc
  .integer({ min: 2020, max: 2021 })
  .map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));

/** A day of a period, both ends included. */
export const dayWithin = (period: Period): fc.Arbitrary<IsoDate> =>
  fc.integer({ min: 0, max: daysIn(period) - 1 }).map((days) => addDays(period.from, days));

/** Whole fen: none, small change, up to ten billion yuan. */
export const anyFen = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.integer({ min: 1, max: 1_000_000_000_000 }),
);

/** Mostly exact, as in life; then sums and shares of every kind come about. */
export const anyQualifier = fc.oneof(
  { weight: 3, arbitrary: fc.constant('exact' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...qualifiers) },
);
export const anyUnit = fc.constantFrom(...units);
export const anyLanguage = fc.constantFrom(...languages);

/** null now and then: the source does not say. */
export const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: 3 });

/** Names that cannot be mistaken for each other. */
export const named = (what: string, index: number): Bilingual => ({
  zh: `${what}·${index}`,
  en: `${what} ${index}`,
});
