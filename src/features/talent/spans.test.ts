import { describe, expect, test } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import { chartSvg } from '#src/charts/chart-svg.ts';
import { talent as en } from '#src/i18n/en/talent.ts';
import { talent as zh } from '#src/i18n/zh/talent.ts';
import { sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { spanGroups, spansOf, timeAxis } from './spans.ts';
import { spansOption } from './spans-option.ts';
import { spansSentence, spansTable, spansTitle } from './spans-text.ts';

const words = { zh, en };

const talentOf = (board: Board): Figure[] =>
  board.figures.filter((figure) => figure.theme === 'talent');

function spanOf(board: Board, code: string) {
  const found = spansOf(talentOf(board)).find((span) => span.figure.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
}

const svgOf = (board: Board, box: { width: number; height: number }, figures = talentOf(board)) =>
  chartSvg(
    (context) =>
      spansOption(
        {
          spans: spansOf(figures),
          asOf: board.asOf,
          lang: board.lang,
          words: words[board.lang],
        },
        context,
      ),
    { ...box, u: 1, theme: 'dark' },
  );

const textOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1]).join('|');

describe('which days a figure speaks of', () => {
  const board = sampleBoard();

  test('a period that ends on the figure’s date is stated', () => {
    expect(spanOf(board, 'talent.highlevel.135')).toMatchObject({
      kind: 'stated',
      from: '2016-01-01',
      to: '2020-12-31',
    });
  });

  test('years that the source does not name are only placed', () => {
    expect(spanOf(board, 'talent.engineer.2y')).toMatchObject({ kind: 'placed' });
  });

  test('a sum without a start and a level at a date are two things', () => {
    expect(spanOf(board, 'talent.activities')).toMatchObject({ kind: 'until', from: null });
    expect(spanOf(board, 'talent.optoelectronic.engineers')).toMatchObject({
      kind: 'at',
      to: '2021-05-31',
    });
  });

  test('the axis has whole years around all of them and the page’s date', () => {
    const axis = timeAxis(spansOf(talentOf(board)), board.asOf);
    expect([axis.firstYear, axis.lastYear, axis.totalDays]).toEqual([2016, 2021, 2192]);
    expect(axis.dayOf('2016-01-01')).toBe(0);
  });

  test('the two totals of the plan are one time; the academicians are another', () => {
    const groups = spanGroups(spansOf(talentOf(board))).map((group) =>
      group.map((span) => span.figure.code),
    );
    expect(groups[0]).toEqual(['talent.highlevel.135', 'talent.provincial.135']);
    expect(groups).toContainEqual(['talent.academician.2019']);
  });
});

describe('what is said of them', () => {
  test('in Chinese', () => {
    const board = sampleBoard();
    const spans = spansOf(talentOf(board));
    expect(spansTitle(spans, zh)).toBe('12 个数，说的是 7 段不同的时间');
    const sentence = spansSentence(spans, 'zh', zh);
    expect(sentence).toContain(
      '2016–2020：引进各类高层次人才 2,956 人、引育省级以上高端人才 168 人；',
    );
    expect(sentence).toContain(
      '2019–2020，来源未写明年份：海外工程师 34 人、服务企业 10 家、攻克技术难题 超 100 个',
    );
    expect(sentence).toContain('累计至 2021-04-30，起点未列：');
  });

  test('in English', () => {
    const spans = spansOf(talentOf(sampleBoard('en')));
    expect(spansTitle(spans, en)).toBe('12 figures speak of 7 different spans of time');
    const sentence = spansSentence(spans, 'en', en);
    expect(sentence).toContain('2020: New provincial overseas engineers 18 people');
    expect(sentence).toContain('Technical problems solved over 100');
    expect(sentence).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each(['zh', 'en'] as const)('never a sum, a share or a trend (%s)', (lang) => {
    const spans = spansOf(talentOf(sampleBoard(lang)));
    const sentence = spansSentence(spans, lang, words[lang]);
    expect(sentence).not.toMatch(/3,124|52\b|%|增长|下降|上升|grew|rose|fell|increase/);
  });

  test('one figure makes one sentence of one time', () => {
    const one = spansOf(talentOf(sampleBoard('en')).slice(0, 1));
    expect(spansTitle(one, en)).toBe('1 figure of one span of time');
  });

  test('the table keeps qualifiers, dates and open questions', () => {
    const rows = spansTable(spansOf(talentOf(sampleBoard())), 'zh', zh).rows.map((row) =>
      row.map((cell) => cell.value ?? cell.text),
    );
    expect(rows).toContainEqual([
      '“十三五”引进各类高层次人才',
      2956,
      '人',
      '2016-01-01',
      '2020-12-31',
      '2016–2020',
      '核7 总量位居嘉兴前列',
    ]);
    expect(rows.find((row) => row[0] === '攻克技术难题')?.[1]).toBe('超 100');
    expect(rows.find((row) => row[0] === '推荐各类省级高端人才')?.[3]).toBe('未列');
  });
});

describe('the drawing', () => {
  test.each([
    ['zh', ['2,956', '168', '超 ', '276', '2016', '2021', '截至 2021-05-31', '年份']],
    ['en', ['2,956', '168', 'over ', '276', '2016', '2021', 'As of 31 May 2021', 'not named']],
  ] as const)('has every figure at its bar (%s)', (lang, pieces) => {
    const board = sampleBoard(lang);
    const said = textOf(svgOf(board, { width: 1056, height: 760 }));
    for (const piece of pieces) expect(said).toContain(piece);
    for (const figure of talentOf(board)) {
      expect(said).toContain(figure.short.split(' ')[0]);
    }
  });

  test('only years that are not named have dashed frames', () => {
    const dashes = (figures: Figure[]) =>
      svgOf(sampleBoard(), { width: 1056, height: 760 }, figures).split('stroke-dasharray="6,5"')
        .length - 1;
    const all = talentOf(sampleBoard());
    expect(dashes(all)).toBe(3);
    expect(dashes(all.filter((figure) => figure.code.endsWith('.135')))).toBe(0);
  });

  test('rows without room are counted, not dropped in silence', () => {
    const said = textOf(svgOf(sampleBoard(), { width: 1056, height: 300 }));
    expect(said).toMatch(/另有 \d+ 个数，见表/);
    expect(textOf(svgOf(sampleBoard(), { width: 1056, height: 760 }))).not.toContain('另有');
  });
});
