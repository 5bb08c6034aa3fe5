import { describe, expect, test } from 'vitest';
import type { Figure } from '#core/contract/figure.ts';
import type { Observation, Passport } from '#core/contract/indicator.ts';
import type { Language } from '#core/contract/lists.ts';
import { passportOf } from '#core/domain/passport.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { passport as en } from '#src/i18n/en/passport.ts';
import { passport as zh } from '#src/i18n/zh/passport.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { historyOf } from './history.ts';
import { timeAxis, valueTicks } from './history-option.ts';
import { historyNote, historySentence, historyTable } from './history-text.ts';

const RECORDED = '2021-06-01T00:00:00.000Z';
const figures = indexFigures(sampleBoard().figures);

function samplePassport(code: string): Passport {
  const dataset = sampleAt(RECORDED);
  const found = passportOf({ dataset, code, asOf: '2021-05-31', knownAt: RECORDED, lang: 'zh' });
  if (found === null) throw new Error(`no ${code} in the sample`);
  return found;
}

const row = (asOf: string, value: number, more: Partial<Observation> = {}): Observation => ({
  id: `${asOf} ${value}`,
  value,
  qualifier: 'exact',
  period: null,
  asOf,
  source: 'A2',
  recordedAt: RECORDED,
  recordedBy: 'sample',
  recordedByName: null,
  approvedByName: null,
  supersedes: null,
  reason: null,
  superseded: false,
  ...more,
});

const withHistory = (history: Observation[]): Passport => ({
  ...samplePassport('platform.deeproots.major'),
  questions: [],
  history,
});

const none: ReadonlyMap<string, Figure> = new Map();

function say(passport: Passport, lang: Language = 'zh', index = none): string {
  const history = historyOf(passport, index);
  return historySentence({
    history,
    lang,
    money: 'scaled',
    w: lang === 'zh' ? zh : en,
    mark: (number) => (lang === 'zh' ? `核${number}` : `Q${number}`),
  });
}

describe('one point', () => {
  test('is a dot without a line, and the other statement stands beside it', () => {
    const passport = samplePassport('platform.deeproots.major');
    const history = historyOf(passport, figures);
    expect(history.points.map((point) => point.value)).toEqual([4]);
    expect(history.isJoined).toBe(false);
    expect(history.others.map((point) => [point.value, point.number])).toEqual([[3, 1]]);
    expect(say(passport, 'zh', figures)).toBe(
      '只有 1 期：2021-04-30 为 4 个；另有待核的数 3 个（核1）',
    );
    expect(historyNote({ history, w: zh })).toBe('只有 1 期，满 2 期才连线');
  });

  test('claims nothing that one point cannot carry, in English neither', () => {
    expect(say(withHistory([row('2021-04-30', 4)]), 'en')).toBe(
      'One period only: 4 on 30 Apr 2021',
    );
  });
});

describe('several points', () => {
  const both = [row('2021-04-30', 4), row('2021-05-31', 7)];

  test('say both ends and the plain difference', () => {
    expect(say(withHistory(both))).toBe('2 期：2021-04-30 为 4 个，2021-05-31 为 7 个，多 3 个');
    expect(
      say(withHistory([...both].reverse().map((r, i) => ({ ...r, asOf: both[i]?.asOf ?? '' })))),
    ).toBe('2 期：2021-04-30 为 7 个，2021-05-31 为 4 个，少 3 个');
    expect(say(withHistory(both), 'en')).toBe(
      '2 periods: 4 on 30 Apr 2021, 7 on 31 May 2021, 3 more',
    );
  });

  test('have no difference where one of them is only a bound', () => {
    const bound = [row('2021-04-30', 4), row('2021-05-31', 7, { qualifier: 'over' })];
    expect(say(withHistory(bound))).toBe('2 期：2021-04-30 为 4 个，2021-05-31 为 超 7 个');
  });

  test('of unlike periods are not joined and not compared', () => {
    const unlike = [
      row('2019-12-31', 4, { period: { from: '2019-01-01', to: '2019-12-31' } }),
      row('2020-12-31', 9, { period: { from: '2016-01-01', to: '2020-12-31' } }),
    ];
    const history = historyOf(withHistory(unlike), none);
    expect(history.isJoined).toBe(false);
    expect(historyNote({ history, w: zh })).toBe('2 期，时段不同，不连线');
    expect(say(withHistory(unlike))).not.toMatch(/多|少/);
  });

  test('a row that was corrected is in the table and not in the line', () => {
    const corrected = [
      row('2021-04-30', 5, { id: 'wrong', superseded: true }),
      row('2021-04-30', 4, { id: 'right', supersedes: 'wrong', reason: '笔误' }),
    ];
    const history = historyOf(withHistory(corrected), none);
    expect(history.points.map((point) => point.value)).toEqual([4]);
    const table = historyTable({
      history,
      lang: 'zh',
      money: 'scaled',
      w: zh,
      mark: String,
      sourceTitle: (id) => id ?? '',
    });
    expect(table.rows.map((cells) => cells.map((cell) => cell.text).join(' '))).toEqual([
      '2021-04-30 4 个 计入 A2',
      '2021-04-30 5 个 已被更正 A2',
    ]);
  });

  test('of a ledger are running sums', () => {
    const passport = samplePassport('fund.platform.disbursed.2021');
    const paid = [row('2021-02-28', 50_000_000), row('2021-04-30', 80_000_000)];
    const history = historyOf({ ...passport, history: paid }, none);
    expect(history.points.map((point) => point.value)).toEqual([50_000_000, 130_000_000]);
    expect(history.isJoined).toBe(true);
  });
});

test('nothing on record says so', () => {
  expect(say(withHistory([]))).toBe('还没有记录');
});

describe('axes', () => {
  test('a single date stands in the months around it', () => {
    const axis = timeAxis(['2021-04-30']);
    expect([axis.from, axis.to, axis.isYearly]).toEqual(['2021-01-01', '2021-06-01', false]);
    expect(axis.ticks.length).toBeLessThanOrEqual(6);
  });

  test('ten years are told by years, at most five names', () => {
    const axis = timeAxis(['2011-01-31', '2020-12-31']);
    expect(axis.isYearly).toBe(true);
    expect(axis.ticks.length).toBeLessThanOrEqual(5);
    expect(axis.ticks.every((day) => day.endsWith('-01-01'))).toBe(true);
  });

  test.each([
    [4, [0, 2, 4]],
    [97, [0, 50, 100]],
    [0, [0]],
    [2956, [0, 1000, 2000, 3000]],
  ])('values up to %d have round steps from 0', (top, ticks) => {
    expect(valueTicks(top)).toEqual(ticks);
  });
});
