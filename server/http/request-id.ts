/** By what id a request is found again in the log. */

/** The caller's own id where it is harmless to print, else a new one. */
export function requestId(request: Request): string {
  const given = request.headers.get('x-request-id');
  if (given !== null && /^[\w-]{1,64}$/.test(given)) return given;
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
