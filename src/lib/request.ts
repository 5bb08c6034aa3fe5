/** The one way to the API: JSON in, typed value out, every failure as one of two named errors. */
import type { Problem } from '#core/contract/problem.ts';

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

const TIMEOUT_MS = 15_000;

async function readProblem(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) return null;
  try {
    return (await response.json()) as Problem;
  } catch {
    return null;
  }
}

/**
 * GET `/api` + path. Parameters that are null are left out. The browser's own cache asks with If-None-Match.
 * @throws ApiError, NetworkError; an abort by `signal` passes through as it is.
 */
export async function request<T>(
  path: string,
  params: Readonly<Record<string, string | null>>,
  signal: AbortSignal,
): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== null) query.set(name, value);
  const text = query.toString();
  const url = `/api${path}${text === '' ? '' : `?${text}`}`;

  // AbortSignal.any and .timeout are younger than the oldest browser that we serve.
  const stop = new AbortController();
  const pass = () => stop.abort(signal.reason);
  signal.addEventListener('abort', pass);
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      signal: stop.signal,
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new ApiError(response.status, await readProblem(response));
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof ApiError || signal.aborted) throw error;
    throw new NetworkError(stop.signal.aborted, error);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', pass);
  }
}
