import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentTag, etagOf, matchesTag } from './etag.ts';

describe('content tag', () => {
  it('is the same for the same bytes and another after a change of one byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (bytes, at) => {
        const changed = Uint8Array.from(bytes);
        const index = at % bytes.length;
        changed[index] = (bytes[index] ?? 0) ^ 1;
        expect(contentTag(Uint8Array.from(bytes))).toBe(contentTag(bytes));
        expect(contentTag(changed)).not.toBe(contentTag(bytes));
      }),
    );
  });

  it('tells many like contents apart', () => {
    const tags = Array.from({ length: 20_000 }, (_, n) =>
      contentTag(new TextEncoder().encode(`{"n":${n}}`)),
    );
    expect(new Set(tags).size).toBe(tags.length);
  });
});

describe('If-None-Match', () => {
  const tag = 'abc';
  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc-br"', true],
    [etagOf('abc', 'gzip'), true],
    ['*', true],
    ['abc', false],
    ['"abcd"', false],
    ['', false],
    [null, false],
  ])('%j matches: %s', (header, expected) => {
    expect(matchesTag(header, tag)).toBe(expected);
  });
});
