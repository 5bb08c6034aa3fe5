import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language, Qualifier, Unit } from '#core/contract/lists.ts';
import { anyFen, anyLanguage, anyUnit } from '#tests/properties/arbitrary-values.ts';
import {
  formatDate,
  formatDayInText,
  formatMeasured,
  formatPercent,
  formatPeriod,
  formatPoints,
  formatRank,
  moneyScale,
  oneDecimal,
  speak,
  speakPercent,
} from './format.ts';

const say = (value: number, unit: Unit, lang: Language, qualifier: Qualifier = 'exact') =>
  speak({ value, unit, qualifier }, lang);
const yuan = (amount: number, lang: Language, qualifier: Qualifier = 'exact') =>
  say(Math.round(amount * 100), 'fen', lang, qualifier);

describe('money, from whole fen', () => {
  test.each([
    [79_000_000, '7,900 万元', '79 M yuan'],
    [165_000_000, '1.65 亿元', '165 M yuan'],
    [300_000_000, '3 亿元', '300 M yuan'],
    [186_000_000, '1.86 亿元', '186 M yuan'],
    [17_500_000, '1,750 万元', '17.5 M yuan'],
    [500_000, '50 万元', '0.5 M yuan'],
    [1_250_000_000, '12.5 亿元', '1.25 bn yuan'],
    [0, '0 万元', '0 M yuan'],
    [-3_000_000, '-300 万元', '-3 M yuan'],
  ])('%d yuan', (amount, zh, en) => {
    expect(yuan(amount, 'zh')).toBe(zh);
    expect(yuan(amount, 'en')).toBe(en);
  });

  test('a small amount keeps the digits that keep it true', () => {
    expect(yuan(15_000, 'zh')).toBe('1.5 万元');
    expect(yuan(15_000, 'en')).toBe('15,000 yuan');
    expect(yuan(9_999.99, 'zh')).toBe('9,999.99 元');
    expect(yuan(0.01, 'zh')).toBe('0.01 元');
    expect(yuan(0.01, 'en')).toBe('0.01 yuan');
  });

  test('what rounds up to the next unit is written in it', () => {
    expect(yuan(99_999_999, 'zh')).toBe('1 亿元');
    expect(yuan(999_999_999, 'en')).toBe('1 bn yuan');
  });

  test('what is printed is within one part in a hundred of what is there', () => {
    const factor: Record<string, number> = {
      元: 100,
      万元: 1e6,
      亿元: 1e10,
      yuan: 100,
      'M yuan': 1e8,
      'bn yuan': 1e11,
    };
    fc.assert(
      fc.property(anyFen, anyLanguage, (value, lang) => {
        const { number, unit } = formatMeasured({ value, unit: 'fen', qualifier: 'exact' }, lang);
        const printed = Number(number.replaceAll(',', '')) * (factor[unit] ?? Number.NaN);
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(value / 100);
      }),
    );
  });

  test('one unit serves a whole axis', () => {
    const zh = moneyScale(7_900_000_000, 'zh');
    expect([zh.unit, zh.number(1_300_000_000), zh.number(0)]).toEqual(['万元', '1,300', '0']);
    const en = moneyScale(16_500_000_000, 'en');
    expect([en.unit, en.number(1_300_000_000)]).toEqual(['M yuan', '13']);
    expect(moneyScale(50_000, 'zh').unit).toBe('元');
  });
});

describe('a qualifier is part of its number', () => {
  test.each([
    ['over', '超 8.8 亿元', 'over 880 M yuan'],
    ['cap', '最高 8.8 亿元', 'up to 880 M yuan'],
    ['under', '<8.8 亿元', '< 880 M yuan'],
    ['exact', '8.8 亿元', '880 M yuan'],
  ] as const)('%s', (qualifier, zh, en) => {
    expect(yuan(880_000_000, 'zh', qualifier)).toBe(zh);
    expect(yuan(880_000_000, 'en', qualifier)).toBe(en);
  });

  test('is in the parts and in the spoken text of every number, and only there', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), anyUnit, anyLanguage, (value, unit, lang) => {
        const exact = say(value, unit, lang);
        for (const qualifier of ['over', 'under', 'cap'] as const) {
          const spoken = say(value, unit, lang, qualifier);
          expect(spoken).not.toBe(exact);
          expect(spoken.endsWith(exact)).toBe(true);
          expect(formatMeasured({ value, unit, qualifier }, lang).qualifier).not.toBe('');
        }
      }),
    );
  });

  test('goes with a share', () => {
    expect(speakPercent(16.456, 'exact', 'zh')).toBe('16.5%');
    expect(speakPercent(16.456, 'over', 'zh')).toBe('超 16.5%');
    expect(speakPercent(16.456, 'under', 'zh')).toBe('<16.5%');
    expect(speakPercent(16.456, 'cap', 'en')).toBe('up to 16.5%');
  });
});

describe('counts', () => {
  test.each([
    [2956, 'person', '2,956 人', '2,956 people'],
    [1, 'person', '1 人', '1 person'],
    [12, 'person-time', '12 人次', '12 nominations'],
    [97, 'company', '97 家', '97 companies'],
    [1, 'company', '1 家', '1 company'],
    [104, 'item', '104 个', '104'],
    [5300, 'm2', '5,300 ㎡', '5,300 m²'],
    [30, '%', '30%', '30%'],
    [1, 'rank', '第 1', '1st'],
  ] as const)('%d %s', (value, unit, zh, en) => {
    expect(say(value, unit, 'zh')).toBe(zh);
    expect(say(value, unit, 'en')).toBe(en);
  });

  test('one is one, with a qualifier too', () => {
    expect(say(2, 'day', 'en', 'under')).toBe('< 2 days');
    expect(say(1, 'day', 'en', 'under')).toBe('< 1 day');
    expect(say(1, 'event', 'en', 'over')).toBe('over 1 event');
    expect(say(1.5, 'day', 'en')).toBe('1.5 days');
  });

  test('only 0 is printed as 0', () => {
    expect(say(0, 'item', 'zh')).toBe('0 个');
    expect(say(-0, 'item', 'en')).toBe('0');
    expect(say(0.004, '%', 'zh')).toBe('0.004%');
    expect(say(-0.000012, 'day', 'en')).toBe('-0.000012 days');
  });

  test('ranks in English carry their ending', () => {
    const ranks = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111].map((n) => formatRank(n, 'en'));
    expect(ranks.join(' ')).toBe('1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th');
    expect(formatRank(3, 'zh')).toBe('第 3');
  });
});

describe('shares and points', () => {
  test('have one decimal, always', () => {
    expect(formatPercent(32.87671)).toBe('32.9%');
    expect(formatPercent(30)).toBe('30.0%');
    expect(oneDecimal(-0.04)).toBe('0.0');
    expect(formatPoints(-16.421, 'zh')).toBe('16.4 个百分点');
    expect(formatPoints(16.421, 'en')).toBe('16.4 points');
  });
});

describe('dates', () => {
  test('stay as precise as they are', () => {
    expect(formatDate('2021-05', 'zh', '2021-05-31')).toBe('2021-05');
    expect(formatDate('2021-05', 'en', '2021-05-31')).toBe('May 2021');
    expect(formatDate('2021', 'en')).toBe('2021');
  });

  test('drop the year within the year only', () => {
    expect(formatDate('2021-05-31', 'zh', '2021-06-01')).toBe('05-31');
    expect(formatDate('2021-05-31', 'en', '2021-06-01')).toBe('31 May');
    expect(formatDate('2021-05-31', 'zh', '2022-01-01')).toBe('2021-05-31');
    expect(formatDate('2021-05-01', 'en')).toBe('1 May 2021');
    expect(formatDayInText('2021-05-31', 'zh', '2021-06-01')).toBe('5 月 31 日');
    expect(formatDayInText('2021-05-31', 'zh', '2022-01-01')).toBe('2021 年 5 月 31 日');
    expect(formatDayInText('2021-05-31', 'en')).toBe('31 May 2021');
  });

  test('a period is a year, years, or its two days', () => {
    expect(formatPeriod({ from: '2020-01-01', to: '2020-12-31' }, 'zh')).toBe('2020 年');
    expect(formatPeriod({ from: '2016-01-01', to: '2020-12-31' }, 'en')).toBe('2016–2020');
    expect(formatPeriod({ from: '2021-01-01', to: '2021-04-30' }, 'zh')).toBe(
      '2021-01-01 – 2021-04-30',
    );
  });
});
