import type { Instant, Recorded, Workspace } from '#core/domain/records.ts';
import { nameColumns, recordedColumns } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { currentRow, withRevisions } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

/** A store holds one workspace. */
const WORKSPACE = 'workspace';

/**
 * The workspace as known at the instant. Before the store knew anything its first revision answers, so that an empty
 * picture still has a name; null = the store holds no workspace at all.
 */
export async function findWorkspace(db: Db, knownAt: Instant | null): Promise<Workspace | null> {
  const row =
    (await currentRow(db, 'workspaces', WORKSPACE, knownAt)) ??
    (await db.selectFrom('workspaces').selectAll().where('revision', '=', 1).executeTakeFirst());
  if (!row) return null;
  return {
    name: { zh: row.name_zh, en: row.name_en },
    organisation: { zh: row.organisation_zh, en: row.organisation_en },
    clockPinnedOn: row.clock_pinned_on,
    lastMeetingOn: row.last_meeting_on,
    nearDays: row.near_days,
    openReading: row.open_reading === 1,
    separateOfficers: row.separate_officers === 1,
    keeperDepartment: row.keeper_department,
  };
}

export async function appendWorkspace(
  db: Db,
  workspace: Workspace,
  { recordedAt, recordedBy }: Recorded,
): Promise<void> {
  const numbered = await withRevisions(
    db,
    'workspaces',
    [{ ...workspace, recordedAt, recordedBy }],
    () => WORKSPACE,
  );
  await insertRows(
    db,
    'workspaces',
    numbered.map(({ record, id, revision }) => ({
      id,
      revision,
      ...recordedColumns(record),
      ...nameColumns('name', record.name),
      ...nameColumns('organisation', record.organisation),
      clock_pinned_on: record.clockPinnedOn,
      last_meeting_on: record.lastMeetingOn,
      near_days: record.nearDays,
      open_reading: Number(record.openReading),
      separate_officers: Number(record.separateOfficers),
      keeper_department: record.keeperDepartment,
    })),
  );
}
