import { describe, expect, test } from 'vitest';
import type { Language } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { passportOf } from './passport.ts';
import type { Dataset, ObservationRecord, TargetRecord } from './records.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const sample = sampleAt(RECORDED);
const passport = (
  code: string,
  asOf = '2021-05-31',
  part: Partial<Dataset> = {},
  lang: Language = 'zh',
) => passportOf({ dataset: { ...sample, ...part }, code, asOf, knownAt: RECORDED, lang });

const CODE = 'talent.activities';
const observation = (id: string, part: Partial<ObservationRecord>): ObservationRecord => {
  const first = sample.observations.find((row) => row.indicator === CODE);
  if (first === undefined) throw new Error(`no observation of ${CODE}`);
  return {
    ...first,
    id,
    recordedAt: `2026-02-${id.slice(2).padStart(2, '0')}T00:00:00.000Z`,
    ...part,
  };
};

describe('a passport', () => {
  test('speaks the number with its qualifier and its own date', () => {
    expect(passport(CODE)?.sentence).toBe('累计开展招才引智等活动：超 710 场，截至 2021-04-30。');
    expect(passport(CODE, '2021-05-31', {}, 'en')?.sentence).toBe(
      'Talent, project, service and training events held: over 710 events, as of 30 Apr 2021.',
    );
    expect(passport('governance.rank.2020')?.sentence).toBe(
      '2020年“深根计划”考核嘉兴排名：第 1，截至 2020-12-31。',
    );
  });

  test('of a figure that is not on record yet says so', () => {
    const early = passport(CODE, '2021-04-29');
    expect(early?.indicator.figure).toBeNull();
    expect(early?.history).toEqual([]);
    expect(early?.sentence).toBe('累计开展招才引智等活动：截至 2021-04-29 还没有记录。');
  });

  test('keeps every correction on record, with its reason', () => {
    const observations = [
      ...sample.observations,
      observation('o.2', { value: 715, supersedes: `o.${CODE}`, reason: 'typing error' }),
      observation('o.3', { value: 720, supersedes: 'o.2', reason: 'the letter says so' }),
    ];
    const corrected = passport(CODE, '2021-05-31', { observations });
    expect(corrected?.indicator.figure?.value).toBe(720);
    expect(corrected?.history.map((row) => [row.value, row.superseded, row.reason])).toEqual([
      [710, true, null],
      [715, true, 'typing error'],
      [720, false, 'the letter says so'],
    ]);
  });

  test('does not bring back a wrong figure before the date of its correction', () => {
    const observations = [
      ...sample.observations,
      observation('o.2', { asOf: '2021-05-20', supersedes: `o.${CODE}`, reason: 'wrong day' }),
    ];
    const early = passport(CODE, '2021-05-10', { observations });
    expect([early?.indicator.figure, early?.history]).toEqual([null, []]);
    expect(passport(CODE, '2021-05-20', { observations })?.history).toHaveLength(2);
  });

  test('derives a share and a gap from inputs that have passports themselves', () => {
    const paid = passport('fund.platform.disbursed.2021');
    expect(paid?.derivations.map((row) => [row.kind, row.formula])).toEqual([
      ['share-of-plan', '1,300 万元 ÷ 7,900 万元 = 16.5%'],
      ['schedule-gap', '2021-04-30 序时 120 ÷ 365 = 32.9%；相差 16.4 个百分点'],
    ]);
    const inputs = paid?.derivations.flatMap((row) => row.inputs) ?? [];
    expect(inputs.map((code) => passport(code)?.indicator.figure === null)).not.toContain(true);
  });

  test('does not lend one year’s share to the figure of another', () => {
    const indicators = sample.indicators.flatMap((row) => {
      if (row.code !== 'fund.platform.disbursed.2021') return [row];
      const period = { from: '2020-01-01', to: '2020-12-31' };
      return [
        row,
        {
          ...row,
          code: 'fund.platform.disbursed.2020',
          ledger: { fund: 'platform', kind: 'disbursed' as const, period },
        },
      ];
    });
    expect(
      passport('fund.platform.disbursed.2020', '2021-05-31', { indicators })?.derivations,
    ).toEqual([]);
  });

  test('holds a figure against its target at the figure’s date', () => {
    const target: TargetRecord = {
      id: 'g',
      indicator: CODE,
      period: { from: '2021-01-01', to: '2021-12-31' },
      value: 1_000,
      curve: 'steps',
      points: [{ on: '2021-06-30', value: 600 }],
      recordedAt: RECORDED,
      recordedBy: 'someone',
    };
    const [shown] = passport(CODE, '2021-07-31', { targets: [target] })?.targets ?? [];
    expect(shown?.schedule).toMatchObject({
      on: '2021-04-30',
      expectedPercent: 0,
      actualPercent: 71,
      gapPoints: 71,
      expectedTodayPercent: 60,
    });
  });
});
