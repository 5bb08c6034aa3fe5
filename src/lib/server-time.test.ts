import { beforeEach, expect, test, vi } from 'vitest';

/** The module remembers what it learned: each test has one of its own. */
let time: typeof import('./server-time.ts');
beforeEach(async () => {
  vi.resetModules();
  time = await import('./server-time.ts');
});

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toUTCString();

test.each([-9, -1, 5, 24 * 365 * 20])(
  'a clock that is wrong by %i hours is seen through',
  (hours) => {
    time.learnServerTime(inHours(hours));
    const now = Date.now();
    expect(Math.abs(time.serverTime(now) - (now + hours * HOUR))).toBeLessThan(2_000);
  },
);

test('a clock that is right is left alone; a reply without a date teaches nothing', () => {
  time.learnServerTime(new Date(Date.now() + 900).toUTCString());
  time.learnServerTime(null);
  time.learnServerTime('yesterday');
  expect(time.serverTime(1_000)).toBe(1_000);
});

test('a clock that is set right while the page runs is followed with the next reply, not before', () => {
  time.learnFirstServerTime(inHours(5));
  time.learnFirstServerTime(inHours(0));
  expect(time.serverTime(0)).toBeGreaterThan(4 * HOUR);
  time.learnServerTime(inHours(0));
  expect(Math.abs(time.serverTime(0))).toBeLessThan(2_000);
});
