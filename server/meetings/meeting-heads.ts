/** What is told of meetings in lists and beside everything that belongs to one. */
import type { Language, MeetingState } from '#core/contract/lists.ts';
import type { MeetingHead, SnapshotHead } from '#core/contract/meeting.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { pick } from '#core/domain/text.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import type { ProblemError } from '#server/http/problem.ts';
import {
  countResolutions,
  findMeeting,
  type MeetingRecord,
  NO_STEPS,
  readAgendaInstants,
  readMeetings,
  readSteps,
  type Steps,
} from './meetings.repository.ts';
import { readSnapshots, type SnapshotRecord } from './snapshots.repository.ts';
import { isSound } from './soundness.ts';

/** Version of an agenda that nobody has saved yet. */
const NO_AGENDA = 'none';

export function stateOf(steps: Steps, isFrozen: boolean): MeetingState {
  if (steps.closedAt !== null) return 'closed';
  if (steps.begunAt !== null) return 'running';
  return isFrozen ? 'frozen' : 'planned';
}

/** The baseline of a meeting: its own, or the date of the numbers of the meeting that it is compared with. */
export async function baselineOf(
  db: Db,
  { compareMeeting, compare }: Pick<MeetingRecord, 'compareMeeting' | 'compare'>,
): Promise<IsoDate | null> {
  if (compareMeeting === null) return compare;
  return (await findMeeting(db, compareMeeting))?.asOf ?? null;
}

async function snapshotHead(
  db: Db,
  record: SnapshotRecord,
  names: ReadonlyMap<string, string>,
): Promise<SnapshotHead> {
  const { version, asOf, compare, knownAt, sha256, bytes, signature } = record;
  return {
    version,
    asOf,
    compare,
    knownAt,
    frozenAt: record.recordedAt,
    frozenByName: names.get(record.recordedBy) ?? null,
    sha256,
    bytes,
    signature,
    sound: await isSound(db, record),
  };
}

/** Every freeze of a meeting, the newest first, each looked through. @param known a head that was read just now */
export async function snapshotHeads(
  db: Db,
  meeting: string,
  known: SnapshotHead | null,
): Promise<SnapshotHead[]> {
  const names = await readAccountNames(db, null);
  const heads: SnapshotHead[] = [];
  for (const record of await readSnapshots(db, meeting))
    heads.push(record.version === known?.version ? known : await snapshotHead(db, record, names));
  return heads;
}

/** Heads of these meetings, in their order. */
export async function meetingHeads(
  db: Db,
  records: readonly MeetingRecord[],
  lang: Language,
): Promise<MeetingHead[]> {
  const departments = await readDepartments(db, null);
  const departmentNames = new Map(departments.map((row) => [row.id, pick(row.name, lang)]));
  const names = await readAccountNames(db, null);
  const dates = new Map((await readMeetings(db)).map((row) => [row.id, row.asOf]));
  const agendas = await readAgendaInstants(db);
  const steps = await readSteps(db);
  const resolutions = await countResolutions(db);
  const newest = new Map<string, SnapshotRecord>();
  for (const row of await readSnapshots(db, records.length === 1 ? (records[0]?.id ?? '') : null))
    if (!newest.has(row.meeting)) newest.set(row.meeting, row);
  const heads: MeetingHead[] = [];
  for (const record of records) {
    const { id, title, date, asOf, compareMeeting, participants, recordedAt } = record;
    const snapshot = newest.get(id);
    const taken = steps.get(id) ?? NO_STEPS;
    heads.push({
      id,
      title,
      date,
      asOf,
      compareMeeting,
      compare: compareMeeting === null ? record.compare : (dates.get(compareMeeting) ?? null),
      participants: participants.map((one) => ({
        id: one,
        name: departmentNames.get(one) ?? one,
      })),
      state: stateOf(taken, snapshot !== undefined),
      version: recordedAt,
      agendaVersion: agendas.get(id) ?? NO_AGENDA,
      snapshot: snapshot === undefined ? null : await snapshotHead(db, snapshot, names),
      ...taken,
      resolutions: resolutions.get(id) ?? 0,
    });
  }
  return heads;
}

/** The problem of asking for a meeting that is not on record. */
export async function notThere(db: Db, id: string): Promise<ProblemError> {
  return notFound(
    'meeting',
    id,
    (await readMeetings(db)).map((row) => row.id),
  );
}

/**
 * A meeting with its head.
 * @throws ProblemError `not-found`
 */
export async function readMeeting(
  db: Db,
  id: string,
  lang: Language,
): Promise<{ record: MeetingRecord; head: MeetingHead }> {
  const record = await findMeeting(db, id);
  const head = record === null ? undefined : (await meetingHeads(db, [record], lang))[0];
  if (record === null || head === undefined) throw await notThere(db, id);
  return { record, head };
}
