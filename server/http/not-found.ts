import { nearest } from '#core/domain/nearest.ts';
import { ProblemError, quote } from './problem.ts';

/** The error for a code or id that is not on record, with the known one most like it. */
export function notFound(what: string, given: string, known: Iterable<string>): ProblemError {
  const suggestion = nearest(given, known);
  const hint = suggestion === null ? '' : ` Did you mean ${suggestion}?`;
  return new ProblemError('not-found', `There is no ${what} ${quote(given)} on record.${hint}`, {
    suggestion,
  });
}
