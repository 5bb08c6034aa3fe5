/** Which departments were reminded of what they owe a meeting, and when. Append-only. */
import type { Readiness } from '#core/contract/meeting.ts';
import type { Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { Db } from '#server/db/tables.ts';

export type Owed = Readiness['departments'][number]['owed'][number];

export type ReminderRecord = Recorded & {
  readonly id: string;
  readonly meeting: string;
  readonly department: string;
  /** As it stood then, named in the language of whoever reminded. */
  readonly owed: readonly Owed[];
};

/** Of a meeting or to a department; the newest first. */
export async function readReminders(
  db: Db,
  of: { readonly meeting: string } | { readonly department: string },
): Promise<ReminderRecord[]> {
  const [column, value] =
    'meeting' in of ? (['meeting', of.meeting] as const) : (['department', of.department] as const);
  const rows = await db
    .selectFrom('meeting_reminders')
    .selectAll()
    .where(column, '=', value)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meeting: row.meeting,
    department: row.department,
    owed: fromJson<Owed[]>(row.owed),
    ...recordedFields(row),
  }));
}

export async function appendReminders(db: Db, records: readonly ReminderRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    id: record.id,
    ...recordedColumns(record),
    meeting: record.meeting,
    department: record.department,
    owed: toJson(record.owed),
  }));
  await insertRows(db, 'meeting_reminders', rows);
}
