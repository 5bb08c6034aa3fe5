import { describe, expect, test } from 'vitest';
import type { Figure } from '#core/contract/figure.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { assembleBoard } from './board.ts';
import { commonDate } from './panel-view.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const panels = (asOf: string) =>
  assembleBoard({ dataset: sampleAt(RECORDED), asOf, compare: null, knownAt: RECORDED, lang: 'zh' })
    .panels;
const dates = (asOf: string) =>
  Object.fromEntries(panels(asOf).map((panel) => [panel.id, panel.asOf]));

describe('the date of a panel', () => {
  const of = (...days: string[]) => commonDate(days.map((asOf) => ({ asOf }) as Figure));

  test('is the one that most of its figures share, the later one of a tie', () => {
    expect(of('2020-12-31', '2020-12-31', '2021-05')).toBe('2020-12-31');
    expect(of('2020-12-31', '2021-05')).toBe('2021-05');
    expect(of('2021-05', '2020-12-31')).toBe('2021-05');
    expect(of()).toBeNull();
  });

  test('follows the asked date, and is none before the first figure', () => {
    expect(dates('2021-05-31')).toMatchObject({
      finance: '2021-04-30',
      talent: '2021-05',
      subsidy: '2021-05',
    });
    expect(dates('2020-12-31')).toMatchObject({ talent: '2020-12-31', subsidy: null });
    expect(new Set(Object.values(dates('2019-01-01')))).toEqual(new Set([null]));
  });
});

test('a panel keeps all its places, with or without figures', () => {
  const blocks = (asOf: string) =>
    panels(asOf).flatMap((panel) => panel.blocks.filter((block) => block.kind !== 'apart'));
  expect(
    blocks('2021-05-31').filter(
      (block) => !JSON.stringify(blocks('2019-01-01')).includes(JSON.stringify(block)),
    ),
  ).toEqual([]);
});

test('two statements are kept apart while their question is open, no earlier and no longer', () => {
  const dataset = sampleAt(RECORDED);
  const settled = {
    ...dataset,
    questions: dataset.questions.map((row) => ({
      ...row,
      settledOn: '2021-06-15',
      reason: 'asked',
    })),
  };
  const kinds = (asOf: string) =>
    assembleBoard({ dataset: settled, asOf, compare: null, knownAt: RECORDED, lang: 'zh' })
      .panels.find((panel) => panel.id === 'finance')
      ?.blocks.map((block) => block.kind);
  expect(kinds('2021-04-30')).toEqual(['numbers', 'numbers', 'pipeline']);
  expect(kinds('2021-05-31')).toEqual(['numbers', 'apart', 'pipeline']);
  expect(kinds('2021-06-15')).toEqual(['numbers', 'numbers', 'pipeline']);
});
