/** Resolutions as the API shows them, and how each stands at a date. */
import type { Language } from '#core/contract/lists.ts';
import type { Resolution } from '#core/contract/meeting.ts';
import type { ResolutionState } from '#core/contract/slide.ts';
import type { Task } from '#core/contract/task.ts';
import type { Instant, IsoDate, Workspace } from '#core/domain/records.ts';
import { questionViews } from '#core/domain/register-view.ts';
import { resolutionState } from '#core/domain/resolution-state.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { pick } from '#core/domain/text.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import { currentRow } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readNewestCheckIns, readTicks } from '#server/tasks/check-ins.repository.ts';
import { readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';
import { type KeptResolution, readResolutions } from './resolutions.repository.ts';

export async function resolutionViews(
  db: Db,
  rows: readonly KeptResolution[],
  lang: Language,
): Promise<Resolution[]> {
  if (rows.length === 0) return [];
  const accounts = await readAccountNames(db, null);
  const departments = new Map((await readDepartments(db, null)).map((row) => [row.id, row.name]));
  return rows.map(({ recordedBy, ...row }) => ({
    ...row,
    ownerName:
      row.owner === null ? null : (pick(departments.get(row.owner) ?? null, lang) ?? row.owner),
    recordedByName: accounts.get(recordedBy) ?? null,
  }));
}

export type StatesAt = {
  readonly db: Db;
  readonly workspace: Workspace;
  readonly asOf: IsoDate;
  /** null = everything on record. */
  readonly knownAt: Instant | null;
  readonly lang: Language;
};

/** Id of the task that a carried resolution is about; null = it is about none, or that is not known. */
async function taskOf(db: Db, { carried }: Resolution, knownAt: Instant | null) {
  if (carried === null || carried.kind === 'question') return null;
  if (carried.kind !== 'milestone-due') return carried.id;
  return (await currentRow(db, 'milestones', carried.id, knownAt))?.task ?? null;
}

/** These tasks as they stand at the date, by id; one that was not registered by then is left out. */
export async function taskViewsAt(
  { db, workspace, asOf, knownAt, lang }: StatesAt,
  task: readonly string[],
): Promise<ReadonlyMap<string, Task>> {
  if (task.length === 0) return new Map();
  const bounds = { knownAt, asOfLast: asOf, task };
  const context = {
    workspace,
    departments: await readDepartments(db, knownAt),
    milestones: await readMilestones(db, bounds),
    ticks: await readTicks(db, bounds),
    checkIns: await readNewestCheckIns(db, { knownAt, days: [asOf], task }),
    questions: await readQuestions(db, knownAt),
  };
  const views = taskViews(await readTasks(db, bounds), context, asOf, lang);
  return new Map(views.map((view) => [view.id, view]));
}

/** What came of a meeting's resolutions by the date, those taken back left out. */
export async function resolutionStates(at: StatesAt, meeting: string): Promise<ResolutionState[]> {
  const { db, asOf, knownAt, lang } = at;
  const kept = (await readResolutions(db, meeting)).filter((row) => !row.withdrawn);
  const resolutions = await resolutionViews(db, kept, lang);
  const tasks = new Map<string, string>();
  for (const resolution of resolutions) {
    const task = await taskOf(db, resolution, knownAt);
    if (task !== null) tasks.set(resolution.id, task);
  }
  const views = await taskViewsAt(at, [...new Set(tasks.values())]);
  const questions = new Map(
    questionViews(await readQuestions(db, knownAt), asOf, lang).map((row) => [row.id, row]),
  );
  return resolutions.map((resolution) =>
    resolutionState({
      resolution,
      task: views.get(tasks.get(resolution.id) ?? '') ?? null,
      question: questions.get(resolution.carried?.id ?? '') ?? null,
      asOf,
      lang,
    }),
  );
}
