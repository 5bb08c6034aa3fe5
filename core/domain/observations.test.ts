import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Qualifier, qualifiers } from '#core/contract/lists.ts';
import {
  ledgerStanding,
  movementsOf,
  newest,
  qualifierOfShare,
  qualifierOfSum,
  sumMovements,
  withoutSuperseded,
} from './observations.ts';
import type { IndicatorRecord, MovementRecord } from './records.ts';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };

const movement = (id: string, part: Partial<MovementRecord> = {}): MovementRecord => ({
  id,
  fund: 'f',
  kind: 'disbursed',
  amountFen: 100,
  qualifier: 'exact',
  period: null,
  asOf: '2021-04-30',
  source: 's',
  label: null,
  supersedes: null,
  reason: null,
  submission: null,
  recordedAt: '2021-05-01T00:00:00.000Z',
  recordedBy: 'someone',
  ...part,
});

describe('the qualifier of a sum', () => {
  const anyPart = fc.constantFrom<Qualifier>(...qualifiers);
  const join = (a: Qualifier | null, b: Qualifier | null): Qualifier | null =>
    a === null || b === null ? null : qualifierOfSum([a, b]);

  test('exact changes nothing; two bounds of one kind are that bound; of two kinds there is none', () => {
    expect(qualifierOfSum([])).toBe('exact');
    for (const kind of qualifiers) {
      expect(qualifierOfSum([kind])).toBe(kind);
      expect(qualifierOfSum(['exact', kind])).toBe(kind);
      expect(qualifierOfSum([kind, kind])).toBe(kind);
    }
    expect(qualifierOfSum(['over', 'under'])).toBeNull();
    expect(qualifierOfSum(['over', 'exact', 'cap'])).toBeNull();
    expect(qualifierOfSum(['under', 'cap'])).toBeNull();
  });

  test('does not depend on order or on grouping', () => {
    fc.assert(
      fc.property(anyPart, anyPart, anyPart, (a, b, c) => {
        expect(join(a, b)).toBe(join(b, a));
        expect(join(join(a, b), c)).toBe(join(a, join(b, c)));
        expect(join(join(a, b), c)).toBe(qualifierOfSum([a, b, c]));
      }),
    );
  });

  test('holds for the numbers that it speaks of', () => {
    const bound: Record<Qualifier, (shown: number, more: number) => number> = {
      exact: (shown) => shown,
      over: (shown, more) => shown + more,
      under: (shown, more) => shown - more,
      cap: (shown, more) => shown - more,
    };
    const anyTerm = fc.record({
      kind: anyPart,
      shown: fc.nat(1_000),
      more: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(anyTerm, { minLength: 1, maxLength: 4 }), (terms) => {
        const kind = qualifierOfSum(terms.map((term) => term.kind));
        const shown = terms.reduce((sum, term) => sum + term.shown, 0);
        const real = terms.reduce((sum, term) => sum + bound[term.kind](term.shown, term.more), 0);
        if (kind === 'exact') expect(real).toBe(shown);
        if (kind === 'over') expect(real).toBeGreaterThan(shown);
        if (kind === 'under') expect(real).toBeLessThan(shown);
        if (kind === 'cap') expect(real).toBeLessThanOrEqual(shown);
      }),
    );
  });
});

test('the qualifier of a share turns with its whole', () => {
  expect(qualifierOfShare('exact', 'exact')).toBe('exact');
  expect(qualifierOfShare('over', 'exact')).toBe('over');
  expect(qualifierOfShare('cap', 'exact')).toBe('cap');
  expect(qualifierOfShare('exact', 'over')).toBe('under');
  expect(qualifierOfShare('over', 'under')).toBe('over');
  expect(qualifierOfShare('over', 'over')).toBeNull();
  expect(qualifierOfShare('exact', 'cap')).toBeNull();
});

describe('which row stands', () => {
  test('of a chain of corrections the last one, and nothing is lost from the record', () => {
    const rows = [
      movement('a'),
      movement('b', { supersedes: 'a', reason: 'typing error' }),
      movement('c', { supersedes: 'b', reason: 'the letter says so' }),
      movement('d'),
    ];
    expect(withoutSuperseded(rows).map((row) => row.id)).toEqual(['c', 'd']);
    expect(rows).toHaveLength(4);
  });

  test('the newest dated by the day; of one day the last recorded', () => {
    const rows = [
      movement('month', { asOf: '2021-05' }),
      movement('early', { asOf: '2021-04-30' }),
      movement('again', { asOf: '2021-04-30', recordedAt: '2021-06-01T00:00:00.000Z' }),
      movement('late', { asOf: '2021-06-01' }),
    ];
    expect(newest(rows, '2021-05-31')?.id).toBe('month');
    expect(newest(rows, '2021-05-30')?.id).toBe('again');
    expect(newest(rows, '2021-04-29')).toBeNull();
  });

  test('a correction that is dated later takes the wrong row away at once', () => {
    const rows = [
      movement('wrong', { asOf: '2021-04-30' }),
      movement('right', { asOf: '2021-05-20', supersedes: 'wrong', reason: 'wrong day' }),
    ];
    expect(movementsOf(rows, 'disbursed', '2021-04-30', null)).toEqual([]);
    expect(movementsOf(rows, 'disbursed', '2021-05-31', null).map((row) => row.id)).toEqual([
      'right',
    ]);
  });
});

describe('which movements belong to a plan’s period', () => {
  const ids = (rows: readonly MovementRecord[], kind: MovementRecord['kind']) =>
    movementsOf(rows, kind, '2022-06-30', YEAR).map((row) => row.id);

  test('payments of the period, of a part of it, or dated within it', () => {
    const rows = [
      movement('year', { period: YEAR, asOf: '2022-01-15' }),
      movement('quarter', { period: { from: '2021-01-01', to: '2021-03-31' } }),
      movement('dated', { asOf: '2021-12-31' }),
      movement('next', { asOf: '2022-01-01' }),
      movement('longer', { period: { from: '2021-01-01', to: '2022-06-30' } }),
    ];
    expect(ids(rows, 'disbursed').sort()).toEqual(['dated', 'quarter', 'year']);
  });

  test('a plan of a quarter is not the year’s plan', () => {
    const rows = [
      movement('year', { kind: 'planned', period: YEAR }),
      movement('quarter', { kind: 'planned', period: { from: '2021-01-01', to: '2021-03-31' } }),
    ];
    expect(ids(rows, 'planned')).toEqual(['year']);
  });
});

describe('the sum of a ledger', () => {
  test('adds whole fen, carries the newest date and the bound', () => {
    const rows = movementsOf(
      [
        movement('b', { amountFen: 10, asOf: '2021-05', qualifier: 'over' }),
        movement('a', { amountFen: 20 }),
      ],
      'disbursed',
      '2021-05-31',
      null,
    );
    expect(sumMovements(rows)).toMatchObject({
      amountFen: 30,
      qualifier: 'over',
      last: { id: 'b', asOf: '2021-05' },
    });
  });

  test('is no number where there is no row, or where bounds disagree', () => {
    expect(sumMovements([])).toBeNull();
    expect(
      sumMovements([movement('a', { qualifier: 'over' }), movement('b', { qualifier: 'under' })]),
    ).toBeNull();
  });

  const indicator = {
    code: 'paid',
    ledger: { fund: 'f', kind: 'disbursed', period: YEAR },
  } as IndicatorRecord;

  test('stands for its indicator, from the first day of the period to its newest date', () => {
    const rows = [movement('a'), movement('b', { asOf: '2021-05' }), movement('x', { fund: 'g' })];
    expect(ledgerStanding(indicator, rows, '2021-12-31')).toMatchObject({
      indicator: 'paid',
      value: 200,
      asOf: '2021-05',
      period: { from: '2021-01-01', to: '2021-05-31' },
      supersedes: null,
    });
    expect(ledgerStanding(indicator, rows, '2021-04-29')).toBeNull();
  });

  test('is corrected where one of its movements is, though it be not the newest', () => {
    const rows = [
      movement('a', { asOf: '2021-03-31' }),
      movement('a2', {
        asOf: '2021-03-31',
        amountFen: 70,
        supersedes: 'a',
        reason: 'typing error',
      }),
      movement('b'),
    ];
    expect(ledgerStanding(indicator, rows, '2021-12-31')).toMatchObject({
      value: 170,
      supersedes: 'a',
      reason: 'typing error',
    });
  });
});
