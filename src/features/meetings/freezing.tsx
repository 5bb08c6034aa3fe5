/** A freeze that is under way, here or on somebody else's device: how far it is, and the way to stop it. */
import type { FreezeState } from '#core/contract/freeze.ts';
import { useStopFreeze } from '#src/api/meetings.ts';
import { ApiError } from '#src/lib/request.ts';
import { Refused } from './refused.tsx';
import { useMeetingWords } from './words.ts';

export type FreezingProps = { meeting: string; freeze: NonNullable<FreezeState['freeze']> };

export function Freezing({ meeting, freeze }: FreezingProps) {
  const w = useMeetingWords();
  const stop = useStopFreeze(meeting);
  const says = w.freezingOf(freeze.accountName, Math.floor(freeze.done * 100));
  // What ended by itself in the same moment needs no stopping any more.
  const isOver = stop.error instanceof ApiError && stop.error.problem?.code === 'conflict';
  return (
    <>
      <p>{says}</p>
      <progress max={1} value={freeze.done} aria-label={says} />
      <button
        type="button"
        className="button"
        disabled={stop.isPending}
        onClick={() => stop.mutate()}
      >
        {w.stopFreeze}
      </button>
      <Refused error={isOver ? null : stop.error} />
    </>
  );
}
