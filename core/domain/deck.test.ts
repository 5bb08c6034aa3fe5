import { describe, expect, it } from 'vitest';
import type { Language } from '#core/contract/lists.ts';
import { type Slide, slideSchema } from '#core/contract/slide.ts';
import { deckInput, sampleDeck } from '#tests/setup/sample-deck.ts';
import { sampleAt } from '../sample/sample.ts';
import { deckOf } from './deck.ts';
import { deckLimits } from './deck-parts.ts';
import type { Dataset } from './records.ts';

const DAY_AFTER = '2021-06-01';

const find = <K extends Slide['kind']>(slides: readonly Slide[], kind: K) => {
  const slide = slides.find((one) => one.kind === kind);
  if (slide?.body.kind !== kind) throw new Error(`no slide of ${kind}`);
  return { ...slide, body: slide.body as Extract<Slide['body'], { kind: K }> };
};

describe('the deck of the default dataset', () => {
  it('comes in the order of a new agenda', () => {
    expect(sampleDeck().map((slide) => slide.key)).toEqual([
      'changes',
      'task:t.jiebang',
      'funds',
      'platforms',
      'questions',
      'silence',
      'decisions',
    ]);
  });

  it('opens with what changed, as one sentence', () => {
    const { title, body } = find(sampleDeck(), 'changes');
    expect(title).toBe('新登记 9 项任务，完成 2 个节点，1 个节点今日到期；资金没有新数');
    expect(body.ticked).toEqual({ before: 5, after: 7, of: 11 });
    expect(body.unreported).toEqual({ before: 4, after: 11, of: 14 });
    expect(body.milestones.map((row) => [row.task, row.light, row.after])).toEqual([
      ['t.permit', 'done', { done: 1, total: 1 }],
      ['t.centre', 'done', { done: 6, total: 8 }],
      ['t.jiebang', 'near', { done: 0, total: 2 }],
    ]);
    expect(body.registered).toHaveLength(9);
    expect(body.silent.map((row) => row.text)).toContain('市属相关部门：4 项任务未填报');
  });

  it('says the same in English', () => {
    expect(find(sampleDeck({ lang: 'en' }), 'changes').title).toBe(
      '9 tasks registered, 2 milestones ticked, 1 due today; no new figure on funds',
    );
  });

  it('counts a tick that was on record before the task was as nothing new', () => {
    const sample = sampleAt('2021-06-01T00:00:00.000Z');
    const late: Dataset = {
      ...sample,
      tasks: sample.tasks.map((row) =>
        row.id === 't.centre' ? { ...row, registeredOn: '2021-05' } : row,
      ),
    };
    const ask = { asOf: '2021-05-31', compare: '2021-04-30', lang: 'zh' as const };
    const { title, body } = find(deckOf(deckInput(late, ask)), 'changes');
    expect(title).toContain('新登记 10 项任务，完成 2 个节点');
    expect(body.milestones.filter((row) => row.task === 't.centre')).toHaveLength(1);
  });

  it('names what a red task endangers', () => {
    const slide = find(sampleDeck({ asOf: DAY_AFTER }), 'task');
    expect(slide.title).toBe(
      '逾期 1 天：外国人才“揭榜挂帅”服务系统“完成系统框架搭建”还没有完成记录',
    );
    expect(slide).toMatchObject({ light: 'over', page: '/tasks?task=t.jiebang' });
    expect(slide.body).toMatchObject({ place: '1+5+1，数字经济（默认）', daysToNext: 29 });
    expect(slide.note).toContain('核2');
  });

  it('leaves counts of before empty where nothing is compared', () => {
    const { body, title } = find(sampleDeck({ compare: null }), 'changes');
    expect(body).toMatchObject({
      since: null,
      ticked: { before: null, after: 7, of: 11 },
      unreported: { before: null },
      milestones: [],
      registered: [],
      silent: [],
    });
    expect(title).toBe('登记任务 14 项，完成节点 7/11');
  });

  it('puts the fund that is farthest behind first', () => {
    const { body, title } = find(sampleDeck(), 'funds');
    expect(title).toBe('平台专项已付 16.5%，落后序时 16.4 个百分点');
    expect(body.funds[0]?.schedule?.gapPoints).toBeLessThan(0);
    expect(body.funds.at(-1)?.schedule).toBeNull();
  });

  it('opens with the resolutions where there was a meeting before', () => {
    const row = {
      resolution: 'r1',
      kind: 'task' as const,
      words: '补报',
      ownerName: '市科技局',
      due: null,
      carried: { kind: 'task' as const, id: 't.1' },
      light: 'over' as const,
      sentence: '逾期 3 天',
    };
    const rows = [row, { ...row, resolution: 'r2', light: 'done' as const }];
    const previous = { title: '四月例会', date: '2021-04-30', rows };
    const [first] = sampleDeck({}, { previous });
    expect(first).toMatchObject({
      key: 'resolutions',
      title: '04-30 会议 2 项决议，1 项完成，1 项逾期或受阻',
      body: { from: { title: '四月例会', date: '2021-04-30' }, rows },
    });
  });

  it('says that the meeting before took no resolutions', () => {
    const previous = { title: '四月例会', date: '2021-04-30', rows: [] };
    expect(sampleDeck({}, { previous })[0]?.title).toBe('04-30 会议没有决议');
  });
});

it('shows the worst tasks one by one, and says how many it leaves out', () => {
  const sample = sampleAt('2021-06-01T00:00:00.000Z');
  const [task] = sample.tasks;
  if (task === undefined) throw new Error('the default dataset has a task');
  const many = deckLimits.late + 3;
  const tasks = Array.from({ length: many }, (_, n) => ({
    ...task,
    id: `t.${n}`,
    due: '2021-05-20',
    ordinal: n,
  }));
  const ask = { asOf: '2021-05-31', compare: '2021-04-30', lang: 'zh' as const };
  const slides = deckOf(deckInput({ ...sample, tasks, milestones: [], ticks: [] }, ask));
  const shown = slides.filter((slide) => slide.kind === 'task');
  expect(shown).toHaveLength(deckLimits.late);
  expect(shown.at(-1)?.note).toContain('另有 3 项逾期或受阻，未单列');
  const { body, title } = find(slides, 'changes');
  expect(body).toMatchObject({ registeredTotal: many, milestonesTotal: many });
  expect(body.registered).toHaveLength(deckLimits.registered);
  expect(title).toContain(`${many} 项逾期`);
});

it.each(['zh', 'en'] satisfies Language[])('keeps the contract in %s', (lang) => {
  for (const slide of sampleDeck({ lang, asOf: DAY_AFTER }))
    expect(slideSchema.safeParse(slide).error).toBeUndefined();
});
