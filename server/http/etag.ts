/**
 * Names of contents. A plain 106-bit mix (cyrb53 twice, with two seeds): it only has to tell versions of one reply
 * apart, it must not need a secure context (the demo may run over plain http), and it must not be asynchronous.
 */

function mix(bytes: Uint8Array, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    h1 = Math.imul(h1 ^ byte, 2654435761);
    h2 = Math.imul(h2 ^ byte, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36).padStart(11, '0');
}

/** Name of these bytes: the same on every home, another after any change. */
export function contentTag(bytes: Uint8Array): string {
  return `${mix(bytes, 0)}${mix(bytes, 0x9e3779b9)}`;
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
