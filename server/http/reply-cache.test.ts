import { describe, expect, it } from 'vitest';
import { EncodedReply, ReplyCache } from './reply-cache.ts';

const reply = (bytes: number) => new EncodedReply(new Uint8Array(bytes), undefined);

describe('reply cache', () => {
  it('drops what was used longest ago once its bytes are spent', () => {
    const cache = new ReplyCache(100);
    cache.set('a', reply(40));
    cache.set('b', reply(40));
    cache.get('a');
    cache.set('c', reply(40));
    expect(
      [cache.get('a'), cache.get('b'), cache.get('c')].map((kept) => kept !== undefined),
    ).toEqual([true, false, true]);
  });

  it('keeps its newest reply even where that alone is too big', () => {
    const cache = new ReplyCache(10);
    cache.set('a', reply(5));
    cache.set('big', reply(50));
    expect(cache.get('big')).toBeDefined();
    expect(cache.get('a')).toBeUndefined();
    cache.set('b', reply(5));
    expect(cache.get('big')).toBeUndefined();
  });

  it('counts a replaced reply once', () => {
    const cache = new ReplyCache(100);
    for (let i = 0; i < 5; i += 1) cache.set('a', reply(40));
    cache.set('b', reply(40));
    expect(cache.get('a')).toBeDefined();
    expect(cache.get('b')).toBeDefined();
  });
});

describe('encoded reply', () => {
  it('compresses each coding once, at its first asking', () => {
    const asked: string[] = [];
    const entry = new EncodedReply(new Uint8Array(3), (bytes, coding) => {
      asked.push(coding);
      return bytes.slice(1);
    });
    expect(asked).toEqual([]);
    expect(entry.form('br').bytes.length).toBe(2);
    expect(entry.form('br')).toBe(entry.form('br'));
    expect(entry.form('gzip').etag).not.toBe(entry.form('br').etag);
    expect(asked).toEqual(['br', 'gzip']);
  });

  it('stays plain in a home that cannot compress', () => {
    const entry = reply(3);
    expect(entry.coding('br')).toBe('identity');
    expect(entry.form('br')).toBe(entry.form('identity'));
  });
});
