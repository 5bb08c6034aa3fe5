import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import { chartSvg } from '#src/charts/chart-svg.ts';
import { finance as en } from '#src/i18n/en/finance.ts';
import { finance as zh } from '#src/i18n/zh/finance.ts';
import { sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { moneyOf, roundTicks, surelyLargest } from './money.ts';
import { moneyOption } from './money-option.ts';
import { elsewhereSentence, moneySentence, moneyTable, moneyTitle } from './money-text.ts';

const words = { zh, en };
const codes = (figures: readonly Figure[]) => figures.map((figure) => figure.code);
const textOf = (board: Board, width = 1056): string => {
  const drawing = { money: moneyOf(board), lang: board.lang, words: words[board.lang] };
  const svg = chartSvg((context) => moneyOption(drawing, context), {
    width,
    height: 560,
    u: 1,
    theme: 'dark',
  });
  return [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]).join('|');
};

describe('which amounts stand together', () => {
  test('loans and investments by size, the two credit statements apart, projects elsewhere', () => {
    const money = moneyOf(sampleBoard());
    expect(codes(money.given)).toEqual([
      'finance.branch.loans.2020',
      'finance.keyidai.amount',
      'finance.vc.amount.2020',
    ]);
    expect(money.apart.map((row) => codes(row.figures))).toEqual([
      ['finance.credit.a2.amount', 'finance.credit.a5.amount'],
    ]);
    expect(codes(money.elsewhere)).toEqual(['project.tsinghua.investment']);
  });

  test('before the second statement there is nothing to keep apart, and the first has its full name', () => {
    const money = moneyOf(sampleBoard('zh', '2021-04-30'));
    expect(money.apart).toEqual([]);
    expect(money.given.map(money.nameOf)).toContain('投融资对接授信金额');
  });
});

describe('the largest amount', () => {
  const [base] = moneyOf(sampleBoard()).given;
  if (base === undefined) throw new Error('the default dataset has lost its loans');
  const amount = (value: number, qualifier: Figure['qualifier']): Figure => ({
    ...base,
    value,
    qualifier,
  });

  test('is named where no qualifier leaves it open', () => {
    expect(surelyLargest([amount(200, 'over'), amount(186, 'exact')])?.value).toBe(200);
  });

  test.each([
    ['another is only a lower bound', [amount(200, 'exact'), amount(186, 'over')]],
    ['it is only an upper bound', [amount(200, 'cap'), amount(186, 'exact')]],
    ['two are the same', [amount(200, 'exact'), amount(200, 'exact')]],
    ['there is one alone', [amount(200, 'exact')]],
    ['there is none', []],
  ])('is not named where %s', (_case, figures) => {
    expect(surelyLargest(figures)).toBeNull();
  });
});

test('ticks start at 0, are at most five and reach the largest amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e15 }), (largest) => {
      const ticks = roundTicks(largest);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
    }),
  );
  expect(roundTicks(0)).toEqual([0]);
});

describe('what is said of them', () => {
  test('in Chinese', () => {
    const money = moneyOf(sampleBoard());
    expect(moneyTitle(money, 'zh', zh)).toBe('同一把尺：科技支行贷款最大，超 2 亿元');
    expect(moneySentence(money, 'zh', zh)).toBe(
      '各笔金额：科技支行贷款（2020 年）超 2 亿元、“科易贷”累计贷款（截至 2021-04-30）1.86 亿元、2020年创投基金投资金额（2020 年）1,750 万元；授信两说，不相加：投融资对接（截至 2021-04-30）1,800 万元、“科技贷”签约（截至 2021-05）1,200 万元',
    );
    expect(elsewhereSentence(money, 'zh', zh)).toContain('总投资 超 8.8 亿元说的是项目');
  });

  test('in English', () => {
    const money = moneyOf(sampleBoard('en'));
    expect(moneyTitle(money, 'en', en)).toBe(
      'Largest on one scale: Loans by S&T branches, over 200 M yuan',
    );
    const sentence = moneySentence(money, 'en', en);
    expect(sentence).toContain(
      'Two credit statements, not added: Matchmaking events (to 30 Apr 2021) 18 M yuan, Kejidai signing (to May 2021) 12 M yuan',
    );
    expect(sentence).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each(['zh', 'en'] as const)('never a sum of the two credit statements (%s)', (lang) => {
    const board = sampleBoard(lang);
    const money = moneyOf(board);
    const all = [
      moneySentence(money, lang, words[lang]),
      moneyTitle(money, lang, words[lang]),
      textOf(board),
      JSON.stringify(moneyTable(money, lang, words[lang])),
    ].join();
    expect(all).not.toMatch(/3,000|\b30 M yuan|10 家|10 companies/);
  });

  test('the table keeps what is only a lower bound as words', () => {
    const rows = moneyTable(moneyOf(sampleBoard()), 'zh', zh).rows;
    const cell = (name: string) => rows.find((row) => row[0]?.text === name)?.[2];
    expect(cell('2020年科技支行贷款')).toEqual({ text: '超 2' });
    expect(cell('“科易贷”贷款')).toEqual({ text: '1.86', value: 1.86 });
  });
});

describe('the drawing', () => {
  test.each([1056, 420])('has each amount with qualifier and unit, %i wide', (width) => {
    const said = textOf(sampleBoard(), width);
    for (const piece of ['1.86', '1,750', '1,800', '1,200', '超 ', '授信两说，不相加 核4', '亿元'])
      expect(said).toContain(piece);
    expect(said).not.toContain('8.8');
  });
});
