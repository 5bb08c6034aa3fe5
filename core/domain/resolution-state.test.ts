import { describe, expect, it } from 'vitest';
import { sampleAt } from '../sample/sample.ts';
import { type ResolutionStateInput, resolutionState } from './resolution-state.ts';
import { taskViews } from './task-view.ts';

const asOf = '2021-06-05';
const sample = sampleAt('2021-06-01T00:00:00.000Z');
const view = (id: string) => {
  const task = taskViews(sample.tasks, sample, asOf, 'zh').find((one) => one.id === id);
  if (task === undefined) throw new Error(`no task ${id}`);
  return task;
};
const jiebang = view('t.jiebang');
const step = jiebang.milestones[0]?.id ?? '';

const state = (
  resolution: Partial<ResolutionStateInput['resolution']>,
  more: Partial<ResolutionStateInput> = {},
) =>
  resolutionState({
    resolution: {
      id: 'r',
      kind: 'task',
      words: 'w',
      ownerName: '市科技局',
      due: null,
      carried: null,
      ...resolution,
    },
    task: null,
    question: null,
    asOf,
    lang: 'zh',
    ...more,
  });

describe('a resolution, seen at a date', () => {
  it('became a task: its light, and why', () => {
    const carried = { kind: 'task' as const, id: 't.jiebang' };
    expect(state({ carried }, { task: jiebang })).toMatchObject({
      light: 'over',
      carried,
      sentence: jiebang.light.why,
    });
  });

  it('became a task that is not registered by that day', () => {
    const carried = { kind: 'task' as const, id: 't.new' };
    expect(state({ carried })).toMatchObject({ light: null, sentence: '到这一天还没有登记。' });
  });

  it('moved a milestone: its date, or that it is done', () => {
    const carried = { kind: 'milestone-due' as const, id: step };
    expect(state({ kind: 'due-date', carried }, { task: jiebang }).sentence).toBe(
      '“完成系统框架搭建”期限 05-31，已过 5 天。',
    );
    const done = {
      ...jiebang,
      milestones: jiebang.milestones.map((one) => ({ ...one, doneOn: '2021-06-02' })),
    };
    expect(state({ kind: 'due-date', carried }, { task: done }).sentence).toBe(
      '“完成系统框架搭建”已于 06-02 完成。',
    );
  });

  it('settled a question, which may be open again', () => {
    const given = { kind: 'settle' as const, carried: { kind: 'question' as const, id: 'q' } };
    expect(state(given, { question: { open: false } }).sentence).toBe('口径已经确认。');
    expect(state(given, { question: { open: true } }).sentence).toBe('口径仍待核。');
  });

  it('is words only, or not carried out yet', () => {
    expect(state({ kind: 'words' }).sentence).toBe('只作记录。');
    expect(state({ kind: 'settle' }).sentence).toBe('会议还没有关闭，尚未落实。');
  });
});
