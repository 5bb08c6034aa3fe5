/**
 * The audit trail. Every row carries the hash of the row before it, and the store notes where the chain ends, so that a
 * row that was changed, taken out, put in or cut off the end is found. The database refuses to change rows at all, and
 * to delete those younger than 180 days.
 */
import type { AuditEntry, AuditVerdict } from '#core/contract/audit.ts';
import type { AuditOutcome } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { AuditRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';

export type AuditNote = {
  readonly at: Instant;
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  readonly outcome: AuditOutcome;
  readonly code: string | null;
  /** State before and after, without secrets; null = there was none. */
  readonly before: unknown;
  readonly after: unknown;
};

/** What is hashed of a row, in this order. */
const HASHED = [
  'seq',
  'at',
  'actor',
  'actor_name',
  'address',
  'action',
  'subject',
  'outcome',
  'code',
  'before',
  'after',
  'prev',
] as const satisfies readonly (keyof AuditRow)[];

/** The text that is hashed: each field as JSON, so that no two rows read alike. */
const hashed = (row: Omit<AuditRow, 'hash'>): string =>
  JSON.stringify(HASHED.map((column) => row[column]));

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Appends a row, within the transaction that does what it tells of. Two writers wait for each other at the head. */
export function appendAudit(tx: Db, note: AuditNote): Promise<void> {
  return appendAudits(tx, [note]);
}

/** The same for several rows, in their order. */
export async function appendAudits(tx: Db, notes: readonly AuditNote[]): Promise<void> {
  const head = await tx
    .updateTable('audit_head')
    .set((eb) => ({ seq: eb('seq', '+', notes.length) }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const rows: AuditRow[] = [];
  let { hash } = head;
  for (const [index, note] of notes.entries()) {
    const row = {
      seq: head.seq - notes.length + index + 1,
      at: note.at,
      actor: note.actor,
      actor_name: note.actorName,
      address: note.address,
      action: note.action,
      subject: note.subject,
      outcome: note.outcome,
      code: note.code,
      before: json(note.before),
      after: json(note.after),
      prev: hash,
    };
    hash = await sha256(hashed(row));
    rows.push({ ...row, hash });
  }
  await insertRows(tx, 'audit', rows);
  await tx.updateTable('audit_head').set({ hash }).execute();
}

const toEntry = (row: AuditRow): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  actorName: row.actor_name,
  address: row.address,
  action: row.action,
  subject: row.subject,
  outcome: row.outcome,
  code: row.code,
  before: row.before === null ? null : JSON.parse(row.before),
  after: row.after === null ? null : JSON.parse(row.after),
  hash: row.hash,
});

export type AuditFilter = {
  /** Rows older than this one; null = from the newest. */
  readonly before: number | null;
  readonly limit: number;
  readonly actor?: string | undefined;
  /** How it begins. */
  readonly action?: string | undefined;
  /** How it begins. */
  readonly subject?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  /** First instant, and the first one that is too late. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
};

/** Comes after every text that begins with the given one, in the order of bytes that both engines keep. */
const afterAll = (start: string): string => `${start}\u{10FFFF}`;

/** The newest rows first. */
export async function listAudit(
  db: Db,
  filter: AuditFilter,
): Promise<{ items: AuditEntry[]; next: number | null }> {
  let query = db
    .selectFrom('audit')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(filter.limit + 1);
  if (filter.before !== null) query = query.where('seq', '<', filter.before);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  for (const column of ['action', 'subject'] as const) {
    const start = filter[column];
    if (start === undefined) continue;
    query = query.where(column, '>=', start).where(column, '<', afterAll(start));
  }
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.until !== undefined) query = query.where('at', '<', filter.until);
  const rows = await query.execute();
  const shown = rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toEntry),
    next: rows.length > filter.limit && last !== undefined ? last.seq : null,
  };
}

const ROWS_AT_ONCE = 1000;

/** Walks the whole chain. The oldest row may follow one that its retention has ended for. */
export function verifyAudit(db: Db): Promise<AuditVerdict> {
  // On one state of the store: rows that come meanwhile are not after its end.
  return withSnapshot(db, walk);
}

async function walk(db: Db): Promise<AuditVerdict> {
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
  let rows = 0;
  let last: AuditRow | null = null;
  let first = 1;
  let ended = 0;
  const broken = (brokenAt: number, fault: NonNullable<AuditVerdict['fault']>): AuditVerdict => ({
    ok: false,
    rows,
    brokenAt,
    fault,
  });
  for (;;) {
    const batch: AuditRow[] = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', last?.seq ?? 0)
      .orderBy('seq')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of batch) {
      if (last !== null && row.seq !== last.seq + 1) return broken(last.seq + 1, 'removed');
      if (last === null) first = row.seq;
      if (row.action === RETENTION) ended = Number(JSON.parse(row.after ?? '0'));
      rows += 1;
      if (row.seq > head.seq) return broken(row.seq, 'inserted');
      const { hash, ...content } = row;
      if ((await sha256(hashed(content))) !== hash) return broken(row.seq, 'changed');
      if (last !== null && row.prev !== last.hash) return broken(row.seq, 'inserted');
      last = row;
    }
    if (batch.length < ROWS_AT_ONCE) break;
  }
  if (first !== 1 && first !== ended + 1) return broken(first - 1, 'removed');
  if ((last?.seq ?? 0) !== head.seq) return broken((last?.seq ?? 0) + 1, 'removed');
  if ((last?.hash ?? '') !== head.hash) return broken(head.seq, 'changed');
  return { ok: true, rows, brokenAt: null, fault: null };
}

/** Action of the row that says up to which row the retention has ended. */
const RETENTION = 'audit.retention';

/**
 * Deletes the oldest rows, up to the last one recorded before the instant, and says so in the trail itself. The database
 * refuses where one of them is younger than 180 days. Tells how many went.
 */
export async function endRetention(db: Db, before: Instant, now: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Up to the last row before the first that is to be kept: clocks may have gone back in between.
    const kept = await tx
      .selectFrom('audit')
      .select((eb) => eb.fn.min('seq').as('first'))
      .where('at', '>=', before)
      .executeTakeFirstOrThrow();
    const old = await tx
      .selectFrom('audit')
      .select((eb) => [eb.fn.countAll().as('rows'), eb.fn.max('seq').as('through')])
      .where('seq', '<', Number(kept.first ?? Number.MAX_SAFE_INTEGER))
      .executeTakeFirstOrThrow();
    const rows = Number(old.rows);
    if (rows === 0) return 0;
    await appendAudit(tx, {
      at: now,
      actor: null,
      actorName: null,
      address: null,
      action: RETENTION,
      subject: 'audit',
      outcome: 'done',
      code: null,
      before: null,
      after: Number(old.through),
    });
    await tx.deleteFrom('audit').where('seq', '<=', Number(old.through)).execute();
    return rows;
  });
}
