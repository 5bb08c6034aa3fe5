/** Computes what a freeze keeps. It only reads, and may take long. */
import type { Db } from '#server/db/tables.ts';
import { breathe } from './breathe.ts';
import { type FrozenPicture, type FrozenSlides, frozenAnswers } from './frozen-answers.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import { type PackedAnswers, packAnswers } from './snapshot-text.ts';

export type Frozen = PackedAnswers & { readonly slides: FrozenSlides };

/** A home that has another thread to spare gives one of these; see node/freeze-worker.ts. */
export type Freezer = (picture: FrozenPicture, meeting: MeetingRecord) => Promise<Frozen>;

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
export function inTurn(freezer: Freezer): Freezer {
  let last: Promise<unknown> = Promise.resolve();
  return (picture, meeting) => {
    const mine = last.then(() => freezer(picture, meeting));
    last = mine.catch(() => undefined);
    return mine;
  };
}
