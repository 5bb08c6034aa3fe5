/** All tasks judged at the dates of a picture; after a write only those that it touched are judged again. */
import { sql } from 'kysely';
import type { Instant } from '#core/domain/records.ts';
import { type JudgedAt, type JudgedTask, judge } from '#core/domain/task-outline.ts';
import type { Db } from '#server/db/tables.ts';
import type { Kept, Known } from '#server/kept/kept.ts';
import { readOutlines } from './outlines.repository.ts';

/** More tasks than these are read faster all at once. */
const FEW = 500;

type Judged = ReadonlyMap<string, JudgedTask>;

/** Ids of the tasks that something was recorded of after the instant. */
async function touchedSince(db: Db, after: Instant): Promise<string[]> {
  // Not `union`: to make the rows distinct, SQLite would walk the whole of a longer index instead.
  const { rows } = await sql<{ task: string }>`
    select id as task from tasks where recorded_at > ${after}
    union all select task from milestones where recorded_at > ${after}
    union all select m.task from ticks k join milestones m on m.id = k.milestone where k.recorded_at > ${after}
    union all select task from check_ins where recorded_at > ${after}`.execute(db);
  return [...new Set(rows.map((row) => row.task))];
}

export async function judgedTasks(
  db: Db,
  kept: Kept,
  known: Known,
  at: JudgedAt,
): Promise<JudgedTask[]> {
  const { asOf, compare, nearDays } = at;
  const read = async (from: Db, task: readonly string[] | null): Promise<[string, JudgedTask][]> =>
    (await readOutlines(from, { knownAt: known.knownAt, asOf, compare, task })).map((outline) => [
      outline.id,
      judge(outline, at),
    ]);
  const judged = await kept.read<Judged>(db, known, {
    name: `tasks ${asOf} ${compare} ${nearDays}`,
    whole: async (from) => new Map(await read(from, null)),
    since: async (from, earlier, after) => {
      const touched = await touchedSince(from, after);
      if (touched.length > FEW) return new Map(await read(from, null));
      return touched.length === 0 ? earlier : new Map([...earlier, ...(await read(from, touched))]);
    },
  });
  return [...judged.values()];
}
