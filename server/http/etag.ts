/**
 * Names of contents. A plain 106-bit mix of words (after cyrb53, twice): it only has to tell versions of one reply
 * apart, it must not need a secure context (the demo may run over plain http), and it must not be asynchronous.
 */

const finish = (a: number, b: number): string => {
  const h1 = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const h2 = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36).padStart(11, '0');
};

/** Little-endian words of four bytes, the last filled up with zeros. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const whole = new Uint8Array((bytes.length + 3) & ~3);
  whole.set(bytes);
  return new Uint32Array(whole.buffer);
}

/** Turned before each word comes in: a product alone never carries a high bit down to a low one. */
const turned = (lane: number): number => (lane << 13) | (lane >>> 19);

/** Name of these bytes: the same on every home, another after any change. */
export function contentTag(bytes: Uint8Array): string {
  let [a, b, c, d] = [0xdeadbeef, 0x41c6ce57, 0x40b1f756, 0xdff1a7ee];
  for (const word of wordsOf(bytes)) {
    a = Math.imul(turned(a) ^ word, 2654435761);
    b = Math.imul(turned(b) ^ word, 1597334677);
    c = Math.imul(turned(c) ^ word, 2246822519);
    d = Math.imul(turned(d) ^ word, 3266489917);
  }
  // Zeros at the end would else be told from no bytes by nothing.
  a = Math.imul(turned(a) ^ bytes.length, 2654435761);
  return `${finish(a, b)}${finish(c, d)}`;
}

/**
 * The strong ETag of one coding of a content. Codings have different bytes, so they carry different tags
 * (RFC 9110, 8.8.3.3).
 */
export function etagOf(tag: string, coding: 'identity' | 'br' | 'gzip'): string {
  return coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`;
}

/** Whether If-None-Match names this content, in whatever coding the caller holds it. */
export function matchesTag(ifNoneMatch: string | null | undefined, tag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((entry) => {
    const opaque = entry.trim().replace(/^W\//, '');
    return opaque === `"${tag}"` || opaque === `"${tag}-br"` || opaque === `"${tag}-gzip"`;
  });
}
