/** Meetings: those there are, one of them, and what is prepared for it. */
import {
  agendaInputSchema,
  type MeetingHead,
  meetingDetailSchema,
  meetingHeadSchema,
  meetingInputSchema,
  meetingListSchema,
} from '#core/contract/meeting.ts';
import { newId } from '#server/accounts/secrets.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import {
  type DownloadRoute,
  documentRoute,
  type PrivateRoute,
  readersRoute,
} from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { stated } from '#server/registers/register.ts';
import { checkState, holdsMeetings } from './meeting-access.ts';
import { meetingDetail } from './meeting-detail.ts';
import { meetingHeads, readMeeting } from './meeting-heads.ts';
import { checkAgenda, checkMeeting } from './meeting-input.ts';
import {
  appendAgenda,
  appendMeeting,
  findAgenda,
  meetingKey,
  readMeetings,
} from './meetings.repository.ts';
import { documentText } from './snapshot-text.ts';
import { findSnapshot, readParts } from './snapshots.repository.ts';
import { isSound } from './soundness.ts';
import { findStageHolder } from './stage-key.ts';

export const meetingReads: readonly PrivateRoute[] = [
  readersRoute({
    path: '/meetings',
    summary: 'Review meetings, the latest first, each with its frozen picture',
    parameters: ['lang', 'limit', 'cursor'],
    reply: meetingListSchema,
    // Not within one transaction: to look through a long document takes a while, and others want to read.
    answer: async ({ db, lang, query }) => {
      const { after, limit } = sliceOf(query);
      const all = await readMeetings(db);
      const rest = after === null ? all : all.filter((record) => meetingKey(record) < after);
      const shown = rest.slice(0, limit);
      const last = shown[shown.length - 1];
      const next = rest.length > limit && last !== undefined ? meetingKey(last) : null;
      return pageReply(await meetingHeads(db, shown, lang), next);
    },
  }),
  readersRoute({
    path: '/meetings/{id}',
    summary:
      'One meeting: agenda, slides, resolutions, freezes, later corrections; what is still owed for whoever holds it',
    parameters: ['lang'],
    reply: meetingDetailSchema,
    answer: async (ask) => {
      const isHolder = holdsMeetings(ask);
      const paired = isHolder
        ? null
        : await findStageHolder(ask.db, ask.stageKey, ask.key, ask.now);
      const seesNotes = isHolder || paired !== null;
      const detail = await meetingDetail(ask, ask.key, { isHolder, seesNotes });
      const { state } = detail.meeting;
      if (isHolder && (state === 'planned' || state === 'frozen')) ask.services.freezer?.expect();
      return detail;
    },
  }),
];

export const meetingDownloads: readonly DownloadRoute[] = [
  documentRoute({
    path: '/meetings/{id}/snapshot',
    summary:
      'A frozen picture as it is kept, byte for byte: its SHA-256 is the one that the meeting names',
    parameters: ['version', 'lang'],
    answer: async ({ db, key, lang, query }) => {
      const { record } = await readMeeting(db, key, lang);
      const version = query.version ?? null;
      const snapshot = await findSnapshot(db, key, version);
      if (snapshot === null)
        throw new ProblemError('not-found', 'The meeting has no such frozen picture.');
      if (!(await isSound(db, snapshot))) {
        const detail = 'The frozen picture no longer has its hash; it is not given out.';
        throw new ProblemError('snapshot-damaged', detail);
      }
      return {
        pieces: documentText(readParts(db, snapshot.id), snapshot.rest),
        name: `${record.date}-v${snapshot.version}-${snapshot.sha256.slice(0, 8)}.json`,
        sha256: snapshot.sha256,
        isFixed: version !== null,
      };
    },
  }),
];

/**
 * Throws ProblemError `version-required` or `stale-version`, with the meeting as it stands.
 * @param of what is changed: a new title is no conflict with somebody's agenda, nor the other way round
 */
function checkVersion(
  head: MeetingHead,
  of: 'version' | 'agendaVersion',
  ifMatch: string | null,
): void {
  if (ifMatch === null)
    throw new ProblemError('version-required', 'If-Match names the version that is changed.');
  if (ifMatch === head[of]) return;
  throw new ProblemError('stale-version', 'The meeting was changed since it was opened.', {
    current: head,
  });
}

export const meetingWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/meetings',
    summary: 'A new meeting: its day, the date of its numbers, what they are compared with',
    action: 'meeting.create',
    right: 'hold-meetings',
    touches: 'record',
    body: meetingInputSchema,
    reply: meetingHeadSchema,
    act: async ({ db, body, lang, now, principal, services }) => {
      await checkMeeting(db, body, null, lang);
      const id = newId(Date.parse(now));
      const record = { id, ...body, recordedAt: now, recordedBy: principal.account };
      await appendMeeting(db, record);
      const { head } = await readMeeting(db, id, lang);
      return {
        status: 201,
        reply: head,
        audit: { subject: `meeting:${id}`, after: stated(record) },
        after: () => services.freezer?.expect(),
      };
    },
  }),
  writeRoute({
    method: 'PUT',
    path: '/meetings/{id}',
    summary: 'Changes a meeting that has not begun. If-Match names the version it is made on',
    action: 'meeting.change',
    right: 'hold-meetings',
    touches: 'record',
    body: meetingInputSchema,
    reply: meetingHeadSchema,
    act: async ({ db, body, ifMatch, key, lang, now, principal }) => {
      const before = await readMeeting(db, key, lang);
      checkState(before.head.state, ['planned', 'frozen'], lang);
      checkVersion(before.head, 'version', ifMatch);
      await checkMeeting(db, body, key, lang);
      const record = { id: key, ...body, recordedAt: now, recordedBy: principal.account };
      await appendMeeting(db, record);
      const { head } = await readMeeting(db, key, lang);
      return {
        status: 200,
        reply: head,
        audit: {
          subject: `meeting:${key}`,
          before: stated(before.record),
          after: stated(record),
        },
      };
    },
  }),
  writeRoute({
    method: 'PUT',
    path: '/meetings/{id}/agenda',
    summary:
      'The agenda as the office wants it: order, what is dropped, own items, notes, asks. If-Match names its `agendaVersion`',
    action: 'meeting.agenda',
    right: 'hold-meetings',
    touches: 'record',
    body: agendaInputSchema,
    reply: meetingHeadSchema,
    act: async ({ db, body, ifMatch, key, lang, now, principal }) => {
      const before = await readMeeting(db, key, lang);
      checkState(before.head.state, ['planned', 'frozen', 'running'], lang);
      checkVersion(before.head, 'agendaVersion', ifMatch);
      checkAgenda(body.items, lang);
      const earlier = await findAgenda(db, key);
      await appendAgenda(db, key, {
        items: body.items,
        recordedAt: now,
        recordedBy: principal.account,
      });
      const { head } = await readMeeting(db, key, lang);
      return {
        status: 200,
        reply: head,
        audit: {
          subject: `meeting:${key}`,
          before: earlier?.items ?? null,
          after: body.items,
        },
      };
    },
  }),
];
