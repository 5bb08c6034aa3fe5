/** The one way to the API: JSON in, typed value out, every failure as one of two named errors. */
import { CONTRACT_VERSION } from '#core/contract/lists.ts';
import type { Problem } from '#core/contract/problem.ts';
import { frozenAnswer } from './frozen.ts';
import { learnServerTime } from './server-time.ts';

/** The server answered, and said no. `problem` is null where the reply was not problem+json. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** No answer came: no network, no server, or none within the time. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly timedOut: boolean;

  constructor(timedOut: boolean, cause: unknown) {
    super(timedOut ? 'no answer in time' : 'no connection', { cause });
    this.timedOut = timedOut;
  }
}

/** The server speaks another version of the contract than this page: what it sent could not be shown. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
}

const TIMEOUT_MS = 15_000;
/** A file of tens of megabytes over a slow line; a large workspace that is frozen, or read as a whole. */
const LONG_TIMEOUT_MS = 300_000;

function checkVersion(response: Response): void {
  const version = response.headers.get('contract-version');
  if (version !== null && version !== String(CONTRACT_VERSION))
    throw new OtherVersionError(`contract ${version}, this page speaks ${CONTRACT_VERSION}`);
}

async function readProblem(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) return null;
  try {
    return (await response.json()) as Problem;
  } catch {
    return null;
  }
}

type Params = Readonly<Record<string, string | null>>;

function addressOf(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== null) query.set(name, value);
  const text = query.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

async function call<T>(
  url: string,
  init: RequestInit,
  signal: AbortSignal | null,
  timeoutMs: number,
): Promise<T> {
  // AbortSignal.any and .timeout are younger than the oldest browser that we serve.
  const stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', pass);
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal: stop.signal });
    learnServerTime(response.headers.get('date'));
    checkVersion(response);
    if (!response.ok) throw new ApiError(response.status, await readProblem(response));
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof ApiError || error instanceof OtherVersionError) throw error;
    if (signal?.aborted) throw error;
    throw new NetworkError(stop.signal.aborted, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
}

/**
 * GET `/api` + path. Parameters that are null are left out. The browser's own cache asks with If-None-Match.
 * @param isLong whether the answer may take minutes
 * @throws ApiError, NetworkError, OtherVersionError; an abort by `signal` passes through as it is.
 */
export function request<T>(
  path: string,
  params: Params,
  signal: AbortSignal,
  isLong = false,
): Promise<T> {
  const frozen = frozenAnswer(path, params);
  if (frozen !== undefined) return Promise.resolve(frozen as T);
  return call(
    addressOf(path, params),
    { headers: { accept: 'application/json' } },
    signal,
    isLong ? LONG_TIMEOUT_MS : TIMEOUT_MS,
  );
}

export type Write = {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api. */
  readonly path: string;
  readonly params?: Params;
  /** JSON, or a file as it is; left out = none. */
  readonly body?: unknown;
  /** Version that the change is made on. */
  readonly ifMatch?: string;
  /** The same key again does nothing and gets the same reply. */
  readonly key?: string;
  /** Whether the answer may take minutes; a file's may. */
  readonly isLong?: boolean;
};

/**
 * Sends a write.
 * @throws ApiError, NetworkError: after the latter nobody knows whether it arrived, so that it is sent again by its key.
 */
export function send<T>(write: Write): Promise<T> {
  const { method, path, params = {}, body, ifMatch, key, isLong } = write;
  const isFile = body instanceof ArrayBuffer;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) {
    headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
  }
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (key !== undefined) headers['idempotency-key'] = key;
  const content = isFile ? body : body === undefined ? null : JSON.stringify(body);
  return call(
    addressOf(path, params),
    { method, headers, body: content },
    null,
    isFile || isLong ? LONG_TIMEOUT_MS : TIMEOUT_MS,
  );
}
