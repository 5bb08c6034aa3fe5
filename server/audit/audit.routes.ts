/** The trail for whoever may read it: in pages, as a file, and whether it is whole. */
import { type AuditEntry, auditListSchema, auditVerdictSchema } from '#core/contract/audit.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { dayBounds } from '#server/http/answers.ts';
import { csvOf } from '#server/http/csv.ts';
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts';
import type { Query } from '#server/http/parameters.ts';
import {
  type DownloadRoute,
  downloadRoute,
  type PrivateRoute,
  privateRoute,
} from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type AuditFilter, listAudit, verifyAudit } from './audit.repository.ts';

/** Rows of one file; beyond that a file is asked for by days. */
const EXPORT_ROWS = 50_000;
const ROWS_AT_ONCE = 1000;
/** Rows of a page where the caller names no number. */
const PAGE_ROWS = 50;

const filters = ['actor', 'action', 'subject', 'outcome', 'from', 'to'] as const;

const noon = (day: IsoDate): string => `${day}T04:00:00.000Z`;

function filterOf({
  actor,
  action,
  subject,
  outcome,
  from,
  to,
}: Query): Omit<AuditFilter, 'before' | 'limit'> {
  return {
    actor,
    action,
    subject,
    outcome,
    from: from === undefined ? undefined : dayBounds(noon(from)).from,
    until: to === undefined ? undefined : dayBounds(noon(to)).until,
  };
}

/** Number of the row that a page continues after. Throws ProblemError `bad-parameter`. */
function rowOf(cursor: string): number {
  const key = decodeCursor(cursor);
  if (/^[1-9]\d{0,15}$/.test(key)) return Number(key);
  const message = 'This cursor is not one that this list gave out.';
  throw new ProblemError('bad-parameter', message, { fields: [{ path: 'cursor', message }] });
}

const COLUMNS = [
  'seq',
  'at',
  'actor',
  'actorName',
  'address',
  'action',
  'subject',
  'outcome',
  'code',
  'before',
  'after',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[];

const cellOf = (value: unknown): string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number'
    ? value
    : JSON.stringify(value);

export const auditReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/audit',
    summary: 'The audit trail, newest first: every write that was done or refused',
    parameters: ['lang', 'limit', 'cursor', ...filters],
    right: 'read-audit',
    reply: auditListSchema,
    answer: async ({ db, query }) => {
      const { items, next } = await listAudit(db, {
        ...filterOf(query),
        before: query.cursor === undefined ? null : rowOf(query.cursor),
        limit: query.limit ?? PAGE_ROWS,
      });
      return { items, next: next === null ? null : encodeCursor(String(next)) };
    },
  }),
  privateRoute({
    path: '/audit/verify',
    summary: 'Whether the audit trail is whole: no row changed, removed or inserted',
    parameters: ['lang'],
    right: 'read-audit',
    reply: auditVerdictSchema,
    answer: ({ db }) => verifyAudit(db),
  }),
];

export const auditDownloads: readonly DownloadRoute[] = [
  downloadRoute({
    path: '/audit/export',
    summary: `The same rows as a CSV file, newest first; at most ${EXPORT_ROWS}`,
    parameters: ['lang', ...filters],
    right: 'read-audit',
    answer: async ({ db, query, today }) => {
      const rows: (string | number | null)[][] = [[...COLUMNS]];
      let before: number | null = null;
      do {
        const page = await listAudit(db, { ...filterOf(query), before, limit: ROWS_AT_ONCE });
        for (const entry of page.items) rows.push(COLUMNS.map((column) => cellOf(entry[column])));
        before = page.next;
        if (rows.length > EXPORT_ROWS && before !== null) {
          const message = `More than ${EXPORT_ROWS} rows; ask for fewer days with from and to.`;
          throw new ProblemError('too-large', message, { fields: [{ path: 'from', message }] });
        }
      } while (before !== null);
      return { content: csvOf(rows), type: 'text/csv; charset=utf-8', name: `audit-${today}.csv` };
    },
  }),
];
