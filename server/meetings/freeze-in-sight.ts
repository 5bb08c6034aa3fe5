/** Computes a freeze in sight of every process: how far it is, and whether somebody has stopped it. */
import type { Instant } from '#core/domain/records.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { type FreezeCourse, FreezeStopped, type Frozen } from './freezer.ts';
import { addFreeze, removeFreeze, removeSilent, tellFreeze } from './freezes.repository.ts';

/** How often a freeze tells how far it is, and looks whether it was stopped. */
const BEAT_MS = 500;
/** After so long without a sign the process that computes it is taken to be gone. */
const SILENT_MS = 30_000;

/** Signs older than this are of processes that are gone. */
export const silentSince = (now: Instant): Instant =>
  new Date(Date.parse(now) - SILENT_MS).toISOString();

type Parts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly meeting: string;
  readonly accountName: string;
};

/** @throws FreezeStopped where somebody stopped it; then nothing of it is kept anywhere */
export async function freezeInSight(
  { db, clock, meeting, accountName }: Parts,
  compute: (course: FreezeCourse) => Promise<Frozen>,
): Promise<Frozen> {
  const begunAt = clock();
  const id = newId(Date.parse(begunAt));
  await removeSilent(db, silentSince(begunAt));
  await addFreeze(db, { id, meeting, accountName, begunAt });
  const stopping = new AbortController();
  let done = 0;
  const tell = async (): Promise<void> => {
    // A store that cannot be written to for a moment stops no freeze.
    const goesOn = await tellFreeze(db, id, done, clock()).catch(() => true);
    if (!goesOn) stopping.abort();
  };
  let telling: Promise<void> = Promise.resolve();
  const beat = setInterval(() => {
    telling = telling.then(tell);
  }, BEAT_MS);
  try {
    const frozen = await compute({
      tell: (share) => {
        done = share;
      },
      signal: stopping.signal,
    });
    // Stopped with the last answer: whoever pressed was told that nothing is kept.
    await telling;
    await tell();
    if (stopping.signal.aborted) throw new FreezeStopped();
    return frozen;
  } finally {
    clearInterval(beat);
    await telling;
    await removeFreeze(db, id);
  }
}
