/** Jobs that make files: one row each, changed in place, seen by every process that shares the store. */
import type { ExportJob } from '#core/contract/export.ts';
import type { ExportFault, ExportFormat, ExportState, Language } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import type { ExportRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';

export type ExportRecord = ExportJob & {
  /** Account that asked for it; nobody else sees it. */
  readonly account: string;
  /** SHA-256 of the content. */
  readonly file: string | null;
  /** Last sign of the process that makes it. */
  readonly beatAt: Instant;
};

const toRecord = (row: ExportRow): ExportRecord => ({
  id: row.id,
  meeting: row.meeting,
  version: row.version,
  format: row.format as ExportFormat,
  lang: row.lang as Language,
  state: row.state as ExportState,
  progress: row.permille / 1000,
  fault: row.fault as ExportFault | null,
  name: row.name,
  bytes: row.bytes,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  account: row.account,
  file: row.file,
  beatAt: row.beat_at,
});

export type NewExport = Pick<
  ExportRecord,
  'id' | 'meeting' | 'version' | 'format' | 'lang' | 'account' | 'name' | 'createdAt' | 'expiresAt'
>;

export async function addExport(db: Db, job: NewExport): Promise<ExportRecord> {
  const { id, meeting, version, format, lang, account, name, createdAt, expiresAt } = job;
  const row: ExportRow = {
    id,
    meeting,
    version,
    format,
    lang,
    account,
    name,
    state: 'waiting',
    permille: 0,
    fault: null,
    bytes: null,
    file: null,
    created_at: createdAt,
    beat_at: createdAt,
    expires_at: expiresAt,
  };
  await db.insertInto('exports').values(row).execute();
  return toRecord(row);
}

/** null = there is none of that id. */
export async function findExport(db: Db, id: string): Promise<ExportRecord | null> {
  const row = await db.selectFrom('exports').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** Jobs of an account, the newest first. */
export async function exportsOf(db: Db, account: string): Promise<ExportRecord[]> {
  const rows = await db
    .selectFrom('exports')
    .selectAll()
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRecord);
}

/**
 * Tells that a job goes on.
 * @returns false where somebody has ended it, or it is gone
 */
export async function tellProgress(
  db: Db,
  id: string,
  progress: number,
  at: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('exports')
    .set({ state: 'running', permille: Math.round(progress * 1000), beat_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** The same of jobs that wait for their turn. */
export async function tellWaiting(db: Db, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('exports')
    .set({ beat_at: at })
    .where('id', 'in', [...ids])
    .where('state', '=', 'waiting')
    .execute();
}

export type ExportEnd =
  | { readonly state: 'done'; readonly file: string; readonly bytes: number }
  | { readonly state: 'failed'; readonly fault: ExportFault }
  | { readonly state: 'cancelled' };

/**
 * Ends a job that goes on.
 * @returns false where it was at an end already
 */
export async function endExport(db: Db, id: string, end: ExportEnd): Promise<boolean> {
  const result = await db
    .updateTable('exports')
    .set({
      state: end.state,
      fault: end.state === 'failed' ? end.fault : null,
      ...(end.state === 'done' ? { file: end.file, bytes: end.bytes, permille: 1000 } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function removeExport(db: Db, id: string): Promise<void> {
  await db.deleteFrom('exports').where('id', '=', id).execute();
}

/** Whether a job that has its file stands on this content. */
export async function isFileNamed(db: Db, file: string): Promise<boolean> {
  const row = await db
    .selectFrom('exports')
    .select('id')
    .where('file', '=', file)
    .executeTakeFirst();
  return row !== undefined;
}

/** Jobs whose time is over. */
export async function expiredExports(db: Db, now: Instant): Promise<ExportRecord[]> {
  const rows = await db.selectFrom('exports').selectAll().where('expires_at', '<=', now).execute();
  return rows.map(toRecord);
}
