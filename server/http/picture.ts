/** Which picture a question asks for: as of which day, known at which instant, against which baseline. */
import type { Instant, IsoDate, Workspace } from '#core/domain/records.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { readLatestRecordedAt } from '#server/store/store.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { bureauDay } from './answers.ts';
import { ProblemError } from './problem.ts';
import type { Ask } from './read-route.ts';

export type Picture = {
  readonly workspace: Workspace;
  readonly asOf: IsoDate;
  /** Baseline of the changes; null = none. Never after `asOf`. */
  readonly compare: IsoDate | null;
  /** Bound on the records for the repositories; null = all that are on record. */
  readonly knownAt: Instant | null;
  /** The instant of the newest record. */
  readonly newest: Instant;
  /** The instant that a reply names: the asked one, else that of the newest record. */
  readonly knownAtShown: Instant;
};

function compareOf(ask: Ask, asOf: IsoDate, lastMeetingOn: IsoDate | null): IsoDate | null {
  const { compare } = ask.query;
  if (compare === 'none') return null;
  if (compare === undefined)
    return lastMeetingOn !== null && lastMeetingOn < asOf ? lastMeetingOn : null;
  if (compare > asOf) {
    const message = `compare=${compare} is after asOf=${asOf}; a baseline is not after the picture.`;
    throw new ProblemError('compare-after-as-of', message, {
      fields: [{ path: 'compare', message }],
      suggestion: lastMeetingOn !== null && lastMeetingOn < asOf ? lastMeetingOn : null,
    });
  }
  return compare;
}

/**
 * Settles what the question leaves open, and reads for it from one state of the store.
 * @throws ProblemError where the baseline or the instant cannot be, or where the store holds no workspace yet.
 */
export function withPicture<T>(
  ask: Ask,
  read: (db: Db, picture: Picture) => Promise<T>,
): Promise<T> {
  return withSnapshot(ask.db, async (db) => {
    const knownAt = ask.query.knownAt ?? null;
    const workspace = await findWorkspace(db, knownAt);
    const newest = await readLatestRecordedAt(db);
    if (workspace === null || newest === null) {
      throw new ProblemError(
        'not-ready',
        'The store holds no workspace yet: nothing was ever loaded into it.',
      );
    }
    // What becomes known later must not change an answer: the future cannot be asked for.
    if (knownAt !== null && knownAt > newest && knownAt > ask.now) {
      const message = `knownAt=${knownAt} is in the future; what will be known then is not on record.`;
      throw new ProblemError('bad-instant', message, {
        fields: [{ path: 'knownAt', message }],
        suggestion: newest,
      });
    }
    const asOf = ask.query.asOf ?? workspace.clockPinnedOn ?? bureauDay(ask.now);
    const compare = compareOf(ask, asOf, workspace.lastMeetingOn);
    return read(db, {
      workspace,
      asOf,
      compare,
      // A bound that leaves nothing out is none.
      knownAt: knownAt !== null && knownAt >= newest ? null : knownAt,
      newest,
      knownAtShown: knownAt ?? newest,
    });
  });
}
