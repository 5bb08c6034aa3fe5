import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyPartialDate, anyPeriod } from '#tests/properties/arbitrary-values.ts';
import {
  addDays,
  calendarYear,
  daysBetween,
  daysIn,
  firstDay,
  isIsoDate,
  isKnownBy,
  isPartialDate,
  lastDay,
} from './dates.ts';

describe('which texts are dates', () => {
  test.each(['2021-05-31', '2020-02-29', '2000-02-29', '2021-12-01', '0999-01-01'])(
    '%s is a day',
    (text) => {
      expect(isIsoDate(text)).toBe(true);
      expect(isPartialDate(text)).toBe(true);
    },
  );

  test.each(['2021', '2021-05'])('%s is a date, but no day', (text) => {
    expect(isPartialDate(text)).toBe(true);
    expect(isIsoDate(text)).toBe(false);
  });

  test.each([
    '2021-13-01',
    '2021-00-10',
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-05-00',
    '2021-5-31',
    '2021-13',
    '21-05-31',
    '2021-05-31T00:00:00Z',
    ' 2021-05-31',
    '2021-05-31\n',
    'yesterday',
    '',
  ])('“%s” is none', (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(isIsoDate(text)).toBe(false);
    expect(() => lastDay(text)).toThrow(/not a partial date/);
    expect(() => firstDay(text)).toThrow(/not a partial date/);
    expect(() => addDays(text, 1)).toThrow(/not a date/);
  });

  test('the calendar is that of the clock', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isIsoDate(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });
});

describe('a partial date', () => {
  test('counts as its last day', () => {
    expect(lastDay('2021-05')).toBe('2021-05-31');
    expect(lastDay('2020-02')).toBe('2020-02-29');
    expect(lastDay('2021')).toBe('2021-12-31');
    expect(isKnownBy('2021-05', '2021-05-30')).toBe(false);
    expect(isKnownBy('2021-05', '2021-05-31')).toBe(true);
  });

  test('covers its days and no others', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        const [first, last] = [firstDay(date), lastDay(date)];
        expect(isIsoDate(first) && isIsoDate(last)).toBe(true);
        expect(first.startsWith(date) && last.startsWith(date)).toBe(true);
        expect(addDays(first, -1).startsWith(date)).toBe(false);
        expect(addDays(last, 1).startsWith(date)).toBe(false);
      }),
    );
  });
});

test('days are counted and added alike, across leap days and years', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysBetween('2021-05-31', '2021-05-31')).toBe(0);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (day, days) => {
      const other = addDays(day, days);
      expect(daysBetween(day, other)).toBe(days);
      expect(Math.sign(days)).toBe(other > day ? 1 : other < day ? -1 : 0);
    }),
  );
});

test('a period counts its first and its last day', () => {
  expect(daysIn({ from: '2021-01-01', to: '2021-12-31' })).toBe(365);
  expect(daysIn({ from: '2020-01-01', to: '2020-12-31' })).toBe(366);
  expect(daysIn({ from: '2021-05-31', to: '2021-05-31' })).toBe(1);
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(daysIn(period)).toBe(daysBetween(period.from, period.to) + 1);
    }),
  );
});

test('only a whole calendar year is one', () => {
  expect(calendarYear({ from: '2021-01-01', to: '2021-12-31' })).toBe('2021');
  expect(calendarYear({ from: '2021-01-01', to: '2021-12-30' })).toBeNull();
  expect(calendarYear({ from: '2016-01-01', to: '2020-12-31' })).toBeNull();
});
