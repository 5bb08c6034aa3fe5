import { describe, expect, test } from 'vitest';
import type { Language } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { assembleBoard } from './board.ts';
import { changeState } from './changes.ts';
import type { Standing } from './observations.ts';
import type { Dataset, ObservationRecord } from './records.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const sample = sampleAt(RECORDED);
const changes = (part: Partial<Dataset> = {}, lang: Language = 'zh', asOf = '2021-05-31') =>
  assembleBoard({
    dataset: { ...sample, ...part },
    asOf,
    compare: '2021-04-30',
    knownAt: RECORDED,
    lang,
  }).changes;

const figure = (
  id: string,
  value: number,
  asOf: string,
  part: Partial<Standing> = {},
): Standing => ({
  id,
  indicator: 'i',
  value,
  qualifier: 'exact',
  period: null,
  asOf,
  source: null,
  supersedes: null,
  reason: null,
  recordedAt: RECORDED,
  ...part,
});

describe('the state of a figure against a baseline of 2021-04-30', () => {
  const since = '2021-04-30';
  const old = figure('a', 5, '2021-04-30');

  test.each([
    ['not on record yet', undefined, undefined, null],
    ['first figure', undefined, figure('a', 5, '2021-05'), 'new'],
    ['another number', old, figure('b', 6, '2021-05'), 'changed'],
    [
      'the same number with another bound',
      old,
      figure('b', 5, '2021-05', { qualifier: 'over' }),
      'changed',
    ],
    ['the same number, reported anew', old, figure('b', 5, '2021-05'), 'unchanged'],
    ['no report since', old, old, 'no-new-figure'],
  ] as const)('%s', (_, before, after, state) => {
    expect(changeState(before, after, since)).toBe(state);
  });

  test('the old figure, corrected', () => {
    const corrected = figure('b', 5, '2021-04-30', { supersedes: 'a', reason: 'typing error' });
    expect(changeState(corrected, corrected, since)).toBe('restated');
  });
});

describe('the table of changes of the default dataset', () => {
  const group = (id: string, lang: Language = 'zh') =>
    changes({}, lang)?.groups.find((row) => row.id === id)?.rows ?? [];

  test('tasks: registered, ticked of all, and each light that there is', () => {
    expect(
      group('tasks').map(({ label, before, after, delta }) => [
        label,
        before?.value,
        after?.value,
        delta,
      ]),
    ).toEqual([
      ['登记任务', 5, 14, 9],
      ['已完成节点 / 全部', 5, 7, 2],
      ['ok', 1, 2, 1],
      ['near', 0, 1, 1],
      ['none', 4, 11, 7],
    ]);
    expect(group('tasks')[1]).toMatchObject({ before: { of: 8 }, after: { of: 11 } });
  });

  test('funds: a share without a new payment is “no new figure”, not “no change”', () => {
    expect(group('funds').map((row) => [row.label, row.state])).toEqual([
      ['平台专项：占全年计划', 'no-new-figure'],
      ['母基金：占初期规模', 'no-new-figure'],
      ['工作专项：占承诺', 'no-new-figure'],
      ['兑现海外工程师补助', 'new'],
    ]);
    expect(group('funds', 'en').map((row) => row.label)).toEqual([
      'Platform fund, of the year’s plan',
      'Fund of funds, of the initial size',
      'Work fund, of the commitment',
      'Overseas-engineer subsidies paid',
    ]);
  });

  test('a figure that is new has nothing to subtract', () => {
    const row = group('platforms-talent').find((item) => item.code === 'talent.engineer.2y');
    expect(row).toMatchObject({
      before: null,
      after: { value: 34 },
      state: 'new',
      delta: null,
      questions: [5],
    });
  });
});

describe('one record more', () => {
  const observation = (part: Partial<ObservationRecord>): ObservationRecord => {
    const [first] = sample.observations;
    if (first === undefined) throw new Error('no observation');
    return { ...first, id: 'o.more', ...part };
  };
  const rowOf = (row: ObservationRecord, code: string) => {
    const made = changes({ observations: [...sample.observations, row] });
    const found = made?.groups.flatMap((item) => item.rows).find((item) => item.code === code);
    return { ...found, newFigures: made?.newFigures, without: made?.withoutNewFigure };
  };
  const code = 'finance.keyidai.companies';

  test('of a later date is a change', () => {
    expect(
      rowOf(observation({ indicator: code, value: 103, asOf: '2021-05-20' }), code),
    ).toMatchObject({
      state: 'changed',
      delta: 6,
      newFigures: 15,
      without: 46,
    });
  });

  test('with the same number is a new figure all the same', () => {
    expect(
      rowOf(observation({ indicator: code, value: 97, asOf: '2021-05-20' }), code),
    ).toMatchObject({
      state: 'unchanged',
      delta: 0,
      newFigures: 15,
      without: 46,
    });
  });

  test('after a bound has no difference either', () => {
    const activities = 'talent.activities';
    const indicators = sample.indicators.map((row) =>
      row.code === activities ? { ...row, highlight: 1 } : row,
    );
    const observations = [
      ...sample.observations,
      observation({ indicator: activities, value: 800, asOf: '2021-05-20' }),
    ];
    const row = changes({ indicators, observations })
      ?.groups.flatMap((item) => item.rows)
      .find((item) => item.code === activities);
    expect(row).toMatchObject({
      before: { value: 710, qualifier: 'over' },
      state: 'changed',
      delta: null,
    });
  });

  test('with a bound has no difference', () => {
    const row = observation({ indicator: code, value: 100, qualifier: 'over', asOf: '2021-05-20' });
    expect(rowOf(row, code)).toMatchObject({ state: 'changed', delta: null });
  });

  test('that corrects the old figure is a restatement, on both sides', () => {
    const row = observation({
      indicator: code,
      value: 96,
      asOf: '2021-04-30',
      supersedes: `o.${code}`,
      reason: 'counted twice',
    });
    expect(rowOf(row, code)).toMatchObject({
      state: 'restated',
      before: { value: 96 },
      after: { value: 96 },
      delta: 0,
      newFigures: 14,
    });
  });

  test('of a fund moves its share', () => {
    const paid = sample.movements.find((row) => row.id === 'm.fund.platform.disbursed.2021');
    if (paid === undefined) throw new Error('no movement');
    const more = { ...paid, id: 'm.more', amountFen: 790_000_000, asOf: '2021-05-25' };
    const rows = changes({ movements: [...sample.movements, more] })?.groups.find(
      (item) => item.id === 'funds',
    )?.rows;
    expect(rows?.[0]).toMatchObject({ label: '平台专项：占全年计划', state: 'changed' });
    expect(rows?.[0]?.delta).toBeCloseTo(10, 9);
  });
});
