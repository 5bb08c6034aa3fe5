/** One task as the API shows it, and the version that a change of it is made on. */
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
import { chunks } from '#server/db/chunks.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { reviewersOf } from '#server/entries/people.ts';
import { notFound } from '#server/http/not-found.ts';
import type { Reading } from '#server/kept/kept.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readCheckIns, readTicks } from './check-ins.repository.ts';
import { readEvidence } from './evidence.repository.ts';
import { taskInstants, taskVersions, waitingOf } from './task-instants.ts';
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
    waiting: (await waitingOf(db, [id], knownAt)).get(id) ?? 0,
    names: await readAccountNames(db, knownAt),
    approvedBy: await reviewersOf(db, found.context.checkIns),
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
  for (const some of chunks(records, AT_ONCE)) {
    const ids = some.map(({ id }) => id);
    const bounds = { knownAt, asOfLast: asOf, task: ids };
    const milestones = await readMilestones(db, bounds);
    const taskOf = new Map(milestones.map((row) => [row.id, row.task]));
    const ticks = Map.groupBy(await readTicks(db, bounds), (row) => taskOf.get(row.milestone));
    const allCheckIns = await readCheckIns(db, bounds);
    const checkIns = Map.groupBy(allCheckIns, (row) => row.task);
    const milestonesOf = Map.groupBy(milestones, (row) => row.task);
    const versions = await taskVersions(db, ids, knownAt);
    const waiting = await waitingOf(db, ids, knownAt);
    const shared = {
      names,
      approvedBy: await reviewersOf(db, allCheckIns),
      files: await readEvidence(db, ids, knownAt),
    };
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
        ...shared,
        record,
        context,
        asOf: shown,
        version: versions.get(id) ?? '',
        waiting: waiting.get(id) ?? 0,
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
