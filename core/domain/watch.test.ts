import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredStatuses } from '#core/contract/lists.ts';
import { addDays } from './dates.ts';
import type { TaskOutline } from './task-outline.ts';
import { isSilent, watchFigure, watchTask } from './watch.ts';

const TODAY = '2021-05-31';
const task = (more: Partial<TaskOutline>): TaskOutline => ({
  id: 't',
  framework: null,
  placedByDefault: false,
  ownerDepartment: 'd',
  due: null,
  registeredOn: '2021-01-01',
  retiredOn: null,
  rhythmDays: 30,
  ordinal: 1,
  sources: [],
  steps: [],
  reports: [],
  ...more,
});
const step = (due: string | null, ...ticks: string[]) => ({
  due,
  registeredOn: '2021-01-01',
  ticks,
});
const said = (status: (typeof declaredStatuses)[number], asOf = '2021-05-30') => [{ asOf, status }];

describe('word and dates', () => {
  it.each([
    ['late, and not said so', [step('2021-05-01')], 'in_progress', 'late-not-said'],
    ['late, and said to be stuck', [step('2021-05-01')], 'blocked', null],
    ['said done with an open milestone', [step(null)], 'done', 'done-not-ticked'],
    ['all ticked and not said done', [step(null, '2021-05-02')], 'in_progress', 'ticked-not-done'],
    ['all ticked and said done', [step(null, '2021-05-02')], 'done', null],
    ['said worse than the dates', [step('2021-12-31')], 'at_risk', 'worse-said'],
    ['said to go on, nothing due', [step('2021-12-31')], 'in_progress', null],
  ] as const)('%s', (_, steps, status, expected) => {
    const watched = watchTask(task({ steps, reports: said(status) }), TODAY, 10);
    expect(watched.disagreement).toBe(expected);
  });

  it('where nobody said anything there is nothing to disagree with', () => {
    expect(watchTask(task({ steps: [step('2021-05-01')] }), TODAY, 10)).toMatchObject({
      declared: null,
      computed: 'over',
      disagreement: null,
    });
  });
});

describe('silence', () => {
  it('begins after twice the rhythm, counted from the last report or tick, else from the registration', () => {
    const at = (asOf: string) => watchTask(task({ reports: said('in_progress', asOf) }), TODAY, 10);
    expect(at(addDays(TODAY, -60)).silent).toBe(false);
    expect(at(addDays(TODAY, -61)).silent).toBe(true);
    expect(watchTask(task({}), TODAY, 10)).toMatchObject({ lastOn: null, silent: true });
    const ticked = task({ steps: [step(null, '2021-05-20'), step(null)] });
    expect(watchTask(ticked, TODAY, 10)).toMatchObject({ lastOn: '2021-05-20', silent: false });
  });

  it('judges nobody without a rhythm, and nothing that is done', () => {
    const day = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(day, fc.constantFrom(...declaredStatuses), (ago, status) => {
        const old = task({ rhythmDays: null, reports: said(status, addDays(TODAY, -ago)) });
        expect(watchTask(old, TODAY, 10).silent).toBeNull();
        expect(watchFigure(null, addDays(TODAY, -ago), TODAY).silent).toBeNull();
      }),
    );
    const done = task({ steps: [step(null, '2020-01-01')], reports: said('done', '2020-01-02') });
    expect(watchTask(done, TODAY, 10).silent).toBeNull();
  });

  it('once begun does not end by waiting longer, and a slower rhythm never makes it begin', () => {
    const days = fc.integer({ min: 0, max: 3000 });
    const rhythm = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(days, days, rhythm, rhythm, (a, b, r, s) => {
        if (isSilent(Math.min(a, b), r)) expect(isSilent(Math.max(a, b), r)).toBe(true);
        if (isSilent(a, Math.max(r, s))) expect(isSilent(a, Math.min(r, s))).toBe(true);
      }),
    );
  });

  it('of an indicator that has a rhythm and never had a figure', () => {
    expect(watchFigure(30, null, TODAY)).toEqual({ lastOn: null, silentDays: null, silent: true });
    expect(watchFigure(30, '2021-05', TODAY)).toMatchObject({ silentDays: 0, silent: false });
  });
});
