import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallPages } from '../contract/lists.ts';
import { beatOf, inTurn, isReloadTime, reloadMinute } from './screens.ts';

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const later = (at: string, seconds: number) =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

test('a wall is reporting, then late, then silent, and never goes back by waiting', () => {
  const order = ['reporting', 'late', 'silent'];
  fc.assert(
    fc.property(instant, fc.nat(5_000), fc.nat(5_000), (at, a, b) => {
      const [first, second] = [beatOf(at, later(at, a)), beatOf(at, later(at, a + b))];
      expect(order.indexOf(second)).toBeGreaterThanOrEqual(order.indexOf(first));
    }),
  );
  const at = '2026-01-01T00:00:00.000Z';
  expect([0, 149, 150, 599, 600].map((seconds) => beatOf(at, later(at, seconds)))).toEqual([
    'reporting',
    'reporting',
    'late',
    'late',
    'silent',
  ]);
  expect(beatOf(null, at)).toBe('never');
});

test('each day has one stretch for a new build: in the hour set, from the minute of the wall on', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 23 }), (screen, hour) => {
      const minutes = Array.from({ length: 24 * 60 }, (_, minute) =>
        isReloadTime(screen, hour, later('2026-03-01T16:00:00.000Z', minute * 60)),
      );
      // 16:00 UTC is the bureau's midnight.
      expect(minutes.indexOf(true)).toBe(hour * 60 + reloadMinute(screen));
      expect(minutes.filter(Boolean)).toHaveLength(60 - reloadMinute(screen));
    }),
    { numRuns: 30 },
  );
});

test('pages keep their order, but the tasks come second while one is overdue', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...wallPages], { minLength: 1 }), (pages) => {
      expect(inTurn(pages, false)).toEqual(pages);
      const turn = inTurn(pages, true);
      expect([...turn].sort()).toEqual([...pages].sort());
      expect(turn[0]).toBe(
        pages[0] === 'tasks' ? 'tasks' : (pages.find((one) => one !== 'tasks') ?? 'tasks'),
      );
      if (pages.includes('tasks')) expect(turn.indexOf('tasks')).toBeLessThanOrEqual(1);
      const without = (list: readonly string[]) => list.filter((one) => one !== 'tasks');
      expect(without(turn)).toEqual(without(pages));
    }),
  );
});
