import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qualifiers, units } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { isSurelyMore, jumpOf, type LintContext, lintEntry, relationsOf } from './lint.ts';

const sample = sampleAt('2026-01-02T03:04:05.678Z');
const nothing: LintContext = {
  last: null,
  wholes: [],
  parts: [],
  plan: null,
  isDatedInside: true,
  field: 'value',
};
const draft = {
  value: 300,
  qualifier: 'exact' as const,
  unit: 'person' as const,
  period: null,
  asOf: '2021-05',
};
const codes = (more: Partial<typeof draft> | object, context: Partial<LintContext>) =>
  lintEntry({ ...draft, ...more }, { ...nothing, ...context }, 'zh').map((one) => one.code);
const exact = (value: number) => ({ value, qualifier: 'exact' as const });

describe('the checks ask', () => {
  it('about a part that is more than its whole, from either side', () => {
    expect(codes({}, { wholes: [{ name: '整体', ...exact(299) }] })).toEqual(['part-over-whole']);
    expect(codes({}, { parts: [{ name: '部分', ...exact(301) }] })).toEqual(['part-over-whole']);
    expect(codes({}, { wholes: [{ name: '整体', ...exact(300) }] })).toEqual([]);
  });

  it.each([
    [3000, 'ten-times'],
    [30, 'ten-times'],
    [2999, null],
    [31, null],
    [0, 'ten-times'],
  ])('about a jump of ten times: 300 → %s', (value, code) => {
    expect(jumpOf(value, 300, 'person')).toBe(code);
  });

  it.each([
    // 1,300 万元 entered as 1,300 元, and the other way round.
    [130_000, 1_300_000_000, 'unit-ten-thousand'],
    [1_300_000_000, 130_000, 'unit-ten-thousand'],
    [1_300_000_000, 13_000_000, 'ten-times'],
  ])('whether 万元 was meant: %s fen after %s', (value, before, code) => {
    expect(jumpOf(value, before, 'fen')).toBe(code);
  });

  it('about a date outside of the period, and one before what is on record', () => {
    const period = { from: '2021-01-01', to: '2021-04-30' };
    expect(codes({ period }, {})).toEqual(['outside-period']);
    expect(codes({ period }, { isDatedInside: false })).toEqual([]);
    expect(codes({ period, asOf: '2021-04' }, {})).toEqual([]);
    expect(codes({}, { last: { ...exact(280), asOf: '2021-06-01' } })).toEqual(['older-than-last']);
  });

  it('about a plan that is exceeded, with both amounts', () => {
    const plan = { name: '2021 年计划', ...exact(7_900_000_000), total: exact(8_000_000_000) };
    const [found] = lintEntry({ ...draft, unit: 'fen' }, { ...nothing, plan }, 'zh');
    expect(found).toMatchObject({ code: 'plan-exceeded', field: 'value' });
    expect(found?.sentence).toContain('8,000 万元');
    expect(found?.sentence).toContain('7,900 万元');
    expect(codes({}, { plan: { ...plan, total: exact(7_900_000_000) } })).toEqual([]);
  });

  it('in either language, with every qualifier in its number', () => {
    const last = { value: 10, qualifier: 'over' as const, asOf: '2020' };
    const of = (lang: 'zh' | 'en') => lintEntry(draft, { ...nothing, last }, lang)[0]?.sentence;
    expect(of('zh')).toContain('超 10 人');
    expect(of('en')).toContain('over 10 people');
  });
});

const amount = fc.record({
  value: fc.integer({ min: 0, max: 1_000_000 }),
  qualifier: fc.constantFrom(...qualifiers),
});

describe('whatever is entered', () => {
  it('nothing is surely more than itself, nor each of two than the other', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(isSurelyMore(a, b) && isSurelyMore(b, a)).toBe(false);
        if (isSurelyMore(a, b)) expect(a.value).toBeGreaterThanOrEqual(b.value);
      }),
    );
  });

  it('a jump is one in both directions, and the same number is none', () => {
    const positive = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(positive, positive, fc.constantFrom(...units), (a, b, unit) => {
        expect(jumpOf(a, b, unit) === null).toBe(jumpOf(b, a, unit) === null);
        expect(jumpOf(a, a, unit)).toBeNull();
      }),
    );
  });

  it('without anything to hold it against, a number raises no question', () => {
    fc.assert(
      fc.property(amount, (one) => {
        expect(lintEntry({ ...draft, ...one }, nothing, 'en')).toEqual([]);
      }),
    );
  });
});

describe('parts and wholes of the default dataset', () => {
  it('are those that a panel shows as such', () => {
    const of = (code: string) => relationsOf(code, sample, '2021-05-31');
    expect(of('governance.centre.departments.staffed')).toEqual([
      { part: 'governance.centre.departments.staffed', whole: 'governance.centre.departments' },
    ]);
    expect(of('talent.engineer.2y')).toEqual([]);
  });

  it('are never two that an open question keeps apart', () => {
    for (const { code } of sample.indicators) {
      for (const { part, whole } of relationsOf(code, sample, '2021-05-31')) {
        for (const question of sample.questions)
          expect(question.indicators.includes(part) && question.indicators.includes(whole)).toBe(
            false,
          );
      }
    }
  });
});
