import { expect, test } from 'vitest';
import { reachOf } from './reach.ts';

test.each([
  [null, null, 'near'],
  ['1.7', null, 'near'],
  ['2.2', null, 'far'],
  ['5', null, 'farther'],
  // A wall 3.5 m wide is read from 5 m: its shorter side is 1.97 m.
  ['5', '1.97', 'near'],
  ['5', '1.9', 'far'],
  ['5', '1.31', 'far'],
  ['5', '1.2', 'farther'],
] as const)('from %s m, a screen with a side of %s m is read %s', (distance, side, reach) => {
  expect(reachOf({ distance, side })).toBe(reach);
});
