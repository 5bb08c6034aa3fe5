import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Milestone, Task } from '#core/contract/task.ts';
import { addDays } from '#core/domain/dates.ts';
import { TIMELINE, timelineOf } from './task-timeline.ts';

const milestone = (id: string, change: Partial<Milestone>): Milestone => ({
  id,
  title: id,
  due: null,
  originalDue: null,
  postponed: 0,
  doneOn: null,
  state: 'open',
  source: null,
  ...change,
});
const task = (milestones: Milestone[], change: Partial<Task> = {}): Task =>
  ({ start: null, due: null, milestones, ...change }) as Task;

test('a task without a dated milestone has no line', () => {
  expect(timelineOf(task([milestone('a', {})]), '2021-05-31')).toBeNull();
});

test('a task with a date of its own and no milestones has that on its line', () => {
  const light = { state: 'near' } as Task['light'];
  const line = timelineOf(task([], { due: '2021-06-20', short: '补报', light }), '2021-06-10');
  expect(line?.stops).toMatchObject([{ title: '补报', due: '2021-06-20', state: 'near' }]);
  expect(line?.ahead).toMatchObject({ title: '补报', days: 10 });
});

test('days ahead are counted to the next date that is open', () => {
  const line = timelineOf(
    task([
      milestone('frame', { due: '2021-05-31', state: 'over' }),
      milestone('launch', { due: '2021-06-30' }),
    ]),
    '2021-06-01',
  );
  expect(line?.from).toBe('2021-05-01');
  expect(line?.ahead).toMatchObject({ title: 'launch', days: 29 });
});

test('a ticked one ahead is not what is ahead', () => {
  const line = timelineOf(
    task([milestone('launch', { due: '2021-06-30', doneOn: '2021-05-20', state: 'done' })]),
    '2021-06-01',
  );
  expect(line?.ahead).toBeNull();
});

test('whatever the dates, places are in order, on the line, and never on top of each other in one row', () => {
  const days = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(days, (offsets) => {
      const asOf = '2021-05-31';
      const line = timelineOf(
        task(offsets.map((day, index) => milestone(String(index), { due: addDays(asOf, day) }))),
        asOf,
      );
      if (line === null) throw new Error('dated milestones make a line');
      const places = [...line.stops.map((stop) => stop.x), line.today.x];
      for (const x of places) {
        expect(x).toBeGreaterThanOrEqual(TIMELINE.left);
        expect(x).toBeLessThanOrEqual(TIMELINE.right);
      }
      const dues = line.stops.map((stop) => stop.due);
      expect(dues).toEqual([...dues].sort());
      expect(line.stops.length).toBeLessThanOrEqual(6);
    }),
  );
});
