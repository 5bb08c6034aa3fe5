import type { TaskOrder } from '#core/contract/lists.ts';
import { retiredTasksSchema, taskDetailSchema, taskListSchema } from '#core/contract/task.ts';
import { nearest } from '#core/domain/nearest.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { inOrder, type TaskState } from '#core/domain/task-outline.ts';
import { type TaskContext, taskViews } from '#core/domain/task-view.ts';
import { urgencyKey } from '#core/domain/urgency.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readFrameworks } from '#server/frameworks/frameworks.repository.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters, type ParameterName, pictureParameters } from '#server/http/parameters.ts';
import { type Picture, withPicture } from '#server/http/picture.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { type Ask, type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readNewestCheckIns, readTicks } from './check-ins.repository.ts';
import { judgedTasks } from './judged-tasks.ts';
import { taskReading } from './task-detail.ts';
import { readMilestones, readTasks } from './tasks.repository.ts';

/** Text that sorts a list, and that names the place in it where a page ends. */
const keys: Readonly<Record<TaskOrder, (task: TaskState) => string>> = {
  id: (task) => task.id,
  urgency: (task) => `${urgencyKey(task)} ${String(task.ordinal).padStart(12, '0')} ${task.id}`,
};

/** A filter that names nothing on record is a slip of the pen, not an empty list. */
function checkFilter(
  name: ParameterName,
  given: string | undefined,
  known: readonly { id: string }[],
): void {
  if (given === undefined || known.some((row) => row.id === given)) return;
  const ids = known.map((row) => row.id);
  const message = `There is no ${name} ${quote(given)} on record.`;
  throw new ProblemError('bad-parameter', message, {
    fields: [{ path: name, message }],
    suggestion: nearest(given, ids),
  });
}

async function listPage(ask: Ask, db: Db, picture: Picture) {
  const { workspace, asOf, compare, knownAt } = picture;
  const { department, framework, light } = ask.query;
  const departments = await readDepartments(db, knownAt);
  checkFilter('department', department, departments);
  if (framework !== undefined)
    checkFilter('framework', framework, await readFrameworks(db, knownAt));
  // The baseline is that of the board, whose tasks are kept.
  const at = { asOf, compare, nearDays: workspace.nearDays };
  const judged = await judgedTasks(db, ask.kept, picture, at);
  const found = inOrder(judged.map((task) => task.now)).filter(
    (task) =>
      (department === undefined || task.owner === department) &&
      (framework === undefined || task.framework === framework) &&
      (light === undefined || task.light.state === light),
  );
  const keyOf = keys[ask.query.order ?? 'id'];
  const keyed = found
    .map((task) => ({ id: task.id, key: keyOf(task) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const { after, limit } = sliceOf(ask.query);
  // By key, not by place: a task that came in between moves nothing that was read already.
  const start = after === null ? 0 : keyed.findIndex(({ key }) => key > after);
  const page = start === -1 ? [] : keyed.slice(start, start + limit);
  const bounds = { knownAt, asOfLast: asOf, task: page.map(({ id }) => id) };
  const context: TaskContext = {
    workspace,
    departments,
    milestones: await readMilestones(db, bounds),
    ticks: await readTicks(db, bounds),
    checkIns: await readNewestCheckIns(db, { ...bounds, days: [asOf] }),
    questions: await readQuestions(db, knownAt),
  };
  const views = taskViews(await readTasks(db, bounds), context, asOf, ask.lang);
  const byId = new Map(views.map((task) => [task.id, task]));
  const items = page.flatMap(({ id }) => byId.get(id) ?? []);
  const isLast = start === -1 || start + limit >= keyed.length;
  const next = isLast ? null : (page.at(-1)?.key ?? null);
  return { ...pageReply(items, next), total: keyed.length };
}

export const taskRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/tasks',
    summary: 'Tasks registered by the asked date, each with its light and why',
    parameters: [...listParameters, 'department', 'light', 'framework', 'order'],
    reply: taskListSchema,
    answer: (ask) => withPicture(ask, (db, picture) => listPage(ask, db, picture)),
  }),
  readRoute({
    path: '/retired-tasks',
    summary: 'Ids of the tasks that are retired by the asked date; /tasks/{id} tells why',
    parameters: pictureParameters,
    reply: retiredTasksSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const tasks = await readTasks(db, { knownAt, asOfLast: asOf });
        const items = tasks.filter((task) => isRetired(task, asOf)).map(({ id }) => ({ id }));
        return { items, next: null };
      }),
  }),
  readRoute({
    path: '/tasks/{id}',
    summary: 'One task with its milestones, its check-ins, and the history of its light',
    parameters: pictureParameters,
    reply: taskDetailSchema,
    answer: (ask) =>
      withPicture(ask, async (db, picture) => {
        const { workspace, asOf, knownAt } = picture;
        const reading = taskReading({ workspace, asOf, knownAt, lang: ask.lang }, ask.key);
        return (await ask.kept.read(db, picture, reading)).detail;
      }),
  }),
];
