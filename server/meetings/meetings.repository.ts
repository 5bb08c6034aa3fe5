/** Meetings and their agendas as registers, and the steps that each has taken. */
import type { AgendaItem } from '#core/contract/meeting.ts';
import type { Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { MeetingRow, MeetingStepRow } from '#server/db/meeting-tables.ts';
import { currentRow, currentRows, withRevisions } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

export type MeetingRecord = Recorded & {
  readonly id: string;
  readonly title: string;
  readonly date: IsoDate;
  /** Date that the numbers are of; not after `date`. */
  readonly asOf: IsoDate;
  /** An earlier meeting; its `asOf` is the baseline. null = `compare` says it. */
  readonly compareMeeting: string | null;
  /** null = of `compareMeeting`, or none. */
  readonly compare: IsoDate | null;
  /** Ids of departments. */
  readonly participants: readonly string[];
};

const toRecord = (row: MeetingRow): MeetingRecord => ({
  id: row.id,
  title: row.title,
  date: row.date,
  asOf: row.as_of,
  compareMeeting: row.compare_meeting,
  compare: row.compare,
  participants: fromJson<string[]>(row.participants),
  ...recordedFields(row),
});

/** Sorts meetings: by their day, then as they were made. */
export const meetingKey = (record: Pick<MeetingRecord, 'date' | 'id'>): string =>
  `${record.date} ${record.id}`;

/** Every meeting as it stands, the latest first. */
export async function readMeetings(db: Db): Promise<MeetingRecord[]> {
  const rows = await currentRows(db, 'meetings', { knownAt: null });
  return rows.map(toRecord).sort((a, b) => (meetingKey(a) > meetingKey(b) ? -1 : 1));
}

/** null = there is none of that id. */
export async function findMeeting(db: Db, id: string): Promise<MeetingRecord | null> {
  const row = await currentRow(db, 'meetings', id, null);
  return row === null ? null : toRecord(row);
}

export async function appendMeeting(db: Db, record: MeetingRecord): Promise<void> {
  const [numbered] = await withRevisions(db, 'meetings', [record], (one) => one.id);
  if (numbered === undefined) return;
  const { id, revision } = numbered;
  await insertRows(db, 'meetings', [
    {
      id,
      revision,
      ...recordedColumns(record),
      title: record.title,
      date: record.date,
      as_of: record.asOf,
      compare_meeting: record.compareMeeting,
      compare: record.compare,
      participants: toJson(record.participants),
    },
  ]);
}

export type AgendaRecord = Recorded & { readonly items: readonly AgendaItem[] };

/** What the office wrote; null = nothing yet, the data write the agenda alone. */
export async function findAgenda(db: Db, meeting: string): Promise<AgendaRecord | null> {
  const row = await currentRow(db, 'agendas', meeting, null);
  if (row === null) return null;
  return { items: fromJson<AgendaItem[]>(row.items), ...recordedFields(row) };
}

export async function appendAgenda(db: Db, meeting: string, record: AgendaRecord): Promise<void> {
  const [numbered] = await withRevisions(db, 'agendas', [record], () => meeting);
  if (numbered === undefined) return;
  const { id, revision } = numbered;
  await insertRows(db, 'agendas', [
    { id, revision, ...recordedColumns(record), items: toJson(record.items) },
  ]);
}

/** When each meeting's agenda was last written. */
export async function readAgendaInstants(db: Db): Promise<ReadonlyMap<string, Instant>> {
  const rows = await currentRows(db, 'agendas', { knownAt: null });
  return new Map(rows.map((row) => [row.id, row.recorded_at]));
}

/** When a meeting began and ended; null = it has not. */
export type Steps = { readonly begunAt: Instant | null; readonly closedAt: Instant | null };

export const NO_STEPS: Steps = { begunAt: null, closedAt: null };

/** Steps of the meetings that have taken one. */
export async function readSteps(db: Db): Promise<ReadonlyMap<string, Steps>> {
  const rows = await db.selectFrom('meeting_steps').selectAll().execute();
  const steps = new Map<string, Steps>();
  for (const { meeting, step, recorded_at } of rows) {
    const field = step === 'begun' ? 'begunAt' : 'closedAt';
    steps.set(meeting, { ...(steps.get(meeting) ?? NO_STEPS), [field]: recorded_at });
  }
  return steps;
}

export async function stepsOf(db: Db, meeting: string): Promise<Steps> {
  const rows = await db
    .selectFrom('meeting_steps')
    .select(['step', 'recorded_at'])
    .where('meeting', '=', meeting)
    .execute();
  const at = (step: MeetingStepRow['step']) =>
    rows.find((row) => row.step === step)?.recorded_at ?? null;
  return { begunAt: at('begun'), closedAt: at('closed') };
}

/** A step is taken once; the database refuses a second time. */
export async function appendStep(
  db: Db,
  meeting: string,
  step: MeetingStepRow['step'],
  { recordedAt, recordedBy }: Recorded,
): Promise<void> {
  const id = `${meeting} ${step}`;
  await insertRows(db, 'meeting_steps', [
    { id, recorded_at: recordedAt, recorded_by: recordedBy, meeting, step },
  ]);
}

/** How many resolutions each meeting has that were not taken back. */
export async function countResolutions(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('resolutions as r')
    .select((eb) => ['r.meeting', eb.fn.countAll().as('count')])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('resolution_withdrawals as w')
            .select('w.id')
            .whereRef('w.resolution', '=', 'r.id'),
        ),
      ),
    )
    .groupBy('r.meeting')
    .execute();
  return new Map(rows.map((row) => [row.meeting, Number(row.count)]));
}
