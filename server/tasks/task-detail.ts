/** One task as the API shows it, and the version that a change of it is made on. */
import { sql } from 'kysely';
import type { Language } from '#core/contract/lists.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { lightHistory } from '#core/domain/light-history.ts';
import type {
  CheckInRecord,
  Instant,
  IsoDate,
  TaskRecord,
  Workspace,
} from '#core/domain/records.ts';
import { type TaskContext, taskViews } from '#core/domain/task-view.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { notFound } from '#server/http/not-found.ts';
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

type Found = { readonly record: TaskRecord; readonly task: Task; readonly context: TaskContext };

/**
 * The task with what it is read from.
 * @throws ProblemError `not-found` where there is none of that id by then
 */
export async function readTask(ask: TaskAsk, id: string): Promise<Found> {
  const { db, workspace, asOf, knownAt, lang } = ask;
  const bounds = { knownAt, asOfLast: asOf };
  const record = await findTask(db, id, knownAt);
  const context: TaskContext = {
    workspace,
    departments: await readDepartments(db, knownAt),
    milestones: await readMilestones(db, { ...bounds, task: id }),
    ticks: await readTicks(db, { ...bounds, task: id }),
    checkIns: await readCheckIns(db, { ...bounds, task: id }),
    questions: await readQuestions(db, knownAt),
  };
  const task = record === null ? undefined : taskViews([record], context, asOf, lang)[0];
  if (record === null || task === undefined) {
    const known = (await readTasks(db, bounds)).map((row) => row.id);
    throw notFound(
      'task',
      id,
      known.filter((one) => one !== id),
    );
  }
  return { record, task, context };
}

/**
 * Instant of the newest record of a task: of itself, its milestones, ticks, check-ins or what waits for review. Two
 * writes never share one, so that it names a state of the task.
 */
export async function taskVersion(db: Db, id: string, knownAt: Instant | null): Promise<string> {
  const bound = knownAt ?? '9999';
  const { rows } = await sql<{ newest: string | null }>`select max(at) as newest from (
    select max(recorded_at) as at from tasks where id = ${id} and recorded_at <= ${bound}
    union all select max(recorded_at) from milestones where task = ${id} and recorded_at <= ${bound}
    union all select max(recorded_at) from check_ins where task = ${id} and recorded_at <= ${bound}
    union all select max(recorded_at) from ticks where recorded_at <= ${bound}
      and milestone in (select id from milestones where task = ${id})
    union all select max(recorded_at) from submissions
      where kind = 'check-in' and subject = ${id} and recorded_at <= ${bound}
    ) newest`.execute(db);
  return rows[0]?.newest ?? '';
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

/** The detail with its history. Throws ProblemError `not-found`. */
export async function taskDetail(ask: TaskAsk, id: string): Promise<TaskDetail> {
  const { db, asOf, knownAt, lang } = ask;
  const { record, task, context } = await readTask(ask, id);
  const names = await readAccountNames(db, knownAt);
  const approvedBy = await approvals(db, context.checkIns);
  const files = await readEvidence(db, id, knownAt);
  return {
    task,
    version: await taskVersion(db, id, knownAt),
    waiting: await waitingFor(db, id, knownAt),
    checkIns: context.checkIns.map(({ task: _task, submission, ...checkIn }) => ({
      ...checkIn,
      recordedByName: names.get(checkIn.recordedBy) ?? null,
      approvedByName:
        submission === null ? null : (names.get(approvedBy.get(submission) ?? '') ?? null),
      files: files.get(checkIn.id) ?? [],
    })),
    lights: lightHistory(record, context, asOf, lang),
  };
}
