/**
 * Names of contents. A plain 106-bit mix (cyrb53 twice, with other seeds and factors): it only has to tell versions of one reply
 * apart, it must not need a secure context (the demo may run over plain http), and it must not be asynchronous.
 */

const finish = (a: number, b: number): string => {
  const h1 = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const h2 = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36).padStart(11, '0');
};

/** Name of these bytes: the same on every home, another after any change. */
export function contentTag(bytes: Uint8Array): string {
  let [a, b, c, d] = [0xdeadbeef, 0x41c6ce57, 0x40b1f756, 0xdff1a7ee];
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
    c = Math.imul(c ^ byte, 2246822519);
    d = Math.imul(d ^ byte, 3266489917);
  }
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
