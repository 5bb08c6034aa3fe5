import { describe, expect, test } from 'vitest';
import type { Language } from '#core/contract/lists.ts';
import { type LightInput, lightOf } from './light.ts';
import {
  dueWords,
  type FundSentenceInput,
  fundSentence,
  outlookSentence,
  taskDueTitle,
  whyLight,
} from './sentences.ts';

const TASK: LightInput = {
  asOf: '2021-05-31',
  nearDays: 10,
  due: null,
  milestones: [],
  declared: null,
  reportedOn: null,
  rhythmDays: null,
};
const why = (input: Partial<LightInput>, lang: Language, nearDays = 10) => {
  const asked = { ...TASK, nearDays, ...input };
  return whyLight(lightOf(asked), '上线', asked.nearDays, asked.asOf, lang);
};

describe('why this light', () => {
  const due = (day: string) => ({
    milestones: [{ id: 'm', title: '搭框架', due: day, doneOn: null }],
  });

  test('a day in the past says so, and how long ago', () => {
    expect(why(due('2021-05-28'), 'zh')).toBe('“搭框架”应于 5 月 28 日完成，已过 3 天，尚未勾选。');
    expect(why(due('2021-05-28'), 'en')).toBe(
      '“搭框架” was due on 28 May, 3 days ago, and is not ticked.',
    );
    expect(why(due('2020-05-31'), 'en')).toBe(
      '“搭框架” was due on 31 May 2020, 365 days ago, and is not ticked.',
    );
  });

  test('one day is one day', () => {
    expect(why(due('2021-05-30'), 'en')).toContain('30 May, 1 day ago');
    expect(why(due('2021-06-01'), 'en')).toContain('due in 1 day (1 Jun)');
    expect(why(due('2021-06-01'), 'en', 1)).toContain('starts 1 day before');
  });

  test('today is today', () => {
    expect(why(due('2021-05-31'), 'zh')).toBe(
      '“搭框架”今日到期（5 月 31 日）；到期前 10 天起提示。',
    );
    expect(why(due('2021-05-31'), 'en')).toBe(
      '“搭框架” is due today (31 May); the warning starts 10 days before.',
    );
  });

  test('the task’s own date carries the task’s title', () => {
    expect(why({ due: '2021-06-05' }, 'zh')).toContain('“上线”还有 5 天到期（6 月 5 日）');
  });

  test('silence names the last sign of life', () => {
    const silent = { declared: 'in_progress', reportedOn: '2021-04-20', rhythmDays: 30 } as const;
    expect(why(silent, 'zh')).toBe('最近一次进展在 4 月 20 日，已过 41 天，超出约定的填报周期。');
    expect(why(silent, 'en')).toBe(
      'The last progress is of 20 Apr, 41 days ago: longer than the agreed rhythm.',
    );
  });

  test('every rule has its own sentence', () => {
    const cases: Partial<LightInput>[] = [
      { declared: 'done', reportedOn: '2021-05-01' },
      { declared: 'blocked', reportedOn: '2021-05-01' },
      due('2021-05-01'),
      due('2021-06-01'),
      { declared: 'in_progress', reportedOn: '2021-04-01', rhythmDays: 7 },
      { declared: 'in_progress', reportedOn: '2021-04-01' },
      {},
    ];
    for (const lang of ['zh', 'en'] as const) {
      const said = cases.map((input) => why(input, lang));
      expect(new Set(said).size).toBe(cases.length);
      expect(said.filter((sentence) => !/[。.]$/.test(sentence))).toEqual([]);
    }
  });
});

test('when a date falls', () => {
  expect([0, 1, 30, -1, -30].map((n) => dueWords(n, 'zh'))).toEqual([
    '今日到期',
    '还有 1 天到期',
    '还有 30 天到期',
    '已过 1 天',
    '已过 30 天',
  ]);
  expect([0, 1, 30, -1, -30].map((n) => dueWords(n, 'en'))).toEqual([
    'due today',
    'due in 1 day',
    'due in 30 days',
    '1 day past due',
    '30 days past due',
  ]);
  expect(taskDueTitle('due-soon', 0, 'zh')).toBe('临期 · 今日到期');
  expect(taskDueTitle('due-soon', 0, 'en')).toBe('Due soon · today');
  expect(taskDueTitle('due-soon', 1, 'en')).toBe('Due soon · in 1 day');
  expect(taskDueTitle('overdue', -3, 'en')).toBe('Overdue · by 3 days');
  expect(taskDueTitle('blocked', null, 'zh')).toBe('受阻');
});

describe('a fund in one sentence', () => {
  const FUND: FundSentenceInput = {
    name: '平台专项',
    disbursed: { amountFen: 1_300_000_000, qualifier: 'exact', label: null },
    isUnsummable: false,
    whole: {
      amountFen: 7_900_000_000,
      qualifier: 'exact',
      label: null,
      of: 'planned',
      period: { from: '2021-01-01', to: '2021-12-31' },
    },
    share: { percent: 16.4557, qualifier: 'exact' },
    schedule: { expectedPercent: 32.8767, gapPoints: -16.421, on: '2021-04-30' },
    asOf: '2021-05-31',
  };
  const say = (part: Partial<FundSentenceInput>, lang: Language) =>
    fundSentence({ ...FUND, ...part }, lang);
  const gap = (gapPoints: number) => ({
    schedule: { expectedPercent: 32.8767, gapPoints, on: '2021-04-30' },
  });

  test('behind: what was paid, of which plan, against which schedule, on which day', () => {
    expect(say({}, 'zh')).toBe(
      '平台专项已拨付 1,300 万元，占 2021 年计划 7,900 万元的 16.5%；04-30 序时 32.9%，落后 16.4 个百分点。',
    );
    expect(say({}, 'en')).toBe(
      '平台专项, disbursed: 13 M yuan, 16.5% of the plan for 2021 (79 M yuan); schedule on 30 Apr: 32.9%, 16.4 points behind.',
    );
  });

  test('ahead and level say so without praise', () => {
    expect(say(gap(3.21), 'zh')).toContain('，超前 3.2 个百分点。');
    expect(say(gap(3.21), 'en')).toContain(', 3.2 points ahead.');
    expect(say(gap(-0.01), 'zh')).toContain('，与序时持平。');
    expect(say(gap(0), 'en')).toContain(', level with it.');
  });

  test('a bound makes the share and the gap a bound', () => {
    const over = { share: { percent: 16.4557, qualifier: 'over' as const } };
    expect(say(over, 'zh')).toContain('的 16.5% 以上；04-30 序时 32.9%，落后至多 16.4 个百分点。');
    expect(say(over, 'en')).toContain('over 16.5% of the plan for 2021');
    expect(say({ ...over, ...gap(5) }, 'en')).toContain('at least 5.0 points ahead.');
    const cap = { share: { percent: 16.4557, qualifier: 'cap' as const } };
    expect(say(cap, 'zh')).toMatch(/的至多 16\.5%；.*落后至少 16\.4 个百分点/);
    const paid = { amountFen: 1_300_000_000, qualifier: 'over' as const, label: null };
    expect(say({ ...over, disbursed: paid }, 'zh')).toMatch(
      /^平台专项已拨付超 1,300 万元，占 2021 年计划/,
    );
  });

  test('without a schedule the sentence ends with the share', () => {
    const whole = {
      ...FUND.whole,
      amountFen: 30_000_000_000,
      qualifier: 'exact',
      of: 'committed',
      period: null,
    } as const;
    const mother = {
      disbursed: { amountFen: 10_000_000_000, qualifier: 'exact' as const, label: '已投资' },
      share: { percent: 33.333, qualifier: 'exact' as const },
      schedule: null,
    };
    expect(say({ ...mother, whole: { ...whole, label: '初期规模' } }, 'zh')).toBe(
      '平台专项已投资 1 亿元，占初期规模 3 亿元的 33.3%。',
    );
    expect(say({ ...mother, whole: { ...whole, label: 'Initial size' } }, 'en')).toContain(
      '33.3% of the initial size (300 M yuan).',
    );
    expect(say({ ...mother, whole: { ...whole, label: null } }, 'zh')).toContain(
      '，占承诺 3 亿元的',
    );
  });

  test('what is missing is named', () => {
    expect(say({ disbursed: null }, 'zh')).toBe('平台专项：还没有拨付记录。');
    expect(say({ disbursed: null, isUnsummable: true }, 'zh')).toBe(
      '平台专项：拨付记录的上限、下限不一，不能合计。',
    );
    expect(say({ whole: null, share: null, schedule: null }, 'zh')).toBe(
      '平台专项已拨付 1,300 万元，来源未列总额。',
    );
    expect(say({ share: null, schedule: null }, 'en')).toBe(
      '平台专项, disbursed: 13 M yuan; the plan for 2021 is 79 M yuan.',
    );
  });

  test('a plan of another length names its two days', () => {
    const whole = {
      ...FUND.whole,
      period: { from: '2021-01-01', to: '2021-06-30' },
    } as NonNullable<FundSentenceInput['whole']>;
    expect(say({ whole }, 'zh')).toContain('占 2021-01-01 – 2021-06-30 计划 7,900 万元的');
  });
});

describe('an outlook in one sentence', () => {
  const OUTLOOK = {
    remainingDays: 245,
    remainingPercent: 83.5,
    requiredPerDayPercent: 0.341,
    pacePerDayPercent: 0.137,
    projectedPercent: 50.05,
    projectedReachOn: null,
  };
  const plan = { value: 7_900_000_000, unit: 'fen' } as const;

  test('names its assumption, both rates, and that it is derived', () => {
    const zh = outlookSentence(OUTLOOK, plan, 'zh');
    expect(zh).toMatch(/^若按至今的平均进度，期末到 50\.[01]%/);
    expect(zh).toContain('余下 245 天');
    expect(zh).toContain('（推算）');
    expect(outlookSentence(OUTLOOK, plan, 'en')).toMatch(
      /average pace so far.*remaining 245 days.*\(derived\)/,
    );
    expect(outlookSentence({ ...OUTLOOK, remainingDays: 1 }, plan, 'en')).toContain(
      'the last day needs',
    );
  });

  test('a small target keeps its small rates', () => {
    const few = { value: 12, unit: 'item' } as const;
    expect(outlookSentence(OUTLOOK, few, 'zh')).toContain('平均每天需 0.04 个');
  });

  test('reached, or over', () => {
    expect(outlookSentence({ ...OUTLOOK, remainingPercent: 0 }, plan, 'zh')).toBe('已达到计划。');
    const over = {
      ...OUTLOOK,
      remainingDays: 0,
      requiredPerDayPercent: null,
      remainingPercent: 10,
    };
    expect(outlookSentence(over, plan, 'zh')).toBe('期限已过，还差 790 万元。');
    expect(outlookSentence(over, plan, 'en')).toBe(
      'The period is over; still missing: 7.9 M yuan.',
    );
  });
});
