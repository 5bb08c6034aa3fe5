/** Closing a meeting: what it decided is carried out, all of it or nothing. */
import type { Language } from '#core/contract/lists.ts';
import type { Problem } from '#core/contract/problem.ts';
import { newId } from '#server/accounts/secrets.ts';
import { appendAudit } from '#server/audit/audit.repository.ts';
import { ProblemError } from '#server/http/problem.ts';
import type { SignedAsk } from '#server/http/write-route.ts';
import { appendSources } from '#server/sources/sources.repository.ts';
import { type CarryAsk, type Effect, effectOf } from './carrying.ts';
import { appendStep, type MeetingRecord } from './meetings.repository.ts';
import { appendCarried, type KeptResolution, readResolutions } from './resolutions.repository.ts';

type Ask = SignedAsk<null>;

/** The meeting as a source, for the tasks that it decided on. */
async function putSource(ask: Ask, meeting: MeetingRecord): Promise<string> {
  const id = `meeting.${meeting.id}`;
  const { title, date } = meeting;
  await appendSources(ask.db, [
    {
      id,
      title: { zh: `会议：${title}（${date}）`, en: `Meeting: ${title} (${date})` },
      kind: 'meeting',
      asOf: date,
      note: null,
      recordedAt: ask.now,
      recordedBy: ask.principal.account,
    },
  ]);
  return id;
}

type Fields = NonNullable<Problem['fields']>;

/** Faults of one resolution, at its own fields, named by its words. */
function faultsOf(error: unknown, { id, words }: KeptResolution, lang: Language): Fields {
  if (!(error instanceof ProblemError) || error.details.fields === undefined) throw error;
  const name = words.length > 40 ? `${words.slice(0, 39)}…` : words;
  return error.details.fields.map(({ path, message }) => ({
    path: `resolutions.${id}.${path}`,
    message: lang === 'zh' ? `“${name}”：${message}` : `“${name}”: ${message}`,
  }));
}

async function carryOut(ask: Ask, row: KeptResolution, effect: Effect): Promise<void> {
  const { db, now, principal } = ask;
  const stamp = { recordedAt: now, recordedBy: principal.account };
  const { kind, id, subject, before, after } = effect;
  await effect.put();
  await appendCarried(db, {
    id: newId(Date.parse(now)),
    ...stamp,
    resolution: row.id,
    carried: { kind, id },
  });
  await appendAudit(db, {
    at: now,
    actor: principal.account,
    actorName: principal.name,
    address: ask.address,
    action: 'resolution.carry',
    subject,
    outcome: 'done',
    code: null,
    before,
    after: { resolution: row.id, record: after },
  });
}

/**
 * Carries out every resolution that was not taken back, and takes the step. Within the transaction of the write, so that
 * a fault of one undoes all.
 * @throws ProblemError `not-accepted`, naming each resolution that cannot be carried out and why
 */
export async function closeMeeting(ask: Ask, meeting: MeetingRecord): Promise<void> {
  const { db, lang, now, principal, today } = ask;
  const stamp = { recordedAt: now, recordedBy: principal.account };
  const standing = (await readResolutions(db, meeting.id)).filter((row) => !row.withdrawn);
  const source = standing.some((row) => row.kind === 'task') ? await putSource(ask, meeting) : null;
  const carry: CarryAsk = { db, lang, today, meeting, stamp, source };
  const fields: Fields = [];
  for (const row of standing) {
    try {
      const effect = await effectOf(carry, row);
      if (effect !== null) await carryOut(ask, row, effect);
    } catch (error) {
      fields.push(...faultsOf(error, row, lang));
    }
  }
  if (fields.length > 0) {
    const message =
      lang === 'zh'
        ? '有决议不能落实，会议没有关闭；请先撤回或改记。'
        : 'A resolution cannot be carried out and nothing was; take it back, or record it anew.';
    throw new ProblemError('not-accepted', message, { fields });
  }
  await appendStep(db, meeting.id, 'closed', stamp);
}
