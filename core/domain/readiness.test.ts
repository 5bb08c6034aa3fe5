import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates.ts';
import { longestFirst, owedFigure, owedTask } from './readiness.ts';
import type { TaskOutline } from './task-outline.ts';

const at = { asOf: '2021-05-31', since: '2021-04-30', nearDays: 10 };
const task = (more: Partial<TaskOutline> = {}): TaskOutline => ({
  id: 't',
  framework: null,
  placedByDefault: false,
  ownerDepartment: 'd',
  due: null,
  registeredOn: '2021-01-01',
  retiredOn: null,
  rhythmDays: null,
  ordinal: 1,
  sources: [],
  steps: [],
  reports: [],
  ...more,
});
const report = (asOf: string, status: 'in_progress' | 'done' = 'in_progress') => ({ asOf, status });

describe('a task owes a report', () => {
  it.each([
    ['never reported', task(), { lastOn: null }],
    [
      'reported before the last meeting',
      task({ reports: [report('2021-04-30')] }),
      { lastOn: '2021-04-30' },
    ],
    ['reported since', task({ reports: [report('2021-05-01')] }), null],
    [
      'ticked since',
      task({ steps: [{ due: null, registeredOn: '2021-01', ticks: ['2021-05'] }] }),
      null,
    ],
    ['done long ago', task({ reports: [report('2021-01-05', 'done')] }), null],
    ['not registered yet', task({ registeredOn: '2021-06' }), null],
  ])('%s', (_, given, expected) => {
    expect(owedTask(given, at)).toEqual(expected);
  });

  it('and without a meeting before only where it never reported', () => {
    const first = { ...at, since: null };
    expect(owedTask(task(), first)).toEqual({ lastOn: null });
    expect(owedTask(task({ reports: [report('2020-01-01')] }), first)).toBeNull();
  });
});

describe('an indicator owes a figure', () => {
  const figure = (rhythmDays: number | null, on: string | null, retiredOn: string | null = null) =>
    owedFigure({ rhythmDays, retiredOn }, on, at);

  it.each([
    ['its rhythm has passed', figure(30, '2021-04-30'), { lastOn: '2021-04-30' }],
    ['there was never one', figure(30, null), { lastOn: null }],
    ['a year has not passed', figure(365, '2021-01'), null],
    ['there is one since', figure(7, '2021-05-10'), null],
    ['nobody set a rhythm', figure(null, null), null],
    ['it is retired', figure(30, null, '2021-05-01'), null],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

it('a report since the last meeting always pays what a task owes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.nat(400), (days, earlier) => {
      const old = report(addDays(at.since, -earlier));
      const fresh = report(addDays(at.since, days));
      expect(owedTask(task({ reports: [old] }), at)).toEqual({ lastOn: old.asOf });
      expect(owedTask(task({ reports: [old, fresh] }), at)).toBeNull();
    }),
  );
});

it('puts what never gave a sign before the longest silence', () => {
  const rows = [{ lastOn: '2021-03-01' }, { lastOn: null }, { lastOn: '2021-01-01' }];
  expect(rows.toSorted(longestFirst).map((row) => row.lastOn)).toEqual([
    null,
    '2021-01-01',
    '2021-03-01',
  ]);
});
