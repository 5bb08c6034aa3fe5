/** Freezing a meeting's numbers, and beginning it with them. */
import { freezeInputSchema, freezeStateSchema } from '#core/contract/freeze.ts';
import type { Language } from '#core/contract/lists.ts';
import { type MeetingHead, meetingHeadSchema } from '#core/contract/meeting.ts';
import type { Instant } from '#core/domain/records.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { submissionViews } from '#server/entries/subject-names.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { readLatestRecordedAt } from '#server/store/store.repository.ts';
import { freezeInSight, silentSince } from './freeze-in-sight.ts';
import { FreezeStopped, type Frozen, freeze } from './freezer.ts';
import { findFreeze, stopFreezes } from './freezes.repository.ts';
import type { FrozenPicture } from './frozen-answers.ts';
import { checkState } from './meeting-access.ts';
import { notThere, readMeeting } from './meeting-heads.ts';
import { appendStep, findMeeting } from './meetings.repository.ts';
import { type Signer, signedText } from './signing.ts';
import { restOf, sealOf } from './snapshot-text.ts';
import { appendSigningKey, appendSnapshot, findSnapshot } from './snapshots.repository.ts';
import { rememberSound } from './soundness.ts';

/** Entries that a question names one by one. */
const NAMED = 50;

/** Throws ProblemError `confirm-first`, naming what waits for review, where its number is not the confirmed one. */
async function checkUnreviewed(db: Db, confirmed: number, lang: Language): Promise<void> {
  const waiting = { state: 'waiting' as const, author: null };
  const count = await countSubmissions(db, waiting);
  if (count === confirmed) return;
  const page = await listSubmissions(db, { ...waiting, after: null, limit: NAMED });
  const message =
    lang === 'zh'
      ? `还有 ${count} 条填报没有审核，冻结后不会计入。`
      : `${count} entries wait for review; a freeze leaves them out.`;
  const named = await submissionViews(db, page.items, lang);
  throw new ProblemError('confirm-first', message, {
    fields: [
      { path: 'unreviewed', message },
      ...named.map(({ id, subjectName, departmentName }) => ({
        path: `unreviewed.${id}`,
        message:
          lang === 'zh' ? `${departmentName}：${subjectName}` : `${departmentName}: ${subjectName}`,
      })),
    ],
  });
}

const changedMeanwhile = (lang: Language) =>
  new ProblemError(
    'conflict',
    lang === 'zh'
      ? '冻结期间会议被改过，请再冻结一次。'
      : 'The meeting was changed while it was being frozen; freeze it again.',
  );

const stopped = (lang: Language) =>
  new ProblemError(
    'stopped',
    lang === 'zh'
      ? '冻结已停止，什么也没有留下。'
      : 'The freeze was stopped; nothing of it was kept.',
  );

type Prepared = { readonly picture: FrozenPicture; readonly frozen: Frozen };

/** Whether the meeting still asks for the picture that was computed. */
const asksFor = ({ asOf, compare }: MeetingHead, picture: FrozenPicture): boolean =>
  asOf === picture.asOf && compare === picture.compare;

async function sign(
  db: Db,
  signer: Signer | undefined,
  seal: Parameters<typeof signedText>[0],
  stamp: { readonly recordedAt: Instant; readonly recordedBy: string },
) {
  if (signer === undefined) return null;
  await appendSigningKey(db, signer.key, signer.publicKey, stamp);
  return { key: signer.key, value: await signer.sign(signedText(seal)) };
}

export const freezeWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/snapshot',
    summary:
      'Freezes the numbers: pins as-of and known-at, keeps the picture whole with its SHA-256, signs its time',
    action: 'meeting.freeze',
    right: 'hold-meetings',
    touches: 'record',
    body: freezeInputSchema,
    reply: meetingHeadSchema,
    prepare: async ({
      body,
      clock,
      db,
      key,
      lang,
      principal,
      readDb,
      services,
    }): Promise<Prepared> => {
      const { head, record } = await readMeeting(readDb, key, lang);
      checkState(head.state, ['planned', 'frozen'], lang);
      await checkUnreviewed(readDb, body.unreviewed, lang);
      const knownAt = await readLatestRecordedAt(readDb);
      if (knownAt === null) throw new ProblemError('not-ready', 'The store holds nothing yet.');
      const picture = { asOf: head.asOf, compare: head.compare, knownAt };
      const { freezer } = services;
      const seen = { db, clock, meeting: key, accountName: principal?.name ?? '' };
      const frozen = await freezeInSight(seen, (course) =>
        freezer === undefined
          ? freeze(readDb, picture, record, course)
          : freezer.freeze(picture, record, course),
      ).catch((error: unknown) => {
        throw error instanceof FreezeStopped ? stopped(lang) : error;
      });
      return { picture, frozen };
    },
    act: async ({ db, key, lang, now, principal, services }, { picture, frozen }) => {
      const { record, head } = await readMeeting(db, key, lang);
      checkState(head.state, ['planned', 'frozen'], lang);
      if (!asksFor(head, picture)) throw changedMeanwhile(lang);
      const stamp = { recordedAt: now, recordedBy: principal.account };
      const version = ((await findSnapshot(db, key, null))?.version ?? 0) + 1;
      const { id, title, date } = record;
      const meeting = { id, title, date };
      const rest = restOf({ ...picture, meeting, version, slides: frozen.slides });
      const seal = sealOf(frozen.hash, rest);
      const signed = { sha256: seal.sha256, frozenAt: now, meeting: key, version };
      const snapshot = {
        id: newId(Date.parse(now)),
        meeting: key,
        version,
        ...picture,
        ...seal,
        rest,
        signature: await sign(db, services.signer, signed, stamp),
        ...stamp,
      };
      await appendSnapshot(db, snapshot, frozen.parts);
      rememberSound(snapshot, frozen.parts);
      return {
        status: 201,
        reply: (await readMeeting(db, key, lang)).head,
        audit: {
          subject: `meeting:${key}`,
          after: { version, ...picture, ...seal, signature: snapshot.signature },
        },
      };
    },
  }),
  writeRoute({
    method: 'DELETE',
    path: '/meetings/{id}/freeze',
    summary: 'Stops the freeze that is under way: nothing of it is kept',
    action: 'meeting.freeze-stop',
    right: 'hold-meetings',
    touches: 'private',
    body: null,
    reply: freezeStateSchema,
    act: async ({ db, key, lang }) => {
      const { head } = await readMeeting(db, key, lang);
      if (!(await stopFreezes(db, head.id)))
        throw new ProblemError(
          'conflict',
          lang === 'zh' ? '现在没有正在进行的冻结。' : 'No freeze is under way.',
        );
      return { status: 200, reply: { freeze: null }, audit: { subject: `meeting:${key}` } };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/begin',
    summary: 'The meeting begins: from here on its frozen picture stays as it is',
    action: 'meeting.begin',
    right: 'hold-meetings',
    touches: 'record',
    body: null,
    reply: meetingHeadSchema,
    // A long document is looked through here, where nobody waits for it.
    prepare: async ({ key, lang, readDb }) => (await readMeeting(readDb, key, lang)).head,
    act: async ({ db, key, lang, now, principal }) => {
      const { head } = await readMeeting(db, key, lang);
      const refuse = (zh: string, en: string) =>
        new ProblemError('conflict', lang === 'zh' ? zh : en);
      if (head.state === 'planned')
        throw refuse('先冻结数据，再开始会议。', 'Freeze the numbers first.');
      checkState(head.state, ['frozen'], lang);
      const { snapshot } = head;
      if (snapshot === null || snapshot.asOf !== head.asOf || snapshot.compare !== head.compare)
        throw refuse(
          '冻结之后改过日期或对比基准，请再冻结一次。',
          'Its dates were changed since the freeze; freeze it again.',
        );
      if (!snapshot.sound)
        throw refuse(
          '冻结的数据已损坏，请再冻结一次。',
          'The frozen picture is damaged; freeze it again.',
        );
      await appendStep(db, key, 'begun', { recordedAt: now, recordedBy: principal.account });
      return {
        status: 200,
        reply: (await readMeeting(db, key, lang)).head,
        audit: { subject: `meeting:${key}`, after: { begunAt: now, sha256: snapshot.sha256 } },
      };
    },
  }),
];

export const freezeReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/meetings/{id}/freeze',
    summary: 'How far the freeze is that is under way',
    parameters: [],
    right: 'hold-meetings',
    reply: freezeStateSchema,
    answer: async ({ db, key, now }) => {
      if ((await findMeeting(db, key)) === null) throw await notThere(db, key);
      const found = await findFreeze(db, key, silentSince(now));
      if (found === null) return { freeze: null };
      const { accountName, begunAt, done } = found;
      return { freeze: { accountName, begunAt, done } };
    },
  }),
];
