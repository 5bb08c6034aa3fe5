import { checkInInputSchema, checkInReplySchema } from '#core/contract/entry.ts';
import { may } from '#core/domain/rights.ts';
import { newId } from '#server/accounts/secrets.ts';
import { appendSubmission, checkMends } from '#server/entries/submissions.repository.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { checkCheckIn, plainInput, recordCheckIn } from './check-in.ts';
import {
  readTaskState,
  type TaskAsk,
  type TaskState,
  taskReading,
  withCheckIn,
  withSubmission,
} from './task-detail.ts';
import { taskInstants } from './task-instants.ts';

type Asked = Pick<
  WriteAsk<unknown>,
  'committed' | 'ifMatch' | 'key' | 'lang' | 'principal' | 'today' | 'workspace'
>;

const ofToday = ({ lang, today, workspace }: Asked): Omit<TaskAsk, 'db'> => ({
  workspace,
  asOf: today,
  knownAt: null,
  lang,
});

/** The task as committed. Throws ProblemError `not-found`. */
const committed = (asked: Asked) => asked.committed(taskReading(ofToday(asked), asked.key));

/** Throws ProblemError `forbidden`, `version-required` or `stale-version` where it may not be updated on `version`. */
function checkAdmitted({ ifMatch, principal, workspace }: Asked, owner: string, version: string) {
  if (principal === null || !may(principal, 'check-in', owner, workspace.separateOfficers))
    throw new ProblemError('forbidden', 'The task belongs to another department.');
  if (ifMatch === null)
    throw new ProblemError('version-required', 'If-Match names the version of the task.');
  if (ifMatch !== version)
    throw new ProblemError('stale-version', 'The task was updated since it was opened.');
}

const isReviewed = ({ context, task }: TaskState): boolean =>
  context.departments.some((row) => row.id === task.owner && row.review);

export const checkInRoutes: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/tasks/{id}/check-ins',
    summary:
      'Updates a task: status, ticks, note, evidence. If-Match names the version it is made on',
    action: 'check-in.create',
    right: 'check-in',
    touches: 'record',
    body: checkInInputSchema,
    reply: checkInReplySchema,
    current: async (asked) => (await committed(asked)).value.detail,
    // Here and again below: who is late, or not meant, is told so without waiting for those who write.
    prepare: async (asked) => {
      const seen = await committed(asked);
      checkAdmitted(asked, seen.value.task.owner, seen.value.version);
      return seen;
    },
    late: (asked, seen, made) => {
      const now = made(taskReading(ofToday(asked), asked.key)) as TaskState | undefined;
      if (now !== undefined) checkAdmitted(asked, seen.value.task.owner, now.version);
    },
    act: async (asked, seen) => {
      const { db, body, key, now, today, principal } = asked;
      const ask: TaskAsk = { ...ofToday(asked), db };
      const reading = taskReading(ofToday(asked), key);
      const instants = await taskInstants(db, key, null);
      checkAdmitted(asked, seen.value.task.owner, instants.version);
      const isAsSeen = instants.newest <= seen.upTo;
      const state = isAsSeen ? seen.value : await readTaskState(ask, key);
      const { task } = state;
      const input = plainInput(body);
      const files = await checkCheckIn(ask, state, input);
      const recorded = { recordedAt: now, recordedBy: principal.account };
      const subject = `task:${key}`;
      if (isReviewed(state)) {
        const id = newId(Date.parse(now));
        const put = { kind: 'check-in' as const, subject: key, input, ...recorded };
        await checkMends(db, put, asked.lang);
        await appendSubmission(db, { id, department: task.owner, ...put });
        const next = withSubmission(state, now);
        return {
          status: 201,
          reply: {
            outcome: 'waiting' as const,
            checkIn: null,
            submission: id,
            detail: next.detail,
          },
          keeps: { reading, value: next },
          audit: { subject, after: { submission: id, ...input } },
        };
      }
      const stamp = { ...recorded, asOf: today, submission: null };
      const records = await recordCheckIn(db, key, input, stamp);
      const next = withCheckIn(state, { ...records, files }, ask);
      const { detail } = next;
      const { id } = records.checkIn;
      const checkIn = detail.checkIns.find((row) => row.id === id) ?? null;
      const before = { light: task.light.state, declared: task.declared, done: task.done };
      return {
        status: 201,
        reply: { outcome: 'recorded' as const, checkIn, submission: null, detail },
        keeps: { reading, value: next },
        audit: { subject, before, after: { checkIn: id, ...input } },
      };
    },
  }),
];
