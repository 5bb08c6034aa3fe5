/** Any error as a problem that its reader can do something with. */
import { type StoreFault, storeFaultOf } from '#server/db/store-fault.ts';
import type { DataVersion } from './answers.ts';
import { ProblemError } from './problem.ts';

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = 5;

const AWAY = 'The store does not answer; try again in a moment.';

function faultProblem(fault: StoreFault, cause: unknown): ProblemError {
  if (fault === 'full') {
    const detail = 'The disk of the store takes no more; nothing was written. Reading goes on.';
    return new ProblemError('store-full', detail, { cause });
  }
  const held = 'Another program holds the store; nothing was written. Try again in a moment.';
  return new ProblemError('store-unavailable', fault === 'busy' ? held : AWAY, {
    cause,
    retryAfter: RETRY_AFTER,
  });
}

/** Tells a caller's mistake from a store that is full, held or down, and that from a fault of ours. */
export async function explain(error: unknown, dataVersion: DataVersion): Promise<ProblemError> {
  if (error instanceof ProblemError) return error;
  const fault = storeFaultOf(error);
  if (fault !== null) return faultProblem(fault, error);
  try {
    await dataVersion();
  } catch (cause) {
    return faultProblem('away', cause);
  }
  return new ProblemError('internal', 'The server failed to answer; the log has the details.', {
    cause: error,
  });
}
