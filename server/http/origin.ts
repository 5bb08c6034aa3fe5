/** Refuses writes that another site makes a browser send (CSRF). */
import { ProblemError } from './problem.ts';

/**
 * A browser says where a write comes from, in Origin or Sec-Fetch-Site. A caller that says neither is no browser, and
 * then carries no session of one.
 * @param publicHost host under which the product is reached, where a proxy does not pass it on; null = as asked
 * @throws ProblemError `foreign-origin`
 */
export function checkOrigin(request: Request, hasCookie: boolean, publicHost: string | null): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null && site === null) {
    if (!hasCookie) return;
  } else if (origin !== null && origin !== 'null') {
    const host = publicHost ?? new URL(request.url).host;
    if (URL.canParse(origin) && new URL(origin).host === host) return;
  } else if (origin === null && site === 'same-origin') return;
  throw new ProblemError(
    'foreign-origin',
    'The request comes from another site than this one; nothing was done.',
  );
}
