/** How often due dates were moved to a later day: counted from the revisions, so that it can neither drift nor be set. */
import { sql } from 'kysely';
import { lastDay } from '#core/domain/dates.ts';
import type { Instant } from '#core/domain/records.ts';
import { isKnown } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

/** By id, of what was known at the instant (null = by now); an id that is missing was never postponed. */
export async function countPostponements(
  db: Db,
  table: 'tasks' | 'milestones',
  knownAt: Instant | null,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; due: string; before: string }>`
    select r.id as id, r.due as due, p.due as before
    from ${sql.table(table)} r join ${sql.table(table)} p on p.id = r.id and p.revision = r.revision - 1
    where r.revision > 1 and r.due <> p.due and ${isKnown('r', knownAt)}`.execute(db);
  const counts = new Map<string, number>();
  for (const { id, due, before } of rows)
    if (lastDay(due) > lastDay(before)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
