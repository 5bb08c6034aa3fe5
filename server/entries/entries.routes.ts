/** Figures and money: entered by the department that owns them, put forward where it wants a review. */
import {
  entryReplySchema,
  movementInputSchema,
  observationInputSchema,
} from '#core/contract/entry.ts';
import type { Right, SubmissionKind } from '#core/contract/lists.ts';
import { enteringDepartment, may } from '#core/domain/rights.ts';
import { newId } from '#server/accounts/secrets.ts';
import { findFund, readFunds } from '#server/funds/funds.repository.ts';
import { checkMovement, enterMovement } from '#server/funds/movement-entry.ts';
import { notFound } from '#server/http/not-found.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type SignedAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { findIndicator, readIndicators } from '#server/indicators/indicators.repository.ts';
import { checkObservation, enterObservation } from '#server/indicators/observation-entry.ts';
import { askFirst } from './entry-checks.ts';
import { isReviewed } from './reviewed.ts';
import { appendSubmission, checkMends, type SubmissionInput } from './submissions.repository.ts';

/**
 * The department that the entry is made for.
 * @throws ProblemError `forbidden` where it is not the caller's to make
 */
function departmentOf(ask: SignedAsk<unknown>, right: Right, owner: string | null): string {
  const { principal, workspace } = ask;
  const department = enteringDepartment(owner, workspace);
  if (department !== null && may(principal, right, department, workspace.separateOfficers))
    return department;
  const detail =
    department === null
      ? 'No department is named that enters this; an administrator names one in the registers.'
      : 'This is entered by another department.';
  throw new ProblemError('forbidden', detail);
}

/** Puts an entry forward for review, and tells what the route replies. */
async function putForward(
  ask: SignedAsk<unknown>,
  kind: SubmissionKind,
  department: string,
  input: SubmissionInput,
) {
  const { db, key, lang, now, principal } = ask;
  const id = newId(Date.parse(now));
  const recorded = { recordedAt: now, recordedBy: principal.account };
  await checkMends(db, { kind, subject: key, input, ...recorded }, lang);
  await appendSubmission(db, { id, kind, subject: key, department, input, ...recorded });
  return { outcome: 'waiting' as const, id: null, submission: id };
}

export const entryWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/indicators/{code}/observations',
    summary: 'Enters a figure, or corrects one with a reason; asks first where it looks odd',
    action: 'observation.create',
    right: 'enter-figures',
    touches: 'record',
    body: observationInputSchema,
    reply: entryReplySchema,
    act: async (ask) => {
      const { db, body, key, now, principal } = ask;
      const indicator = await findIndicator(db, key, null);
      if (indicator === null) {
        const known = await readIndicators(db, null);
        throw notFound(
          'indicator',
          key,
          known.map((row) => row.code),
        );
      }
      const department = departmentOf(ask, 'enter-figures', indicator.ownerDepartment);
      const subject = `indicator:${key}`;
      if (await isReviewed(db, department)) {
        const { before, questions } = await checkObservation(ask, indicator, body);
        askFirst(questions, body.confirmed);
        const reply = await putForward(ask, 'observation', department, body);
        return {
          status: 201,
          reply,
          audit: { subject, before, after: { ...body, submission: reply.submission } },
        };
      }
      const stamp = { recordedAt: now, recordedBy: principal.account, submission: null };
      const { id, before } = await enterObservation(ask, indicator, body, stamp);
      return {
        status: 201,
        reply: { outcome: 'recorded' as const, id, submission: null },
        audit: { subject, before, after: { ...body, id } },
      };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/funds/{id}/movements',
    summary:
      'Enters a movement of a fund, or corrects one with a reason; asks first where it looks odd',
    action: 'movement.create',
    right: 'enter-money',
    touches: 'record',
    body: movementInputSchema,
    reply: entryReplySchema,
    act: async (ask) => {
      const { db, body, key, now, principal } = ask;
      const fund = await findFund(db, key, null);
      if (fund === null) {
        const known = await readFunds(db, null);
        throw notFound(
          'fund',
          key,
          known.map((row) => row.id),
        );
      }
      const department = departmentOf(ask, 'enter-money', fund.ownerDepartment);
      const subject = `fund:${key}`;
      if (await isReviewed(db, department)) {
        const { before, questions } = await checkMovement(ask, fund, body);
        askFirst(questions, body.confirmed);
        const reply = await putForward(ask, 'movement', department, body);
        return {
          status: 201,
          reply,
          audit: { subject, before, after: { ...body, submission: reply.submission } },
        };
      }
      const stamp = { recordedAt: now, recordedBy: principal.account, submission: null };
      const { id, before } = await enterMovement(ask, fund, body, stamp);
      return {
        status: 201,
        reply: { outcome: 'recorded' as const, id, submission: null },
        audit: { subject, before, after: { ...body, id } },
      };
    },
  }),
];
