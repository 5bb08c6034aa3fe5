/** What a request asks for, in the words it was sent in. */

/** Path and query of a request, as sent. */
export function targetOf(request: Request): string {
  const start = request.url.indexOf('/', request.url.indexOf('//') + 2);
  const hash = request.url.indexOf('#', start);
  return request.url.slice(start, hash === -1 ? undefined : hash);
}

/** Path and query string, without the question mark. */
export function splitTarget(target: string): [path: string, search: string] {
  const mark = target.indexOf('?');
  return mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}
