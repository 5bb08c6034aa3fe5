import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('cursor', () => {
  it('gives back any key that is not empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        const cursor = encodeCursor(key);
        expect(decodeCursor(cursor)).toBe(key);
        expect(cursor).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it.each(['', '%%%', 'a', encodeCursor('x').concat('='), '_w', 'YQ YQ'])('refuses %j', (text) => {
    expect(() => decodeCursor(text)).toThrow(/not a cursor/);
  });
});
