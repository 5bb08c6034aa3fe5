import { expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { lightHistory } from './light-history.ts';
import type { TaskRecord } from './records.ts';

const sample = sampleAt('2026-01-02T03:04:05.678Z');
const find = (id: string): TaskRecord => {
  const task = sample.tasks.find((row) => row.id === id);
  if (task === undefined) throw new Error(`no task ${id}`);
  return task;
};
const history = (task: TaskRecord, asOf: string, context = sample) =>
  lightHistory(task, context, asOf, 'zh').map(({ on, state }) => `${on} ${state}`);

test('a task of the default dataset: due on the day it is registered, overdue the day after', () => {
  expect(history(find('t.jiebang'), '2021-07-31')).toEqual(['2021-05-31 near', '2021-06-01 over']);
  expect(history(find('t.jiebang'), '2021-05-31')).toEqual(['2021-05-31 near']);
  expect(history(find('t.jiebang'), '2021-05-30')).toEqual([]);
});

test('silence, report, silence again, warning, overdue, done: each on its day', () => {
  const task = { ...find('t.centre'), due: '2021-09-30', rhythmDays: 30 };
  const report = (asOf: string, status: 'in_progress' | 'done') => ({
    id: `c.${asOf}`,
    task: 't.centre',
    asOf,
    status,
    progress: null,
    difficulty: null,
    next: null,
    submission: null,
    recordedAt: '2026-01-02T03:04:05.678Z',
    recordedBy: 'someone',
  });
  const context = {
    ...sample,
    milestones: [],
    checkIns: [report('2021-06-10', 'in_progress'), report('2021-10-05', 'done')],
  };
  expect(history(task, '2021-12-31', context)).toEqual([
    '2021-04-30 none',
    '2021-06-10 ok',
    '2021-07-11 none',
    '2021-09-20 near',
    '2021-10-01 over',
    '2021-10-05 done',
  ]);
});
