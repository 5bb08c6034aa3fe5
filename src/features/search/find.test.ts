import { describe, expect, test } from 'vitest';
import { type Measured, speak } from '#core/domain/format.ts';
import { search as w } from '#src/i18n/zh/search.ts';
import { ui } from '#src/i18n/zh/ui.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { boardEntries, pageEntries } from './entries.ts';
import { find, MOST_ROWS } from './find.ts';
import { initialsOf } from './initials.ts';

const words = {
  ...w,
  light: ui.light,
  stage: ui.stage,
  mark: ui.mark,
  speak: (m: Measured) => speak(m, 'zh'),
};
const entries = [
  ...pageEntries(
    [
      { path: '/', name: { zh: '总览', en: 'Overview' } },
      { path: '/funds', name: { zh: '资金', en: 'Funds' } },
    ],
    'zh',
  ),
  ...boardEntries(sampleBoard(), sampleBoard({ lang: 'en' }), words),
];

const first = (query: string) => find(entries, query)[0]?.rows[0];
const names = (query: string) =>
  find(entries, query).flatMap((group) => group.rows.map((row) => row.name));

describe('initials', () => {
  test.each([
    ['近两年海外工程师', 'jlnhwgcs'],
    ['“十三五”引进各类高层次人才', 'sswyjglgccrc'],
    ['氢燃料电池实验室', 'qrldcsys'],
    ['A类许可证', 'alxkz'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name).join('')).toBe(initials);
  });

  test('a character with several readings is found by each', () => {
    expect(initialsOf('长三角')[0]).toBe('cz');
    expect(names('zsj')).toContain('中国标准化研究院长三角分院');
    expect(names('csj')).toContain('中国标准化研究院长三角分院');
  });
});

describe('finds', () => {
  test('an indicator by Chinese, English, code and initials', () => {
    for (const query of [
      '近两年海外',
      'Overseas engineers at work',
      'talent.engineer.2y',
      'jlnhw',
    ]) {
      expect(names(query), query).toContain('近两年海外工程师');
    }
  });

  test('the number with its qualifier and its date beside the name', () => {
    expect(first('清华校友项目总投资')?.detail ?? first('总投资')?.detail).toMatch(
      /^超 8\.8 亿元，截至 2021-04-30$/,
    );
  });

  test('a task, a platform, a question, a source and a page', () => {
    expect(first('jbgs')?.kind).toBe('task');
    expect(first('海上风能技术实验室')?.kind).toBe('platform');
    expect(first('核4')?.kind).toBe('question');
    expect(first('数字化改革再深化')?.kind).toBe('source');
    expect(first('funds')?.goal).toEqual({ path: '/funds' });
  });

  test('only what every word fits', () => {
    expect(names('海外 2020 engineer')).not.toHaveLength(0);
    expect(names('海外 钢铁')).toHaveLength(0);
  });

  test('the start of a name before its middle', () => {
    const figures = find(entries, '海外工程师').find((group) => group.kind === 'figure');
    expect(figures?.rows[0]?.name.startsWith('海外工程师')).toBe(true);
  });

  test('nothing by nothing', () => {
    expect(find(entries, '   ')).toEqual([]);
    expect(find(entries, '没有这个词')).toEqual([]);
  });
});

test('of many that fit, the rest is counted', () => {
  const many = pageEntries(
    Array.from({ length: 20 }, (_, i) => ({
      path: `/${i}`,
      name: { zh: `页 ${i}`, en: `p ${i}` },
    })),
    'zh',
  );
  const [group] = find(many, '页');
  expect(group?.rows).toHaveLength(MOST_ROWS);
  expect(group?.hidden).toBe(20 - MOST_ROWS);
});
