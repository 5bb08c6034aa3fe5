/** When a task was last touched, and what waits for review of it. */
import { sql } from 'kysely';
import type { Instant } from '#core/domain/records.ts';
import { isOf } from '#server/db/ledger.ts';
import type { Db } from '#server/db/tables.ts';

export type TaskInstants = {
  /** The newest record of the task: of itself, its milestones, ticks, check-ins or what waits for review. */
  readonly version: string;
  /** The same, and of whatever else its detail shows: names, open questions, reviews, the workspace. */
  readonly newest: string;
};

/** Two writes never share an instant, so that it names a state. */
export async function taskInstants(
  db: Db,
  id: string,
  knownAt: Instant | null,
): Promise<TaskInstants> {
  const bound = knownAt ?? '9999';
  const { rows } = await sql<{ version: string | null; newest: string | null }>`
    select max(case when own = 1 then at end) as version, max(at) as newest from (
      select 1 as own, max(recorded_at) as at from tasks where id = ${id} and recorded_at <= ${bound}
      union all select 1, max(recorded_at) from milestones where task = ${id} and recorded_at <= ${bound}
      union all select 1, max(recorded_at) from check_ins where task = ${id} and recorded_at <= ${bound}
      union all select 1, max(recorded_at) from ticks where recorded_at <= ${bound}
        and milestone in (select id from milestones where task = ${id})
      union all select 1, max(recorded_at) from submissions
        where kind = 'check-in' and subject = ${id} and recorded_at <= ${bound}
      union all select 0, max(r.recorded_at) from reviews r join submissions s on s.id = r.submission
        where s.kind = 'check-in' and s.subject = ${id} and r.recorded_at <= ${bound}
      union all select 0, max(recorded_at) from workspaces where recorded_at <= ${bound}
      union all select 0, max(recorded_at) from departments where recorded_at <= ${bound}
      union all select 0, max(recorded_at) from questions where recorded_at <= ${bound}
      union all select 0, max(recorded_at) from accounts where recorded_at <= ${bound}
    ) instants`.execute(db);
  const [found] = rows;
  return { version: found?.version ?? '', newest: found?.newest ?? '' };
}

/** The version of each of the tasks, as `taskInstants` has it. */
export async function taskVersions(
  db: Db,
  tasks: readonly string[],
  knownAt: Instant | null,
): Promise<ReadonlyMap<string, string>> {
  const bound = knownAt ?? '9999';
  const of = (column: string) => sql.join(isOf(column, tasks));
  const { rows } = await sql<{ task: string; version: string }>`
    select task, max(at) as version from (
      select id as task, recorded_at as at from tasks where ${of('id')}
      union all select task, recorded_at from milestones where ${of('task')}
      union all select task, recorded_at from check_ins where ${of('task')}
      union all select m.task, k.recorded_at from milestones m join ticks k on k.milestone = m.id
        where ${of('m.task')}
      union all select subject, recorded_at from submissions
        where kind = 'check-in' and ${of('subject')}
    ) own where at <= ${bound} group by task`.execute(db);
  return new Map(rows.map((row) => [row.task, row.version]));
}

/** How many check-ins of each of the tasks wait for review; a task of which none does is left out. */
export async function waitingOf(
  db: Db,
  tasks: readonly string[],
  knownAt: Instant | null,
): Promise<ReadonlyMap<string, number>> {
  const bound = knownAt ?? '9999';
  const { rows } = await sql<{ task: string; waiting: number | string }>`
    select s.subject as task, count(*) as waiting from submissions s
    where s.kind = 'check-in' and ${sql.join(isOf('s.subject', tasks))} and s.recorded_at <= ${bound}
      and not exists (
        select 1 from reviews r where r.submission = s.id and r.recorded_at <= ${bound})
    group by s.subject`.execute(db);
  return new Map(rows.map((row) => [row.task, Number(row.waiting)]));
}
