/** Errors as RFC 9457 problem documents: one shape, a closed code, and nothing of the inside. */
import type { LintFinding } from '#core/contract/entry.ts';
import type { ProblemCode } from '#core/contract/lists.ts';
import type { Problem } from '#core/contract/problem.ts';

const kinds: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'bad-date': { status: 400, title: 'Not a calendar day' },
  'bad-instant': { status: 400, title: 'Not an instant in UTC' },
  'bad-parameter': { status: 400, title: 'Parameter value not understood' },
  'unknown-parameter': { status: 400, title: 'Unknown parameter' },
  'compare-after-as-of': { status: 400, title: 'Baseline after the as-of date' },
  'query-too-long': { status: 414, title: 'Query string too long' },
  'bad-body': { status: 400, title: 'Body not understood' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media': { status: 415, title: 'Kind of file not taken' },
  'not-accepted': { status: 422, title: 'Not accepted' },
  'confirm-first': { status: 422, title: 'To be confirmed first' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not within the rights' },
  'foreign-origin': { status: 403, title: 'From another site' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  'wrong-credentials': { status: 401, title: 'Account or password wrong' },
  'link-spent': { status: 410, title: 'Link used or expired' },
  'screen-revoked': { status: 403, title: 'Screen no longer registered' },
  conflict: { status: 409, title: 'Changed meanwhile' },
  stopped: { status: 409, title: 'Stopped by somebody' },
  'key-reused': { status: 409, title: 'Idempotency key used with another body' },
  'stale-version': { status: 412, title: 'Not the version as it stands' },
  'version-required': { status: 428, title: 'If-Match required' },
  'not-found': { status: 404, title: 'Not found' },
  'unknown-route': { status: 404, title: 'No such route' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-ready': { status: 503, title: 'Not ready' },
  'store-unavailable': { status: 503, title: 'Store not reachable' },
  'store-full': { status: 507, title: 'Store takes no more' },
  'snapshot-damaged': { status: 500, title: 'Frozen picture damaged' },
  'not-in-bundle': { status: 404, title: 'Not in this offline bundle' },
  internal: { status: 500, title: 'Internal error' },
};

type Details = {
  readonly fields?: Problem['fields'];
  readonly suggestion?: string | null;
  /** See the contract's problem. */
  readonly current?: unknown;
  readonly questions?: readonly LintFinding[];
  readonly retryAfter?: number;
  /** Methods that the path does answer; only for `method-not-allowed`. */
  readonly allow?: readonly string[];
  readonly cause?: unknown;
};

/** Thrown anywhere below a route; leaves as problem+json. `detail` is read by people and holds no internals. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, detail: string, details: Details = {}) {
    // Where a caller's own mistake was found is logged nowhere, and is most of what an error costs.
    const limit = Error.stackTraceLimit;
    if (kinds[code].status < 500) Error.stackTraceLimit = 0;
    super(detail, details.cause === undefined ? undefined : { cause: details.cause });
    Error.stackTraceLimit = limit;
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

/** Longest piece of a caller's own text that a problem repeats. */
const ECHO_LIMIT = 80;

/** A caller's text, short enough to stand in a sentence. */
export function quote(text: string): string {
  const characters = [...text];
  const shown =
    characters.length <= ECHO_LIMIT ? text : `${characters.slice(0, ECHO_LIMIT).join('')}…`;
  return JSON.stringify(shown);
}

/** The document for one error. `instance` is the path that was asked. */
export function problemOf(error: ProblemError, instance: string): Problem {
  const { status, title } = kinds[error.code];
  const { current, questions, retryAfter } = error.details;
  return {
    type: `/api/docs#problem-${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    instance,
    fields: [...(error.details.fields ?? [])],
    suggestion: error.details.suggestion ?? null,
    ...(current === undefined ? {} : { current }),
    ...(questions === undefined ? {} : { questions: [...questions] }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** Every code with its status and title, for the reading page. */
export const problemKinds = Object.entries(kinds).map(([code, kind]) => ({ code, ...kind }));
