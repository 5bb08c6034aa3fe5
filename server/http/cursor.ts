/** Opaque cursors: base64url of the last key of a page. */
import { ProblemError, quote } from './problem.ts';

/** Cursor that continues after `key`. */
export function encodeCursor(key: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(key));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The key in a cursor.
 * @throws ProblemError `bad-parameter` where the text is none that `encodeCursor` makes.
 */
export function decodeCursor(cursor: string): string {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const key = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (key !== '' && encodeCursor(key) === cursor) return key;
  } catch {
    // falls through: not base64, or not UTF-8 inside
  }
  const message = `${quote(cursor)} is not a cursor that this list gave out.`;
  throw new ProblemError('bad-parameter', message, { fields: [{ path: 'cursor', message }] });
}
