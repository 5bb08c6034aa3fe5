import { checkInInputSchema, checkInReplySchema } from '#core/contract/entry.ts';
import { may } from '#core/domain/rights.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { isReviewed } from '#server/entries/reviewed.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { checkCheckIn, plainInput, recordCheckIn } from './check-in.ts';
import { readTask, type TaskAsk, taskDetail, taskVersion } from './task-detail.ts';

type Asked = Pick<
  WriteAsk<unknown>,
  'ifMatch' | 'key' | 'lang' | 'principal' | 'today' | 'workspace'
>;

/**
 * The task, where the one who asks may update it on the version that they name.
 * @throws ProblemError `not-found`, `forbidden`, `version-required`, `stale-version`
 */
async function admitted(db: Db, { workspace, today, lang, key, principal, ifMatch }: Asked) {
  const ask: TaskAsk = { db, workspace, asOf: today, knownAt: null, lang };
  const { task } = await readTask(ask, key);
  if (principal === null || !may(principal, 'check-in', task.owner, workspace.separateOfficers))
    throw new ProblemError('forbidden', 'The task belongs to another department.');
  if (ifMatch === null)
    throw new ProblemError('version-required', 'If-Match names the version of the task.');
  if (ifMatch !== (await taskVersion(db, key, null))) {
    throw new ProblemError('stale-version', 'The task was updated since it was opened.', {
      current: await taskDetail(ask, key),
    });
  }
  return { ask, task };
}

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
    // Here and again below: who is late, or not meant, is told so without waiting for those who write.
    prepare: async (ask) => {
      await admitted(ask.readDb, ask);
    },
    act: async (asked) => {
      const { db, body, key, now, today, principal } = asked;
      const { ask, task } = await admitted(db, asked);
      const input = plainInput(body);
      await checkCheckIn(ask, task, input);
      const recorded = { recordedAt: now, recordedBy: principal.account };
      const subject = `task:${key}`;
      if (await isReviewed(db, task.owner)) {
        const id = newId(Date.parse(now));
        await appendSubmission(db, {
          id,
          kind: 'check-in',
          subject: key,
          department: task.owner,
          input,
          ...recorded,
        });
        const detail = await taskDetail(ask, key);
        return {
          status: 201,
          reply: { outcome: 'waiting' as const, checkIn: null, submission: id, detail },
          audit: { subject, after: { submission: id, ...input } },
        };
      }
      const id = await recordCheckIn(db, key, input, {
        ...recorded,
        asOf: today,
        submission: null,
      });
      const detail = await taskDetail(ask, key);
      const checkIn = detail.checkIns.find((row) => row.id === id) ?? null;
      const before = { light: task.light.state, declared: task.declared, done: task.done };
      return {
        status: 201,
        reply: { outcome: 'recorded' as const, checkIn, submission: null, detail },
        audit: { subject, before, after: { checkIn: id, ...input } },
      };
    },
  }),
];
