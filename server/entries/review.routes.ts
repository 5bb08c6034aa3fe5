/** Review: what waits, what it would change, and what the reviewer says to it. */
import type { CheckInInput, MovementInput, ObservationInput } from '#core/contract/entry.ts';
import { reviewInputSchema, submissionListSchema, submissionSchema } from '#core/contract/entry.ts';
import { submissionDetailSchema } from '#core/contract/entry-sheet.ts';
import type { LintCode } from '#core/contract/lists.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import type { Principal } from '#server/accounts/principal.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { findFund } from '#server/funds/funds.repository.ts';
import { enterMovement } from '#server/funds/movement-entry.ts';
import { bureauDay } from '#server/http/answers.ts';
import { notFound } from '#server/http/not-found.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type SignedAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { findIndicator } from '#server/indicators/indicators.repository.ts';
import { enterObservation } from '#server/indicators/observation-entry.ts';
import { checkCheckIn, recordCheckIn } from '#server/tasks/check-in.ts';
import { readTask } from '#server/tasks/task-detail.ts';
import { changeOf } from './change.ts';
import { submissionViews } from './subject-names.ts';
import {
  appendReview,
  findSubmission,
  listReturned,
  listSubmissions,
  type ReviewedSubmission,
} from './submissions.repository.ts';

async function submissionOf(db: Db, id: string): Promise<ReviewedSubmission> {
  const found = await findSubmission(db, id);
  if (found === null) throw notFound('submission', id, []);
  return found;
}

type Reader = { readonly principal: Principal; readonly workspace: { separateOfficers: boolean } };

const seesAll = ({ principal, workspace }: Reader): boolean =>
  mayAnywhere(principal, 'review', workspace.separateOfficers);

/** Puts what was accepted on record, in its author's name, and tells the id of the statement. */
async function accept(
  ask: SignedAsk<{ readonly confirmed: readonly LintCode[] }>,
  row: ReviewedSubmission,
): Promise<string> {
  const { db, now, workspace, today, lang } = ask;
  const stamp = { recordedAt: now, recordedBy: row.recordedBy, submission: row.id };
  switch (row.kind) {
    case 'check-in': {
      const input = row.input as CheckInInput;
      const asOf = workspace.clockPinnedOn ?? bureauDay(row.recordedAt);
      const taskAsk = { db, workspace, asOf: today, knownAt: null, lang };
      await checkCheckIn(taskAsk, await readTask(taskAsk, row.subject), input);
      return (await recordCheckIn(db, row.subject, input, { ...stamp, asOf })).checkIn.id;
    }
    case 'observation': {
      const input = row.input as ObservationInput;
      const indicator = await findIndicator(db, row.subject, null);
      if (indicator === null) throw notFound('indicator', row.subject, []);
      const confirmed = [...input.confirmed, ...ask.body.confirmed];
      return (await enterObservation(ask, indicator, { ...input, confirmed }, stamp)).id;
    }
    case 'movement': {
      const input = row.input as MovementInput;
      const fund = await findFund(db, row.subject, null);
      if (fund === null) throw notFound('fund', row.subject, []);
      const confirmed = [...input.confirmed, ...ask.body.confirmed];
      return (await enterMovement(ask, fund, { ...input, confirmed }, stamp)).id;
    }
  }
}

/** What was in order when it was put forward and is not any more has changed meanwhile. */
async function acceptNow(...args: Parameters<typeof accept>): Promise<string> {
  try {
    return await accept(...args);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'not-accepted') throw error;
    throw new ProblemError(
      'conflict',
      'The record changed since this was put forward; see fields.',
      {
        fields: error.details.fields ?? [],
      },
    );
  }
}

export const reviewReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/submissions',
    summary: 'What was put forward for review, oldest first: a reviewer sees all, others their own',
    parameters: ['state', 'lang', 'limit', 'cursor'],
    right: 'read',
    reply: submissionListSchema,
    answer: async (ask) => {
      const { db, lang, principal, query } = ask;
      const page = await listSubmissions(db, {
        state: query.state ?? null,
        author: seesAll(ask) ? null : principal.account,
        ...sliceOf(query),
      });
      return pageReply(await submissionViews(db, page.items, lang), page.next);
    },
  }),
  privateRoute({
    path: '/returns',
    summary: 'What was returned to the caller and is not mended yet, newest first',
    parameters: ['lang', 'limit', 'cursor'],
    right: 'read',
    reply: submissionListSchema,
    answer: async ({ db, lang, principal, query }) => {
      const page = await listReturned(db, { author: principal.account, ...sliceOf(query) });
      return pageReply(await submissionViews(db, page.items, lang), page.next);
    },
  }),
  privateRoute({
    path: '/submissions/{id}',
    summary: 'One of them, with the picture as it is and as it would be',
    parameters: ['lang'],
    right: 'read',
    reply: submissionDetailSchema,
    answer: async (ask) => {
      const { db, key, lang, principal } = ask;
      const row = await submissionOf(db, key);
      if (!seesAll(ask) && row.recordedBy !== principal.account)
        throw notFound('submission', key, []);
      const [submission] = await submissionViews(db, [row], lang);
      if (submission === undefined) throw notFound('submission', key, []);
      return { submission, ...(await changeOf(ask, row)) };
    },
  }),
];

export const reviewWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/submissions/{id}/review',
    summary: 'Accepts what was put forward, which puts it on record, or returns it with a word',
    action: 'submission.review',
    right: 'review',
    touches: 'record',
    body: reviewInputSchema,
    reply: submissionSchema,
    act: async (ask) => {
      const { db, body, key, lang, now, principal } = ask;
      const row = await submissionOf(db, key);
      if (row.recordedBy === principal.account)
        throw new ProblemError('forbidden', 'Nobody reviews what they entered themselves.');
      if (row.state !== 'waiting') {
        const [current] = await submissionViews(db, [row], lang);
        throw new ProblemError('conflict', 'Somebody reviewed this already.', { current });
      }
      const result = body.verdict === 'accepted' ? await acceptNow(ask, row) : null;
      const comment = body.comment === '' ? null : body.comment;
      await appendReview(db, {
        id: newId(Date.parse(now)),
        submission: key,
        verdict: body.verdict,
        comment,
        result,
        recordedAt: now,
        recordedBy: principal.account,
      });
      const [reply] = await submissionViews(db, [await submissionOf(db, key)], lang);
      if (reply === undefined) throw notFound('submission', key, []);
      return {
        status: 200,
        reply,
        audit: {
          subject: `${row.kind}:${row.subject}`,
          before: { submission: key, state: 'waiting' },
          after: { submission: key, verdict: body.verdict, comment, result },
        },
      };
    },
  }),
];
