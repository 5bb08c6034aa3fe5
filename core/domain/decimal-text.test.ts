import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyUnits, readDecimal, readMoney, unitOf, writeMoney } from './decimal-text.ts';

describe('money as it is typed', () => {
  it.each([
    ['1300', 'wan', 1_300_000_000],
    ['1,300', 'wan', 1_300_000_000],
    ['１３００．５', 'wan', 1_300_500_000],
    ['0.13', 'yi', 1_300_000_000],
    ['13000000', 'yuan', 1_300_000_000],
    ['0.1', 'yuan', 10],
    // As floats these two would be 109.99999999999999 and 57.99999999999999.
    ['1.1', 'yuan', 110],
    ['0.58', 'yuan', 58],
    ['0.000001', 'wan', 1],
  ] as const)('%s in %s is %s fen', (text, unit, value) => {
    expect(readMoney(text, unit)).toEqual({ value });
  });

  it.each([
    ['', 'yuan', 'empty'],
    ['一千', 'yuan', 'fault'],
    ['1e3', 'yuan', 'fault'],
    ['1.2.3', 'yuan', 'fault'],
    ['0.001', 'yuan', 'fraction'],
    ['0.0000001', 'wan', 'fraction'],
    ['999999999999999', 'yi', 'size'],
  ] as const)('%s in %s is not taken', (text, unit, fault) => {
    expect(readMoney(text, unit)).toEqual({ fault });
  });

  it('comes back from every unit as it went in', () => {
    const fen = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fen, fc.constantFrom(...moneyUnits), (value, unit) => {
        expect(readMoney(writeMoney(value, unit), unit)).toEqual({ value: value + 0 });
        expect(readMoney(writeMoney(value, unitOf(value)), unitOf(value))).toEqual({ value });
      }),
    );
  });
});

describe('a count or a share', () => {
  it('is the decimal that was typed', () => {
    expect(readDecimal('12.5', 6)).toEqual({ value: 12.5 });
    expect(readDecimal('12.50', 1)).toEqual({ value: 12.5 });
    expect(readDecimal('12.5', 0)).toEqual({ fault: 'fraction' });
    expect(readDecimal('-3', 0)).toEqual({ value: -3 });
    expect(readDecimal('12人', 0)).toEqual({ fault: 'fault' });
  });
});
