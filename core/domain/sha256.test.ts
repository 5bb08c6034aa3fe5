import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashFrom } from './sha256.ts';

const known = (text: string): string => createHash('sha256').update(text).digest('hex');

it('is the platform’s, in however many pieces the text comes and wherever it is taken over', () => {
  const piece = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), piece, (pieces, last) => {
      const first = hashFrom();
      for (const text of pieces) first.add(text);
      const whole = pieces.join('');
      expect(first.hex()).toBe(known(whole));
      expect(first.length()).toBe(Buffer.byteLength(whole));
      const second = hashFrom(first.state());
      second.add(last);
      expect(second.hex()).toBe(known(whole + last));
      expect(first.hex()).toBe(known(whole));
    }),
  );
});

it('holds at the edges of blocks', () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = 'x'.repeat(length);
    const hash = hashFrom();
    hash.add(text);
    expect(hash.hex(), `${length}`).toBe(known(text));
  }
});
