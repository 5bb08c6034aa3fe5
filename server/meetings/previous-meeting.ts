/** The meeting before, with which the next one opens. */
import type { Language } from '#core/contract/lists.ts';
import type { PreviousMeeting } from '#core/domain/deck-parts.ts';
import type { IsoDate } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import {
  findMeeting,
  type MeetingRecord,
  meetingKey,
  readMeetings,
  readSteps,
} from './meetings.repository.ts';
import { resolutionStates, type StatesAt } from './resolution-views.ts';

/** The one that it is compared with, else the last one closed before it; null = there is none. */
async function previousOf(db: Db, meeting: MeetingRecord): Promise<MeetingRecord | null> {
  if (meeting.compareMeeting !== null) return findMeeting(db, meeting.compareMeeting);
  const steps = await readSteps(db);
  const own = meetingKey(meeting);
  const earlier = (await readMeetings(db)).filter(
    (one) => meetingKey(one) < own && (steps.get(one.id)?.closedAt ?? null) !== null,
  );
  return earlier[0] ?? null;
}

/** The title and date of the meeting before, with what came of its resolutions by the date. */
export async function previousMeeting(
  at: Omit<StatesAt, 'lang'>,
  meeting: MeetingRecord,
): Promise<Readonly<Record<Language, PreviousMeeting>> | null> {
  const previous = await previousOf(at.db, meeting);
  if (previous === null) return null;
  const { id, title, date } = previous;
  const told = async (lang: Language): Promise<PreviousMeeting> => ({
    title,
    date,
    rows: await resolutionStates({ ...at, lang }, id),
  });
  return { zh: await told('zh'), en: await told('en') };
}

/** Date of the numbers since which reports are owed: the baseline's, else the last meeting's; null = neither. */
export async function owedSince(
  db: Db,
  meeting: MeetingRecord,
  compare: IsoDate | null,
): Promise<IsoDate | null> {
  return compare ?? (await previousOf(db, meeting))?.asOf ?? null;
}
