/** The presentation of a meeting: where it stands, who moves it, and the phone that may. */
import {
  pairingCodeSchema,
  pairingInputSchema,
  stageInputSchema,
  stageSchema,
} from '#core/contract/meeting.ts';
import { checkSignIn, clearFailures, noteFailure } from '#server/accounts/throttle.ts';
import { announceMeeting } from '#server/db/dialects.ts';
import { type PrivateRoute, readersRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { openRoute, type WriteAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { checkRight } from '#server/http/writes.ts';
import { holdsMeetings } from './meeting-access.ts';
import { notThere } from './meeting-heads.ts';
import { findMeeting } from './meetings.repository.ts';
import { holdStage, moveStage, readStage } from './stage.repository.ts';
import { findStageHolder, isCode, newCode, type StageHolder, takeCode } from './stage-key.ts';

export const stageReads: readonly PrivateRoute[] = [
  readersRoute({
    path: '/meetings/{id}/stage',
    summary: 'Where the presentation stands; event `meeting` tells when it moved',
    parameters: ['lang'],
    reply: stageSchema,
    answer: async ({ db, key }) => {
      if ((await findMeeting(db, key)) === null) throw await notThere(db, key);
      return (await readStage(db, key)).stage;
    },
  }),
];

/**
 * Who moves the presentation: whoever holds meetings, or the phone that one of them let in.
 * @throws ProblemError `unauthenticated` or `forbidden`
 */
async function presenterOf(ask: WriteAsk<unknown>): Promise<StageHolder> {
  const { db, key, now, principal, stageKey, workspace } = ask;
  if (principal !== null && holdsMeetings({ principal, workspace }))
    return { account: principal.account, name: principal.name };
  const paired = await findStageHolder(db, stageKey, key, now);
  if (paired !== null) return paired;
  checkRight(principal, 'hold-meetings', workspace.separateOfficers);
  throw new ProblemError('forbidden', 'This device does not move the presentation.');
}

/** What guessing at a meeting's code is counted under; no login has a blank in it. */
const throttled = (meeting: string): string => `stage ${meeting}`;

const wrongCode = (lang: 'zh' | 'en') => {
  const message =
    lang === 'zh' ? '配对码不对，或已过期。' : 'The code is not right, or has expired.';
  return new ProblemError('wrong-credentials', message, { fields: [{ path: 'code', message }] });
};

export const stageWrites: readonly WriteRoute[] = [
  openRoute({
    method: 'PUT',
    path: '/meetings/{id}/stage',
    summary: 'Moves the presentation; whoever does not present is told who does, and may take over',
    action: 'meeting.stage',
    touches: 'telemetry',
    body: stageInputSchema,
    reply: stageSchema,
    act: async (ask) => {
      const { db, body, key, lang, now } = ask;
      const presenter = await presenterOf(ask);
      if ((await findMeeting(db, key)) === null) throw await notThere(db, key);
      const state = await holdStage(db, key);
      const isOther = state.account !== null && state.account !== presenter.account;
      if (isOther && !body.takeOver) {
        const name = state.stage.presenter ?? '';
        const detail = lang === 'zh' ? `现在由 ${name} 演示。` : `${name} is presenting.`;
        throw new ProblemError('conflict', detail, { current: state.stage });
      }
      const { item, black, focus } = body;
      const stage = await moveStage(db, state, { item, black, focus }, presenter, now);
      await announceMeeting(db, stage);
      return { status: 200, reply: stage, audit: { subject: `meeting:${key}` }, moved: stage };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/pairing-code',
    summary: 'Six digits with which a phone becomes the remote control, once, within ten minutes',
    action: 'meeting.pair',
    right: 'hold-meetings',
    touches: 'private',
    repliesOnce: true,
    body: null,
    reply: pairingCodeSchema,
    act: async ({ db, key, now, principal }) => {
      if ((await findMeeting(db, key)) === null) throw await notThere(db, key);
      await clearFailures(db, throttled(key));
      const reply = await newCode(db, key, principal.account, now);
      return {
        status: 201,
        reply,
        audit: { subject: `meeting:${key}`, after: { expiresAt: reply.expiresAt } },
      };
    },
  }),
  openRoute({
    method: 'POST',
    path: '/meetings/{id}/pairing',
    summary:
      'A phone gives the code: from then on it reads this meeting and moves its presentation',
    action: 'meeting.paired',
    touches: 'private',
    repliesOnce: true,
    body: pairingInputSchema,
    reply: stageSchema,
    // Here and not in the transaction: a failure has to stay on record.
    prepare: async ({ db, body, key, lang, now, address }) => {
      await checkSignIn(db, throttled(key), address, now);
      if (await isCode(db, key, body.code, now)) return;
      await noteFailure(db, throttled(key), address, now);
      throw wrongCode(lang);
    },
    act: async ({ db, body, key, lang, now }) => {
      const secret = await takeCode(db, key, body.code, now);
      if (secret === null) throw wrongCode(lang);
      return {
        status: 201,
        reply: (await readStage(db, key)).stage,
        audit: { subject: `meeting:${key}` },
        stageKey: secret,
      };
    },
  }),
];
