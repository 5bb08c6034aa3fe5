/** Computes what a freeze keeps. It only reads, and may take long. */
import type { Db } from '#server/db/tables.ts';
import { breathe } from './breathe.ts';
import { type FrozenPicture, type FrozenSlides, frozenAnswers } from './frozen-answers.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import { type PackedAnswers, packAnswers } from './snapshot-text.ts';

export type Frozen = PackedAnswers & { readonly slides: FrozenSlides };

type Freeze = (picture: FrozenPicture, meeting: MeetingRecord) => Promise<Frozen>;

/** What a home brings that has another thread to spare; see node/freeze-thread.ts. */
export type Freezer = {
  readonly freeze: Freeze;
  /** Somebody may freeze soon: what takes its time to start is started. */
  readonly expect: () => void;
};

/** Computes on this thread, in slices. */
export async function freeze(
  db: Db,
  picture: FrozenPicture,
  meeting: MeetingRecord,
): Promise<Frozen> {
  let slides: FrozenSlides = { zh: [], en: [] };
  const answers = frozenAnswers(db, picture, meeting, (written) => {
    slides = written;
  });
  return { ...(await packAnswers(answers, breathe)), slides };
}

/** One freeze at a time: several at once would only hold more, and end later. */
export function inTurn(each: Freeze): Freeze {
  let last: Promise<unknown> = Promise.resolve();
  return (picture, meeting) => {
    const mine = last.then(() => each(picture, meeting));
    last = mine.catch(() => undefined);
    return mine;
  };
}
