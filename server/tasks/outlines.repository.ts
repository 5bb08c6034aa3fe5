/** All tasks in outline: read in a few narrow statements, however many milestones and check-ins they have. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DeclaredStatus } from '#core/contract/lists.ts';
import type { Instant, IsoDate } from '#core/domain/records.ts';
import type { OutlineStep, TaskOutline } from '#core/domain/task-outline.ts';
import { fromJson } from '#server/db/columns.ts';
import { isOf, type OfTasks, stands } from '#server/db/ledger.ts';
import { isKnown } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

/** Between the fields of a step, and between the steps, in the text that the store makes of a task's milestones. */
const FIELD = '\u001f';
const ROW = '\u001e';

/** A revision that nothing known takes the place of. */
const isCurrent = (table: 'tasks' | 'milestones', knownAt: Instant | null): RawBuilder<SqlBool> =>
  sql`${isKnown('r', knownAt)} and not exists (select 1 from ${sql.table(table)} n
    where n.id = r.id and n.revision > r.revision and ${isKnown('n', knownAt)})`;

/** Days of the ticks that stand, by milestone, in the order of recording. */
async function readTickDays(
  db: Db,
  knownAt: Instant | null,
  task: OfTasks['task'],
): Promise<Map<string, string[]>> {
  const own = isOf('m.task', task).map(
    (of) => sql`and k.milestone in (select m.id from milestones m where ${of})`,
  );
  const { rows } = await sql<{ milestone: string; done_on: string }>`
    select k.milestone, k.done_on from ticks k where ${stands('ticks', 'k', knownAt)} ${own[0] ?? sql``}
    order by k.recorded_at, k.id`.execute(db);
  const days = new Map<string, string[]>();
  for (const { milestone, done_on } of rows) {
    const known = days.get(milestone);
    if (known === undefined) days.set(milestone, [done_on]);
    else known.push(done_on);
  }
  return days;
}

const NO_TICKS: readonly string[] = [];

/** The steps of each task, in no order. */
async function readSteps(
  db: Db,
  knownAt: Instant | null,
  task: OfTasks['task'],
): Promise<Map<string, OutlineStep[]>> {
  const ticks = await readTickDays(db, knownAt, task);
  const where = [isCurrent('milestones', knownAt), ...isOf('r.task', task)];
  const { rows } = await sql<{ task: string; steps: string }>`
    select r.task, string_agg(
      r.id || ${sql.lit(FIELD)} || coalesce(r.due, '') || ${sql.lit(FIELD)} || r.registered_on, ${sql.lit(ROW)}
    ) as steps
    from milestones r where ${sql.join(where, sql` and `)} group by r.task`.execute(db);
  return new Map(
    rows.map(({ task, steps }) => [
      task,
      steps.split(ROW).map((row): OutlineStep => {
        const [id = '', due = '', registeredOn = ''] = row.split(FIELD);
        return { due: due === '' ? null : due, registeredOn, ticks: ticks.get(id) ?? NO_TICKS };
      }),
    ]),
  );
}

type Report = TaskOutline['reports'][number];

const reportOf = (text: string | null): Report[] => {
  if (text === null) return [];
  const [asOf = '', status = ''] = text.split(FIELD);
  return [{ asOf, status: status as DeclaredStatus }];
};

/** The newest report of the task `r` dated by the day, as day and status. */
const newestReport = (day: IsoDate, knownAt: Instant | null) => sql<string | null>`(
  select c.as_of || ${sql.lit(FIELD)} || c.status from check_ins c
  where c.task = r.id and c.as_of <= ${day} and ${isKnown('c', knownAt)}
  order by c.as_of desc, c.recorded_at desc, c.id desc limit 1)`;

type Row = {
  id: string;
  framework: string | null;
  placed_by_default: number;
  owner_department: string;
  due: string | null;
  registered_on: string;
  retired_on: string | null;
  rhythm_days: number | null;
  ordinal: number;
  sources: string;
  newest: string | null;
  earlier: string | null;
};

/**
 * The tasks known by the instant (null = by now), of which the given ones, with the reports that the pictures of two days show. Not filtered
 * by valid time: a picture of a day also names the first day that has anything.
 */
export async function readOutlines(
  db: Db,
  ask: OfTasks & { knownAt: Instant | null; asOf: IsoDate; compare: IsoDate | null },
): Promise<TaskOutline[]> {
  const { knownAt, asOf, compare, task } = ask;
  const steps = await readSteps(db, knownAt, task);
  const where = [isCurrent('tasks', knownAt), ...isOf('r.id', task)];
  const { rows } = await sql<Row>`
    select r.id, r.framework, r.placed_by_default, r.owner_department, r.due, r.registered_on, r.retired_on, r.rhythm_days, r.ordinal, r.sources,
      ${newestReport(asOf, knownAt)} as newest,
      ${compare === null ? sql`null` : newestReport(compare, knownAt)} as earlier
    from tasks r where ${sql.join(where, sql` and `)}`.execute(db);
  // Thousands of tasks name the same few documents.
  const parsed = new Map<string, string[]>();
  return rows.map((row) => {
    const sources = parsed.get(row.sources) ?? fromJson<string[]>(row.sources);
    parsed.set(row.sources, sources);
    return {
      id: row.id,
      framework: row.framework,
      placedByDefault: row.placed_by_default === 1,
      ownerDepartment: row.owner_department,
      due: row.due,
      registeredOn: row.registered_on,
      retiredOn: row.retired_on,
      rhythmDays: row.rhythm_days,
      ordinal: row.ordinal,
      sources,
      steps: steps.get(row.id) ?? [],
      reports: [...reportOf(row.earlier), ...reportOf(row.newest)],
    };
  });
}
