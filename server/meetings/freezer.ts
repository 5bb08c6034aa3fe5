/** Computes what a freeze keeps. It only reads, and may take long. */
import type { Db } from '#server/db/tables.ts';
import { breathe } from './breathe.ts';
import {
  type FrozenAnswer,
  type FrozenPicture,
  type FrozenSlides,
  frozenAnswers,
} from './frozen-answers.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import { type PackedAnswers, packAnswers } from './snapshot-text.ts';

export type Frozen = PackedAnswers & { readonly slides: FrozenSlides };

/** What is seen of a freeze while it is computed. */
export type FreezeCourse = {
  /** Told how far it is, from 0 to 1. */
  readonly tell: (done: number) => void;
  /** Aborted = somebody stopped it. */
  readonly signal: AbortSignal;
};

/** Somebody stopped the freeze: it was computed in part, and is kept nowhere. */
export class FreezeStopped extends Error {
  override readonly name = 'FreezeStopped';
}

type Freeze = (
  picture: FrozenPicture,
  meeting: MeetingRecord,
  course: FreezeCourse,
) => Promise<Frozen>;

/** What a home brings that has another thread to spare; see node/freeze-thread.ts. */
export type Freezer = {
  readonly freeze: Freeze;
  /** Somebody may freeze soon: what takes its time to start is started. */
  readonly expect: () => void;
};

/**
 * Computes on this thread, in slices.
 * @throws FreezeStopped
 */
export async function freeze(
  db: Db,
  picture: FrozenPicture,
  meeting: MeetingRecord,
  { tell, signal }: FreezeCourse,
): Promise<Frozen> {
  let slides: FrozenSlides = { zh: [], en: [] };
  let expected = 1;
  let written = 0;
  const answers = frozenAnswers(db, picture, meeting, (begun) => {
    ({ slides, expected } = begun);
  });
  const counted = async function* (): AsyncGenerator<FrozenAnswer> {
    for await (const answer of answers) {
      written += 1;
      yield answer;
    }
  };
  const pause = async (): Promise<void> => {
    tell(Math.min(1, written / expected));
    await breathe();
    if (signal.aborted) throw new FreezeStopped();
  };
  return { ...(await packAnswers(counted(), pause)), slides };
}

/** One freeze at a time: several at once would only hold more, and end later. */
export function inTurn(each: Freeze): Freeze {
  let last: Promise<unknown> = Promise.resolve();
  return (picture, meeting, course) => {
    const mine = last.then(() => {
      if (course.signal.aborted) throw new FreezeStopped();
      return each(picture, meeting, course);
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
