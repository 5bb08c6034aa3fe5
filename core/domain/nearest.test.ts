import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const codes = ['fund.work.disbursed', 'fund.work.planned', 'talent.top'];

describe('nearest', () => {
  it.each([
    ['fund.work.disbursd', 'fund.work.disbursed'],
    ['FUND.WORK.PLANNED', 'fund.work.planned'],
    ['talent.tops', 'talent.top'],
  ])('%s is most like %s', (given, expected) => {
    expect(nearest(given, codes)).toBe(expected);
  });

  it('suggests nothing where nothing is alike', () => {
    expect(nearest('zzzzzz', codes)).toBeNull();
    expect(nearest('x', [])).toBeNull();
  });

  it('takes a text of any length', () => {
    expect(nearest('y'.repeat(100_000), codes)).toBeNull();
  });
});
