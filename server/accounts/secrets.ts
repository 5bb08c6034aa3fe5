/** Secrets that a person carries (a cookie, a link): random, and kept by the store as a hash only. */
import { hashFrom } from '#core/domain/sha256.ts';

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 256 random bits, hexadecimal. */
export function newSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

/** Texts shorter than this are hashed on the spot: to hand them to another thread costs several times as much. */
const SHORT = 4096;

/** SHA-256 of a text or of bytes, hexadecimal. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  if (typeof content === 'string' && content.length < SHORT) {
    const hash = hashFrom();
    hash.add(content);
    return hash.hex();
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** An id that sorts by the instant of its making (UUID version 7). `at` in milliseconds since 1970. */
export function newId(at: number): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const time = Math.floor(at).toString(16).padStart(12, '0');
  const [a = 0, b = 0] = random;
  const rest = hex(random.subarray(2));
  const version = (0x7000 | (((a << 8) | b) & 0x0fff)).toString(16);
  const variant = ((Number.parseInt(rest.slice(0, 2), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${rest.slice(2, 4)}-${rest.slice(4, 16)}`;
}
