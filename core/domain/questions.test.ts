import { describe, expect, test } from 'vitest';
import { isOpen, openNumbers, questionBetween, questionsAt } from './questions.ts';
import type { QuestionRecord } from './records.ts';

const WORD = { zh: '口径', en: 'definition' };
const question = (number: number, part: Partial<QuestionRecord> = {}): QuestionRecord => ({
  id: `q${number}`,
  number,
  title: WORD,
  summary: WORD,
  statements: [],
  indicators: ['a', 'b'],
  frameworks: [],
  elements: [],
  platforms: [],
  arisesOn: '2021-05-01',
  settledOn: null,
  resolution: null,
  reason: null,
  recordedAt: '2021-05-01T00:00:00.000Z',
  recordedBy: 'someone',
  ...part,
});

describe('an open question', () => {
  const settled = question(1, { settledOn: '2021-06-15', reason: 'asked the source' });

  test('is open from the day it arises to the day before it is settled', () => {
    expect(isOpen(settled, '2021-04-30')).toBe(false);
    expect(isOpen(settled, '2021-05-01')).toBe(true);
    expect(isOpen(settled, '2021-06-14')).toBe(true);
    expect(isOpen(settled, '2021-06-15')).toBe(false);
    expect(isOpen(question(2), '2099-01-01')).toBe(true);
  });

  test('keeps two figures apart while it is open, and releases them', () => {
    expect(questionBetween([settled], 'a', 'b', '2021-05-31')).toBe(1);
    expect(questionBetween([settled], 'b', 'a', '2021-05-31')).toBe(1);
    expect(questionBetween([settled], 'a', 'b', '2021-06-15')).toBeNull();
    expect(questionBetween([settled], 'a', 'b', '2021-04-30')).toBeNull();
    expect(questionBetween([settled], 'a', 'c', '2021-05-31')).toBeNull();
  });

  test('marks what it touches, by number, once', () => {
    const rows = [
      question(3),
      question(1, { indicators: ['a', 'a'] }),
      question(2, { indicators: [] }),
    ];
    const numbersOf = openNumbers(rows, 'indicators', '2021-05-31');
    expect(numbersOf('a')).toEqual([1, 3]);
    expect(numbersOf('b')).toEqual([3]);
    expect(numbersOf('c')).toEqual([]);
    numbersOf('a').push(9);
    expect(numbersOf('a')).toEqual([1, 3]);
  });

  test('is on record from the day it arises, settled or not', () => {
    expect(questionsAt([question(2), settled], '2021-12-31').map((row) => row.number)).toEqual([
      1, 2,
    ]);
    expect(questionsAt([question(2), settled], '2021-04-30')).toEqual([]);
  });
});
