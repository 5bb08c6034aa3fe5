/** One meeting with all that is prepared, shown and decided at it. */
import type { AgendaItem, MeetingDetail, MeetingHead } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import { bureauDay } from '#server/http/answers.ts';
import { withPicture } from '#server/http/picture.ts';
import type { PrivateAsk } from '#server/http/private-route.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { readDeckRecords, slidesFrom } from './deck-records.ts';
import { readMeeting, snapshotHeads } from './meeting-heads.ts';
import { findAgenda, type MeetingRecord } from './meetings.repository.ts';
import { readReadiness } from './readiness.ts';
import { resolutionViews } from './resolution-views.ts';
import { readResolutions } from './resolutions.repository.ts';
import { readRestatements } from './restatements.ts';
import { findSnapshot, slidesOf } from './snapshots.repository.ts';

type Reading = Pick<PrivateAsk, 'db' | 'lang' | 'kept' | 'now' | 'key' | 'workspace'>;

/** The agenda as readers see it who do not hold meetings. */
const withoutNotes = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.map((item) => ({ ...item, notes: null }));

/**
 * The slides: of the frozen picture where it is sound, else from the records, as known then; before a freeze as the
 * data stand now.
 */
async function slidesFor(
  ask: Reading,
  record: MeetingRecord,
  { id, asOf, compare, snapshot }: MeetingHead,
): Promise<Slide[]> {
  const frozen = snapshot === null ? null : await findSnapshot(ask.db, id, snapshot.version);
  if (frozen !== null && snapshot?.sound === true) return slidesOf(frozen)[ask.lang];
  const picture = frozen ?? { asOf, compare };
  const query = {
    asOf: picture.asOf,
    compare: picture.compare ?? ('none' as const),
    ...(frozen === null ? {} : { knownAt: frozen.knownAt }),
  };
  return withPicture({ ...ask, query }, async (db, picture) => {
    const records = await readDeckRecords(db, ask.kept, picture, record);
    return slidesFrom(records, ask.lang).slides;
  });
}

/** Whether the numbers are of a day after the one on which they were, or would be, frozen. */
export async function isSimulated(
  { db, now, workspace }: Pick<Reading, 'db' | 'now' | 'workspace'>,
  { asOf, snapshot }: MeetingHead,
): Promise<boolean> {
  if (snapshot === null) return asOf > (workspace.clockPinnedOn ?? bureauDay(now));
  const then = await findWorkspace(db, snapshot.knownAt);
  return snapshot.asOf > (then?.clockPinnedOn ?? bureauDay(snapshot.frozenAt));
}

type Outline = Pick<MeetingDetail, 'meeting' | 'agenda' | 'slides' | 'resolutions'> & {
  readonly record: MeetingRecord;
};

/**
 * What a meeting shows and decides, speaker notes among it. Not for a transaction that others wait for: to look through
 * a long frozen document takes a while.
 * @throws ProblemError `not-found`
 */
export async function meetingOutline(ask: Reading, id: string): Promise<Outline> {
  const { db, lang } = ask;
  const { head, record } = await readMeeting(db, id, lang);
  const slides = await slidesFor(ask, record, head);
  return {
    record,
    meeting: head,
    agenda: agendaOf(slides, (await findAgenda(db, id))?.items ?? [], lang),
    slides,
    resolutions: await resolutionViews(db, await readResolutions(db, id), lang),
  };
}

/**
 * @param reader whether they see what is still owed, and the speaker notes
 * @throws ProblemError `not-found`
 */
export async function meetingDetail(
  ask: Reading,
  id: string,
  { isHolder, seesNotes = isHolder }: { readonly isHolder: boolean; readonly seesNotes?: boolean },
): Promise<MeetingDetail> {
  const { record, ...outline } = await meetingOutline(ask, id);
  const { agenda, meeting } = outline;
  return {
    ...outline,
    agenda: seesNotes ? agenda : withoutNotes(agenda),
    simulated: await isSimulated(ask, meeting),
    snapshots: await snapshotHeads(ask.db, id, meeting.snapshot),
    restatements: await readRestatements(ask, meeting),
    readiness: isHolder ? await readReadiness(ask, record, meeting) : null,
  };
}
