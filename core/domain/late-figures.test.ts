import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { anyDay } from '#tests/properties/arbitrary-values.ts';
import { assembleBoard } from './board.ts';
import { addDays, daysBetween } from './dates.ts';
import { lateFigures } from './late-figures.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const sample = sampleAt(RECORDED);
const [indicator] = sample.indicators;
if (indicator === undefined) throw new Error('the default dataset has no indicator');

const late = (
  rhythmDays: number | null,
  on: string | null,
  asOf: string,
  retiredOn: string | null,
) =>
  lateFigures(
    [{ ...indicator, rhythmDays, retiredOn }],
    new Map(on === null ? [] : [[indicator.code, { asOf: on }]]),
    asOf,
  );

test('late is what is older than its rhythm, since the first day on which it was', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 400 }), fc.nat(800), (on, rhythmDays, passed) => {
      const [found] = late(rhythmDays, on, addDays(on, passed), null);
      expect(found !== undefined).toBe(passed > rhythmDays);
      if (found === undefined) return;
      expect(daysBetween(on, found.since)).toBe(rhythmDays + 1);
      expect(late(rhythmDays, on, addDays(found.since, -1), null)).toEqual([]);
    }),
  );
});

test.each([
  ['nobody set a rhythm', late(null, '2020-01-31', '2021-05-31', null)],
  ['there never was a figure', late(30, null, '2021-05-31', null)],
  ['it is retired', late(30, '2020-01-31', '2021-05-31', '2021-05-01')],
])('nothing is late where %s', (_, found) => {
  expect(found).toEqual([]);
});

test('the picture says so among what needs somebody: how many, which is the longest late, and since when', () => {
  const indicators = sample.indicators.map((row) =>
    row.code === 'governance.problems.days' || row.code === 'governance.taskforces'
      ? { ...row, rhythmDays: row.code === 'governance.taskforces' ? 7 : 30 }
      : row,
  );
  const dataset = { ...sample, indicators };
  const on = (asOf: string, lang: 'zh' | 'en') =>
    assembleBoard({ dataset, asOf, compare: null, knownAt: RECORDED, lang }).exceptions.find(
      ({ kind }) => kind === 'late-figures',
    );
  expect(on('2021-05-07', 'zh')).toBeUndefined();
  expect(on('2021-05-31', 'zh')).toMatchObject({
    value: 2,
    title: '数据超过更新周期',
    detail: '工作专组：最近 04-30，周期 7 天，自 05-08 起超期',
    section: 'governance',
  });
  expect(on('2021-05-31', 'en')?.detail).toBe(
    'Task forces: newest 30 Apr, due every 7 days, late since 8 May',
  );
});
