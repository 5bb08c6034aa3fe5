import { describe, expect, it } from 'vitest';
import { agendaItemSchema } from '#core/contract/meeting.ts';
import { sampleDeck } from '#tests/setup/sample-deck.ts';
import { agendaOf } from './agenda.ts';

const slides = sampleDeck();
const red = sampleDeck({ asOf: '2021-06-01' });
const keys = (items: readonly { key: string }[]) => items.map((item) => item.key);
const own = (id: string) => ({
  key: `own:${id}`,
  kind: 'own' as const,
  shown: true,
  title: '省厅通报',
  text: '两点要求',
  notes: null,
  minutes: 5,
  ask: null,
});

describe('a new agenda', () => {
  it('has every slide, in its order', () => {
    expect(keys(agendaOf(slides, [], 'zh'))).toEqual(keys(slides));
  });

  it('asks about a red task, with options that the record can take', () => {
    const ask = agendaOf(red, [], 'zh').find((item) => item.key === 'task:t.jiebang')?.ask;
    expect(ask?.words).toContain('逾期 1 天');
    expect(ask?.options).toEqual([
      { id: 'report-now', words: '已经完成，当场补报' },
      {
        id: 'move-milestone',
        words: '“完成系统框架搭建”改期，6 月 30 日“系统上线使用”不变',
      },
      { id: 'move-all', words: '未完成的节点一并改期' },
      { id: 'co-ordinate', words: '受阻，需要协调' },
    ]);
  });

  it('asks nothing about a task that is only near', () => {
    expect(agendaOf(slides, [], 'zh').every((item) => item.ask === null)).toBe(true);
  });

  it('names the same choices in both languages', () => {
    const ids = (lang: 'zh' | 'en') =>
      agendaOf(red, [], lang).flatMap((item) => item.ask?.options.map((option) => option.id) ?? []);
    expect(ids('en')).toEqual(ids('zh'));
  });

  it('fits the contract', () => {
    for (const item of agendaOf(red, [], 'en'))
      expect(agendaItemSchema.safeParse(item).error).toBeUndefined();
  });
});

describe('a kept agenda', () => {
  it('keeps its order, its drops, its notes and its own items when figures change', () => {
    const kept = agendaOf(slides, [], 'zh')
      .toReversed()
      .map((item) => (item.key === 'funds' ? { ...item, shown: false, notes: '先问财政' } : item))
      .concat(own('a'));
    const withoutAsks = agendaOf(red, kept, 'zh').map((item) => ({ ...item, ask: null }));
    expect(withoutAsks).toEqual(kept);
  });

  it('puts a new slide after the one before it, and after own items there', () => {
    const kept = agendaOf(slides, [], 'zh').filter((item) => item.key !== 'platforms');
    const at = kept.findIndex((item) => item.key === 'funds') + 1;
    const merged = agendaOf(slides, [...kept.slice(0, at), own('a'), ...kept.slice(at)], 'zh');
    expect(keys(merged).slice(at - 1, at + 2)).toEqual(['funds', 'own:a', 'platforms']);
  });

  it('drops what vanished, and keeps it where somebody wrote on it', () => {
    const [task] = agendaOf(red, [], 'zh').filter((item) => item.kind === 'task');
    if (task === undefined) throw new Error('there is a red task');
    const gone = { ...task, key: 'task:t.gone', ask: null };
    const merged = agendaOf(
      slides,
      [gone, { ...gone, key: 'task:t.noted', notes: '上次已问' }],
      'zh',
    );
    expect(keys(merged)).not.toContain('task:t.gone');
    expect(merged.find((item) => item.key === 'task:t.noted')).toMatchObject({
      shown: false,
      notes: '上次已问',
    });
  });

  it('does not bring back an ask that was taken out', () => {
    const kept = agendaOf(red, [], 'zh').map((item) => ({ ...item, ask: null, declined: true }));
    expect(agendaOf(red, kept, 'zh')).toEqual(kept);
  });

  it('asks about a task that has turned red since it was kept', () => {
    const kept = agendaOf(slides, [], 'zh');
    expect(kept.find((item) => item.key === 'task:t.jiebang')?.ask).toBeNull();
    const ask = agendaOf(red, kept, 'zh').find((item) => item.key === 'task:t.jiebang')?.ask;
    expect(ask?.options.map((option) => option.id)).toContain('move-milestone');
  });

  it('of before it was told whether an ask was taken out, gets none anew', () => {
    const kept = agendaOf(slides, [], 'zh').map(({ declined: _, ...item }) => item);
    expect(agendaOf(red, kept, 'zh')).toEqual(kept);
  });
});
