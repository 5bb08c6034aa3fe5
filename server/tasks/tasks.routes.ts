import { type Task, taskDetailSchema, taskListSchema } from '#core/contract/task.ts';
import { type TaskContext, taskViews } from '#core/domain/task-view.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readFrameworks } from '#server/frameworks/frameworks.repository.ts';
import { nearest } from '#server/http/nearest.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters, type ParameterName, pictureParameters } from '#server/http/parameters.ts';
import { type Picture, withPicture } from '#server/http/picture.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { type Ask, type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readNewestCheckIns, readTicks } from './check-ins.repository.ts';
import { taskDetail } from './task-detail.ts';
import { listTasks, readMilestones } from './tasks.repository.ts';

/** Tasks read at once while looking for those with the asked light. */
const BATCH = 500;

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

async function listPage(ask: Ask, db: Db, { workspace, asOf, knownAt }: Picture) {
  const { department, framework, light } = ask.query;
  const departments = await readDepartments(db, knownAt);
  checkFilter('department', department, departments);
  if (framework !== undefined)
    checkFilter('framework', framework, await readFrameworks(db, knownAt));
  const bounds = { knownAt, asOfLast: asOf };
  const context: TaskContext = {
    workspace,
    departments,
    milestones: await readMilestones(db, { ...bounds, task: null }),
    ticks: await readTicks(db, { ...bounds, task: null }),
    checkIns: await readNewestCheckIns(db, { knownAt, days: [asOf] }),
    questions: await readQuestions(db, knownAt),
  };
  const { after: start, limit } = sliceOf(ask.query);
  const found: Task[] = [];
  let after = start;
  // The light is computed, so that a page of one light may lie across many rows.
  do {
    const batch = await listTasks(db, {
      ...bounds,
      after,
      limit: light === undefined ? limit + 1 : BATCH,
      department: department ?? null,
      framework: framework ?? null,
    });
    const views = taskViews(batch.items, context, asOf, ask.lang).toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    found.push(...views.filter((task) => light === undefined || task.light.state === light));
    after = batch.next;
  } while (found.length <= limit && after !== null);
  const items = found.slice(0, limit);
  return pageReply(items, found.length > limit ? (items.at(-1)?.id ?? null) : null);
}

export const taskRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/tasks',
    summary: 'Tasks registered by the asked date, by id, each with its light and why',
    parameters: [...listParameters, 'department', 'light', 'framework'],
    reply: taskListSchema,
    answer: (ask) => withPicture(ask, (db, picture) => listPage(ask, db, picture)),
  }),
  readRoute({
    path: '/tasks/{id}',
    summary: 'One task with its milestones, its check-ins, and the history of its light',
    parameters: pictureParameters,
    reply: taskDetailSchema,
    answer: (ask) =>
      withPicture(ask, (db, { workspace, asOf, knownAt }) =>
        taskDetail({ db, workspace, asOf, knownAt, lang: ask.lang }, ask.key),
      ),
  }),
];
