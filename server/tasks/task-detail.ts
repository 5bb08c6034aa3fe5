/** One task as the API shows it, and the version that a change of it is made on. */
import { sql } from 'kysely';
import type { Language } from '#core/contract/lists.ts';
import type { Evidence, Task, TaskDetail } from '#core/contract/task.ts';
import { lastDay } from '#core/domain/dates.ts';
import { lightHistory } from '#core/domain/light-history.ts';
import type {
  CheckInRecord,
  Instant,
  IsoDate,
  TaskRecord,
  TickRecord,
  Workspace,
} from '#core/domain/records.ts';
import { inUse, isRetired, lastInUse } from '#core/domain/retirement.ts';
import { type TaskContext, taskViews } from '#core/domain/task-view.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import type { Reading } from '#server/kept/kept.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readCheckIns, readTicks } from './check-ins.repository.ts';
import { readEvidence } from './evidence.repository.ts';
import { findTask, readMilestones, readTasks } from './tasks.repository.ts';

export type TaskAsk = {
  readonly db: Db;
  readonly workspace: Workspace;
  readonly asOf: IsoDate;
  /** null = everything on record. */
  readonly knownAt: Instant | null;
  readonly lang: Language;
};

type Found = {
  readonly record: TaskRecord;
  readonly task: Task;
  readonly context: TaskContext;
  /** The day that it is shown at: the asked one, or the last on which it was in use. */
  readonly asOf: IsoDate;
};

/** The asked day, or the last on which it was in use; never before it was registered, unless that is asked for. */
function shownAt(record: TaskRecord, asked: IsoDate): IsoDate {
  const [last, first] = [lastInUse(record, asked), lastDay(record.registeredOn)];
  return last < first && first <= asked ? first : last;
}

/**
 * The task with what it is read from.
 * @throws ProblemError `not-found` where there is none of that id by then
 */
export async function readTask(ask: TaskAsk, id: string): Promise<Found> {
  const { db, workspace, knownAt, lang } = ask;
  const record = await findTask(db, id, knownAt);
  const asOf = record === null ? ask.asOf : shownAt(record, ask.asOf);
  const bounds = { knownAt, asOfLast: asOf };
  const context: TaskContext = {
    workspace,
    departments: await readDepartments(db, knownAt),
    milestones: await readMilestones(db, { ...bounds, task: id }),
    ticks: await readTicks(db, { ...bounds, task: id }),
    checkIns: await readCheckIns(db, { ...bounds, task: id }),
    questions: await readQuestions(db, knownAt),
  };
  const task =
    record === null ? undefined : taskViews([{ ...record, ...inUse }], context, asOf, lang)[0];
  if (record === null || task === undefined) {
    const known = (await readTasks(db, bounds)).map((row) => row.id);
    throw notFound(
      'task',
      id,
      known.filter((one) => one !== id),
    );
  }
  return { record, task, context, asOf };
}

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

async function waitingFor(db: Db, id: string, knownAt: Instant | null): Promise<number> {
  const bound = knownAt ?? '9999';
  const { rows } = await sql<{
    waiting: number | string;
  }>`select count(*) as waiting from submissions s
    where s.kind = 'check-in' and s.subject = ${id} and s.recorded_at <= ${bound} and not exists (
      select 1 from reviews r where r.submission = s.id and r.recorded_at <= ${bound})`.execute(db);
  return Number(rows[0]?.waiting ?? 0);
}

/** Reviewers by the submission that they accepted. */
async function approvals(db: Db, checkIns: readonly CheckInRecord[]): Promise<Map<string, string>> {
  const ids = checkIns.flatMap((row) => row.submission ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('reviews')
    .select(['submission', 'recorded_by'])
    .where('submission', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.submission, row.recorded_by]));
}

/** The detail with its history, asked about at a day. */
function detailOf(state: Omit<TaskState, 'detail'>, asked: IsoDate, lang: Language): TaskDetail {
  const { record, task, context, asOf, version, waiting, names, approvedBy, files } = state;
  return {
    task,
    retired:
      record.retiredOn !== null && isRetired(record, asked)
        ? { on: record.retiredOn, reason: record.retiredReason }
        : null,
    version,
    waiting,
    checkIns: context.checkIns.map(({ task: _task, submission, ...checkIn }) => ({
      ...checkIn,
      recordedByName: names.get(checkIn.recordedBy) ?? null,
      approvedByName:
        submission === null ? null : (names.get(approvedBy.get(submission) ?? '') ?? null),
      files: files.get(checkIn.id) ?? [],
    })),
    lights: lightHistory({ ...record, ...inUse }, context, asOf, lang),
  };
}

/** Everything that one task shows, and what that was made of. */
export type TaskState = Found & {
  readonly version: string;
  readonly waiting: number;
  /** Of accounts, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Reviewers by the submission that they accepted. */
  readonly approvedBy: ReadonlyMap<string, string>;
  /** By check-in. */
  readonly files: ReadonlyMap<string, Evidence[]>;
  readonly detail: TaskDetail;
};

/** Throws ProblemError `not-found`. */
export async function readTaskState(ask: TaskAsk, id: string): Promise<TaskState> {
  const { db, asOf, knownAt, lang } = ask;
  const found = await readTask(ask, id);
  const state = {
    ...found,
    version: (await taskInstants(db, id, knownAt)).version,
    waiting: await waitingFor(db, id, knownAt),
    names: await readAccountNames(db, knownAt),
    approvedBy: await approvals(db, found.context.checkIns),
    files: await readEvidence(db, id, knownAt),
  };
  return { ...state, detail: detailOf(state, asOf, lang) };
}

/** Tasks whose records are read together. */
const AT_ONCE = 200;

/**
 * For many tasks of one picture: what they share is read once, each task once for all languages, in the order of the
 * records. A task that is not registered by then is null.
 */
export async function* taskDetails(
  { db, workspace, asOf, knownAt }: Omit<TaskAsk, 'lang'>,
  records: readonly TaskRecord[],
): AsyncGenerator<(lang: Language) => TaskDetail | null> {
  const names = await readAccountNames(db, knownAt);
  const departments = await readDepartments(db, knownAt);
  const questions = await readQuestions(db, knownAt);
  for (let start = 0; start < records.length; start += AT_ONCE) {
    const some = records.slice(start, start + AT_ONCE);
    const bounds = { knownAt, asOfLast: asOf, task: some.map(({ id }) => id) };
    const milestones = await readMilestones(db, bounds);
    const taskOf = new Map(milestones.map((row) => [row.id, row.task]));
    const ticks = Map.groupBy(await readTicks(db, bounds), (row) => taskOf.get(row.milestone));
    const checkIns = Map.groupBy(await readCheckIns(db, bounds), (row) => row.task);
    const milestonesOf = Map.groupBy(milestones, (row) => row.task);
    for (const record of some) {
      const { id } = record;
      const shown = shownAt(record, asOf);
      const own = { knownAt, asOfLast: shown, task: id };
      // Of a retired one less is shown than was read for the others.
      const isWhole = shown === asOf;
      const context: TaskContext = {
        workspace,
        departments,
        questions,
        milestones: isWhole ? (milestonesOf.get(id) ?? []) : await readMilestones(db, own),
        ticks: isWhole ? (ticks.get(id) ?? []) : await readTicks(db, own),
        checkIns: isWhole ? (checkIns.get(id) ?? []) : await readCheckIns(db, own),
      };
      const state = {
        record,
        context,
        asOf: shown,
        names,
        version: (await taskInstants(db, id, knownAt)).version,
        waiting: await waitingFor(db, id, knownAt),
        approvedBy: await approvals(db, context.checkIns),
        files: await readEvidence(db, id, knownAt),
      };
      yield (lang) => {
        const [task] = taskViews([{ ...record, ...inUse }], context, shown, lang);
        return task === undefined ? null : detailOf({ ...state, task }, asOf, lang);
      };
    }
  }
}

/** A state, kept for the next who asks; it is read anew once anything that it shows was recorded. */
export function taskReading(ask: Omit<TaskAsk, 'db'>, id: string): Reading<TaskState> {
  const whole = (db: Db) => readTaskState({ ...ask, db }, id);
  return {
    name: `task ${ask.asOf} ${ask.lang} ${id}`,
    of: 'thing',
    whole,
    since: async (db, earlier, after) =>
      (await taskInstants(db, id, null)).newest <= after ? earlier : whole(db),
  };
}

/** What a check-in that was put on record adds to the state it was made on. */
export type AddedCheckIn = {
  readonly checkIn: CheckInRecord;
  readonly ticks: readonly TickRecord[];
  readonly files: Evidence[];
};

/** The state as it is read once the check-in, the newest of the task, is on record. */
export function withCheckIn(
  state: TaskState,
  { checkIn, ticks, files }: AddedCheckIn,
  { asOf, lang }: Pick<TaskAsk, 'asOf' | 'lang'>,
): TaskState {
  const context = {
    ...state.context,
    checkIns: [...state.context.checkIns, checkIn],
    ticks: [...state.context.ticks, ...ticks],
  };
  const next = {
    ...state,
    context,
    task: taskViews([state.record], context, asOf, lang)[0] ?? state.task,
    version: checkIn.recordedAt,
    files: new Map([...state.files, [checkIn.id, files]]),
  };
  return { ...next, detail: detailOf(next, asOf, lang) };
}

/** The state once a check-in, recorded at the instant, waits for review. */
export function withSubmission(state: TaskState, at: Instant): TaskState {
  const next = { version: at, waiting: state.waiting + 1 };
  return { ...state, ...next, detail: { ...state.detail, ...next } };
}
