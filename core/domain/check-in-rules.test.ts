import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightStates } from '../contract/lists.ts';
import { type CheckInTask, checkInFaults, statusChoices } from './check-in-rules.ts';
import { firstDay } from './dates.ts';

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
/** A day, a month or a year: a source knows no more sometimes. */
const begin = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([on, length]) => on.slice(0, length));

const taskOf = (start: string | null): CheckInTask => ({
  start,
  milestones: [{ id: 'm', doneOn: null }],
});
const faultsOf = (task: CheckInTask, doneOn: string, today: string) =>
  checkInFaults(
    task,
    { status: 'in_progress', ticks: [{ milestone: 'm', doneOn }], difficulty: null },
    today,
  );

describe('the day on which a milestone was done', () => {
  it('has come, and is not before the first day on which the task may have begun', () => {
    fc.assert(
      fc.property(fc.option(begin), day, day, (start, doneOn, today) => {
        const isLater = doneOn > today;
        const isBefore = start !== null && doneOn < firstDay(start);
        const fault = isLater ? 'done-in-future' : isBefore ? 'done-before-start' : null;
        expect(faultsOf(taskOf(start), doneOn, today)).toEqual(
          fault === null ? [] : [{ path: 'ticks.0.doneOn', fault }],
        );
      }),
    );
  });

  it.each([
    ['2020-07', '2020-07-01', []],
    ['2020-07', '2020-06-30', ['done-before-start']],
    ['2020', '2020-01-01', []],
    [null, '1999-01-01', []],
  ])('of a task that began in %s may be %s: %j', (start, doneOn, faults) => {
    expect(faultsOf(taskOf(start), doneOn, '2021-05-31').map((row) => row.fault)).toEqual(faults);
  });

  it('is asked of each milestone once, and of none that is done or of another task', () => {
    const task: CheckInTask = {
      start: null,
      milestones: [
        { id: 'open', doneOn: null },
        { id: 'done', doneOn: '2021-05' },
      ],
    };
    const ticks = ['open', 'open', 'done', 'other'].map((milestone) => ({
      milestone,
      doneOn: '2021-05-30',
    }));
    const draft = { status: 'in_progress' as const, ticks, difficulty: null };
    expect(checkInFaults(task, draft, '2021-05-31')).toEqual([
      { path: 'ticks.1.milestone', fault: 'ticked-twice' },
      { path: 'ticks.2.milestone', fault: 'ticked-already' },
      { path: 'ticks.3.milestone', fault: 'unknown-milestone' },
    ]);
  });
});

describe('what may be declared', () => {
  it('is never better than the dates; worse always', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lightStates), fc.boolean(), (computed, isAllTicked) => {
        const choices = statusChoices(computed, isAllTicked);
        const allowed = choices.filter((row) => row.isAllowed).map((row) => row.light);
        expect(allowed).toContain('blocked');
        expect(allowed.includes('done')).toBe(isAllTicked);
        if (computed === 'over' || computed === 'near' || computed === 'blocked')
          expect(allowed).not.toContain('ok');
        if (computed === 'over') expect(allowed).not.toContain('near');
      }),
    );
  });
});
