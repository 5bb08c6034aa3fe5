/** What a meeting decides: recorded on the slide, taken back before the end, carried out when it is closed. */
import {
  type AgendaItem,
  closureSchema,
  type ResolutionInput,
  resolutionInputSchema,
  resolutionSchema,
} from '#core/contract/meeting.ts';
import { nearest } from '#core/domain/nearest.ts';
import { newId } from '#server/accounts/secrets.ts';
import { notFound } from '#server/http/not-found.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { type SignedAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { createKept } from '#server/kept/kept.ts';
import { effectOf } from './carrying.ts';
import { closeMeeting } from './closing.ts';
import { checkState } from './meeting-access.ts';
import { meetingOutline } from './meeting-detail.ts';
import { readMeeting } from './meeting-heads.ts';
import { resolutionViews } from './resolution-views.ts';
import {
  appendResolution,
  appendWithdrawal,
  findResolution,
  type KeptResolution,
  readResolutions,
} from './resolutions.repository.ts';

type Ask = SignedAsk<ResolutionInput>;

function refuse(path: string, message: string, suggestion: string | null = null): ProblemError {
  return new ProblemError('not-accepted', message, { fields: [{ path, message }], suggestion });
}

/** Throws ProblemError `not-accepted` where the item is not of this meeting, or has no such option. */
function checkItem({ body, lang }: Ask, agenda: readonly AgendaItem[]): void {
  const item = agenda.find((one) => one.key === body.item);
  if (item === undefined) {
    const shown = quote(body.item);
    throw refuse(
      'item',
      lang === 'zh' ? `议程里没有 ${shown}。` : `There is no ${shown} in the agenda.`,
      nearest(
        body.item,
        agenda.map((one) => one.key),
      ),
    );
  }
  const options = item.ask?.options ?? [];
  if (body.option !== null && options.every((option) => option.id !== body.option)) {
    const shown = quote(body.option);
    throw refuse(
      'option',
      lang === 'zh' ? `这一项没有选项 ${shown}。` : `This item has no option ${shown}.`,
    );
  }
}

/** Throws ProblemError `not-accepted` where this meeting has decided on the same date or question already. */
function checkTwice({ body, lang }: Ask, earlier: readonly KeptResolution[]): void {
  if (body.kind !== 'due-date' && body.kind !== 'settle') return;
  const twice = earlier.some(
    (row) => !row.withdrawn && row.kind === body.kind && row.subject === body.subject,
  );
  if (twice)
    throw refuse(
      'subject',
      lang === 'zh'
        ? '本次会议已经对它作过决定；要改请先撤回。'
        : 'This meeting has decided on it already; take that back first.',
    );
}

async function viewOf({ db, lang }: Pick<Ask, 'db' | 'lang'>, id: string) {
  const row = await findResolution(db, id);
  const [view] = row === null ? [] : await resolutionViews(db, [row], lang);
  if (view === undefined) throw notFound('resolution', id, []);
  return view;
}

export const resolutionWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/resolutions',
    summary:
      'Records what a running meeting decides on an item; it counts once the meeting is closed',
    action: 'resolution.record',
    right: 'hold-meetings',
    touches: 'record',
    body: resolutionInputSchema,
    reply: resolutionSchema,
    // Slides are read outside of the transaction: what a running meeting shows does not change any more.
    prepare: async ({ readDb, key, lang, now, workspace }) => {
      const reading = { db: readDb, kept: createKept(), key, lang, now, workspace };
      return (await meetingOutline(reading, key)).agenda;
    },
    act: async (ask, agenda) => {
      const { db, body, key, lang, now, principal, today } = ask;
      const { head, record: meeting } = await readMeeting(db, key, lang);
      checkState(head.state, ['running'], lang);
      checkItem(ask, agenda);
      checkTwice(ask, await readResolutions(db, key));
      const stamp = { recordedAt: now, recordedBy: principal.account };
      await effectOf({ db, lang, today, meeting, stamp, source: null }, body);
      const id = newId(Date.parse(now));
      await appendResolution(db, { id, meeting: key, ...body, ...stamp });
      return {
        status: 201,
        reply: await viewOf(ask, id),
        audit: { subject: `meeting:${key}`, after: { resolution: id, ...body } },
      };
    },
  }),
  writeRoute({
    method: 'DELETE',
    path: '/resolutions/{id}',
    summary:
      'Takes a resolution back, before its meeting is closed; it stays on record as withdrawn',
    action: 'resolution.withdraw',
    right: 'hold-meetings',
    touches: 'record',
    body: null,
    reply: resolutionSchema,
    act: async (ask) => {
      const { db, key, lang, now, principal } = ask;
      const before = await findResolution(db, key);
      if (before === null) throw notFound('resolution', key, []);
      const { head } = await readMeeting(db, before.meeting, lang);
      checkState(head.state, ['running'], lang);
      if (before.withdrawn)
        throw new ProblemError(
          'conflict',
          lang === 'zh' ? '这条决议已经撤回。' : 'This resolution was taken back already.',
          { current: await viewOf(ask, key) },
        );
      await appendWithdrawal(db, {
        id: newId(Date.parse(now)),
        resolution: key,
        recordedAt: now,
        recordedBy: principal.account,
      });
      return {
        status: 200,
        reply: await viewOf(ask, key),
        audit: {
          subject: `meeting:${before.meeting}`,
          before: { resolution: key, words: before.words, withdrawn: false },
          after: { resolution: key, words: before.words, withdrawn: true },
        },
      };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/close',
    summary:
      'Closes a running meeting: its resolutions become tasks, due dates and settled questions, all of them or nothing',
    action: 'meeting.close',
    right: 'hold-meetings',
    touches: 'record',
    body: null,
    reply: closureSchema,
    act: async (ask) => {
      const { db, key, lang } = ask;
      const { head: before, record: meeting } = await readMeeting(db, key, lang);
      checkState(before.state, ['running'], lang);
      await closeMeeting(ask, meeting);
      const { head } = await readMeeting(db, key, lang);
      const resolutions = await resolutionViews(db, await readResolutions(db, key), lang);
      return {
        status: 200,
        reply: { meeting: head, resolutions },
        audit: {
          subject: `meeting:${key}`,
          before: { state: before.state },
          after: {
            state: head.state,
            carried: resolutions.flatMap(({ id, carried }) =>
              carried === null ? [] : [{ resolution: id, ...carried }],
            ),
          },
        },
      };
    },
  }),
];
