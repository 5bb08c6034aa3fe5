import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, roughHeight } from './fit-rows.ts';

test('short rows are shown up to the most that are read, long ones as far as there is room', () => {
  expect(fitting([2, 2, 2, 2, 2], 4, 100, (height) => height)).toBe(4);
  expect(fitting([4, 4, 4, 4], 4, 9, (height) => height)).toBe(2);
  expect(fitting([4, 4], 4, 9, (height) => height, 2)).toBe(2);
  expect(fitting([4, 4, 4], 4, 9, (height) => height, 2)).toBe(1);
  expect(fitting([40], 4, 9, (height) => height)).toBe(1);
  expect(fitting([], 4, 9, (height: number) => height)).toBe(0);
});

test('what is shown fits, and no further row would', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 9 }), (rows, room) => {
      const count = fitting(rows, 9, room, (height) => height);
      const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);
      expect(sum(rows.slice(0, count))).toBeLessThanOrEqual(room);
      if (count < Math.min(9, rows.length))
        expect(sum(rows.slice(0, count + 1))).toBeGreaterThan(room);
    }),
  );
});

test('a text that is longer than its column takes further lines', () => {
  const line = roughHeight('节点', 2, 20);
  expect(roughHeight('外国人才揭榜挂帅服务系统', 2, 20)).toBe(2 * line);
  expect(roughHeight('Engineers gathered in optoelectronics and smart manufacturing', 2, 20)).toBe(
    4 * line,
  );
});
