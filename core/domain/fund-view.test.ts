import { describe, expect, test } from 'vitest';
import { fundView } from './fund-view.ts';
import type { FundRecord, IndicatorRecord, MovementRecord } from './records.ts';
import { inUse } from './retirement.ts';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const FIVE = { from: '2021-01-01', to: '2025-12-31' };
const FUND: FundRecord = {
  id: 'f',
  name: { zh: '基金', en: 'Fund' },
  short: { zh: '基金', en: 'Fund' },
  kind: 'special',
  ordinal: 1,
  ownerDepartment: null,
  ...inUse,
  recordedAt: '2021-01-01T00:00:00.000Z',
  recordedBy: 'someone',
};

let count = 0;
const move = (
  kind: MovementRecord['kind'],
  yuan: number,
  asOf: string,
  part: Partial<MovementRecord> = {},
): MovementRecord => ({
  id: `m${count++}`,
  fund: 'f',
  kind,
  amountFen: yuan * 100,
  qualifier: 'exact',
  period: kind === 'planned' ? YEAR : null,
  asOf,
  source: 's',
  label: null,
  supersedes: null,
  reason: null,
  submission: null,
  recordedAt: '2021-01-01T00:00:00.000Z',
  recordedBy: 'someone',
  ...part,
});
const view = (movements: MovementRecord[], asOf: string, indicators: IndicatorRecord[] = []) =>
  fundView(FUND, { movements, indicators }, asOf, 'zh');

describe('a fund', () => {
  test('without any movement has no numbers at all, and none of them is 0', () => {
    expect(view([], '2021-05-31')).toMatchObject({
      committed: null,
      planned: null,
      disbursed: null,
      spent: null,
      share: null,
      plannedShareOfCommittedPercent: null,
      undisbursedFen: null,
      schedule: null,
      outlook: null,
      ageDays: null,
      points: [],
      sentence: '基金：还没有拨付记录。',
    });
  });

  test('with a plan but no payment is not “0 % paid”', () => {
    const fund = view([move('planned', 100, '2021-02-01')], '2021-05-31');
    expect(fund).toMatchObject({ share: null, schedule: null, undisbursedFen: null });
    expect(fund.planned?.amountFen).toBe(10_000);
  });

  test('calls a sum by the name that all of its movements share, and by none of several', () => {
    const label = { zh: '首批补助', en: 'First instalment' };
    const first = move('disbursed', 10, '2021-03-31', { label });
    expect(view([first], '2021-05-31').disbursed?.label).toBe('首批补助');
    const second = move('disbursed', 5, '2021-04-30', { label });
    expect(view([first, second], '2021-05-31').disbursed?.label).toBe('首批补助');
    const other = move('disbursed', 5, '2021-05-31');
    expect(view([first, second, other], '2021-05-31').disbursed?.label).toBeNull();
  });

  test('with a payment of 0 on record is', () => {
    const fund = view(
      [move('planned', 100, '2021-02-01'), move('disbursed', 0, '2021-03-31')],
      '2021-05-31',
    );
    expect(fund.share).toEqual({ of: 'planned', percent: 0, qualifier: 'exact' });
    expect(fund.schedule?.gapPoints).toBeCloseTo((-90 / 365) * 100, 9);
  });

  test('names the plan where there is one, else the commitment, as what its share is of', () => {
    const rows = [move('committed', 400, '2021-01-01'), move('disbursed', 50, '2021-03-31')];
    expect(view(rows, '2021-05-31').share).toMatchObject({ of: 'committed', percent: 12.5 });
    const planned = [...rows, move('planned', 100, '2021-05-01')];
    expect(view(planned, '2021-05-31').share).toMatchObject({ of: 'planned', percent: 50 });
    expect(view(planned, '2021-04-30').share).toMatchObject({ of: 'committed' });
    expect(view(planned, '2021-05-31').plannedShareOfCommittedPercent).toBe(25);
  });

  test('takes the year’s plan within a plan of five years, and the last one once it is over', () => {
    const rows = [
      move('planned', 100, '2021-01-10'),
      move('planned', 900, '2021-01-20', { period: FIVE }),
      move('disbursed', 50, '2021-03-31'),
    ];
    expect(view(rows, '2021-05-31').planned?.period).toEqual(YEAR);
    expect(view(rows, '2022-05-31').planned?.period).toEqual(FIVE);
    expect(view(rows.slice(0, 1), '2022-05-31').planned?.period).toEqual(YEAR);
  });

  test('keeps the payments of one year out of the next year’s plan', () => {
    const next = { from: '2022-01-01', to: '2022-12-31' };
    const rows = [
      move('planned', 100, '2021-01-10'),
      move('disbursed', 80, '2021-12-31'),
      move('planned', 200, '2022-01-10', { period: next }),
      move('disbursed', 5, '2022-01-15', { period: YEAR }),
      move('disbursed', 10, '2022-01-31'),
    ];
    expect(view(rows, '2022-01-31').disbursed?.amountFen).toBe(1_000);
    expect(view(rows, '2022-01-31').share?.percent).toBe(5);
    expect(view(rows, '2022-01-09').disbursed?.amountFen).toBe(8_000);
  });

  test('has no difference of bounds, no share of a ceiling, no sum of bounds that disagree', () => {
    const plan = move('planned', 100, '2021-01-10');
    const over = view(
      [plan, move('disbursed', 20, '2021-03-31', { qualifier: 'over' })],
      '2021-05-31',
    );
    expect(over.share).toMatchObject({ percent: 20, qualifier: 'over' });
    expect(over).toMatchObject({ undisbursedFen: null, outlook: null });
    const ceiling = [
      move('planned', 100, '2021-01-10', { qualifier: 'cap' }),
      move('disbursed', 20, '2021-03-31'),
    ];
    expect(view(ceiling, '2021-05-31')).toMatchObject({ share: null, schedule: null });
    const mixed = [
      plan,
      move('disbursed', 20, '2021-03-31', { qualifier: 'over' }),
      move('disbursed', 5, '2021-04-30', { qualifier: 'under' }),
    ];
    expect(view(mixed, '2021-05-31')).toMatchObject({ disbursed: null, points: [] });
    expect(view(mixed, '2021-05-31').sentence).toContain('不能合计');
  });

  test('adds a corrected payment once', () => {
    const wrong = move('disbursed', 30, '2021-03-31');
    const right = move('disbursed', 20, '2021-03-31', {
      supersedes: wrong.id,
      reason: 'typing error',
    });
    const fund = view([wrong, right, move('disbursed', 5, '2021-04-30')], '2021-05-31');
    expect(fund.disbursed?.amountFen).toBe(2_500);
    expect(fund.points).toEqual([
      { on: '2021-03-31', cumulativeFen: 2_000 },
      { on: '2021-04-30', cumulativeFen: 2_500 },
    ]);
  });

  test('leads from each amount to the indicator that carries it', () => {
    const indicator = (code: string, ledger: IndicatorRecord['ledger']) =>
      ({ code, ledger }) as IndicatorRecord;
    const rows = [
      move('planned', 100, '2021-01-10'),
      move('disbursed', 20, '2021-03-31'),
      move('committed', 9, '2021'),
    ];
    const fund = view(rows, '2021-12-31', [
      indicator('other', { fund: 'g', kind: 'disbursed', period: null }),
      indicator('paid.any', { fund: 'f', kind: 'disbursed', period: null }),
      indicator('paid.2021', { fund: 'f', kind: 'disbursed', period: YEAR }),
      indicator('plan.2020', {
        fund: 'f',
        kind: 'planned',
        period: { from: '2020-01-01', to: '2020-12-31' },
      }),
    ]);
    expect(fund.disbursed?.code).toBe('paid.2021');
    expect(fund.planned?.code).toBeNull();
    expect(fund.committed?.code).toBeNull();
  });
});
