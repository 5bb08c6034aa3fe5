import { expect, test, vi } from 'vitest';
import { reloadAgain, reloadWait } from './reload-again.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-03-01T03:00:00Z');

test('each try waits longer than the one before, up to an hour, and a later fault begins anew', () => {
  const waits: number[] = [];
  let now = START;
  for (let n = 0; n < 10; n += 1) {
    const wait = reloadWait(now);
    waits.push(wait);
    now += wait;
    reloadAgain(now, () => undefined);
  }
  expect(waits.slice(0, 3)).toEqual([MINUTE / 2, MINUTE, 2 * MINUTE]);
  expect(waits.at(-1)).toBe(60 * MINUTE);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(reloadWait(now + 6 * 60 * MINUTE + 1)).toBe(MINUTE / 2);
  // A clock that was set back must not keep the wall waiting.
  expect(reloadWait(START - MINUTE)).toBe(MINUTE / 2);
});

test('a device that cannot remember its tries does not load anew at once', () => {
  vi.useFakeTimers();
  const reload = vi.fn();
  const refuse = () => {
    throw new Error('no room');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: refuse });
  reloadAgain(START, reload);
  expect(reload).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60 * MINUTE);
  expect(reload).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
