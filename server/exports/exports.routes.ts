/** Files of a frozen meeting: asked for, watched, fetched, and taken back. */
import {
  type ExportJob,
  exportInputSchema,
  exportJobSchema,
  exportListSchema,
} from '#core/contract/export.ts';
import type { ExportFormat } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { notFound } from '#server/http/not-found.ts';
import {
  type DownloadRoute,
  downloadRoute,
  type PrivateRoute,
  privateRoute,
} from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import type { Services } from '#server/http/services.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { holdsMeetings } from '#server/meetings/meeting-access.ts';
import { readMeeting } from '#server/meetings/meeting-heads.ts';
import { findAgenda } from '#server/meetings/meetings.repository.ts';
import { resolutionViews } from '#server/meetings/resolution-views.ts';
import { readResolutions } from '#server/meetings/resolutions.repository.ts';
import { findSnapshot, readParts } from '#server/meetings/snapshots.repository.ts';
import { bundledMeeting } from './bundled-meeting.ts';
import type { Bytes } from './export-input.ts';
import { type ExportJobs, SILENT_MS } from './export-jobs.ts';
import type { ExportOrder } from './export-order.ts';
import {
  addExport,
  type ExportRecord,
  endExport,
  exportsOf,
  findExport,
  removeExport,
} from './exports.repository.ts';
import { exportName } from './stamp.ts';

/** How long a file waits to be fetched. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Jobs that one account may have under way. */
const MOST_OPEN = 6;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  pptx: `${OFFICE}.presentationml.presentation`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bundle: 'application/zip',
};

const isOpen = ({ state }: Pick<ExportJob, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** The job as it is told; one whose process gave no sign for long has failed. */
function shown(record: ExportRecord, now: Instant): ExportJob {
  const { account: _, file: __, beatAt, ...job } = record;
  const isSilent = isOpen(job) && Date.parse(now) - Date.parse(beatAt) > SILENT_MS;
  return isSilent ? { ...job, state: 'failed', fault: 'interrupted' } : job;
}

function jobsOf({ exports }: Services): ExportJobs {
  if (exports !== undefined) return exports;
  throw new ProblemError('not-ready', 'This home makes no files.');
}

/** A job is its asker's alone: to everybody else there is none. */
async function ownExport(db: Db, id: string, account: string, now: Instant): Promise<ExportRecord> {
  const job = await findExport(db, id);
  if (job === null || job.account !== account || job.expiresAt <= now)
    throw notFound('export', id, []);
  return job;
}

const orderOf = async (
  ask: Parameters<NonNullable<WriteRoute['prepare']>>[0],
  format: ExportFormat,
  lang: ExportOrder['lang'],
): Promise<
  ExportOrder & { readonly meeting: { readonly title: string; readonly date: string } }
> => {
  const { key, origin, readDb } = ask;
  const { head } = await readMeeting(readDb, key, lang);
  const snapshot = await findSnapshot(readDb, key, null);
  if (head.snapshot === null || snapshot === null)
    throw new ProblemError(
      'conflict',
      ask.lang === 'zh' ? '先冻结数据，再导出。' : 'Freeze the numbers first, then take them away.',
    );
  if (!head.snapshot.sound)
    throw new ProblemError(
      'snapshot-damaged',
      'The frozen picture no longer has its hash; nothing is made of it.',
    );
  const parts: Bytes[] = [];
  const firstQuestions: string[] = [];
  for await (const { content, firstQuestion } of readParts(readDb, snapshot.id)) {
    parts.push(content);
    firstQuestions.push(firstQuestion);
  }
  const link = `${origin}/meetings/${encodeURIComponent(key)}`;
  const frozen = { head: head.snapshot, rest: snapshot.rest };
  return {
    ...frozen,
    format,
    parts,
    bundled:
      format === 'bundle'
        ? await bundledMeeting(ask, { ...frozen, firstQuestions, lang, link })
        : null,
    kept: (await findAgenda(readDb, key))?.items ?? [],
    resolutions: await resolutionViews(readDb, await readResolutions(readDb, key), lang),
    lang,
    link,
    withNotes: holdsMeetings(ask),
    meeting: { title: head.title, date: head.date },
  };
};

export const exportWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/exports',
    summary:
      'Has a file made of the frozen meeting: PDF, PPTX, XLSX, DOCX, CSV, JSON or an offline bundle',
    action: 'export.create',
    right: 'read',
    touches: 'private',
    body: exportInputSchema,
    reply: exportJobSchema,
    prepare: async (ask) => {
      const { body, lang, services } = ask;
      const { format } = body;
      if (!jobsOf(services).formats.includes(format)) {
        const message =
          lang === 'zh' ? '这里不能生成这种格式。' : 'Files of this format are not made here.';
        throw new ProblemError('not-accepted', message, { fields: [{ path: 'format', message }] });
      }
      await jobsOf(services).sweep();
      return orderOf(ask as Parameters<typeof orderOf>[0], format, body.lang ?? lang);
    },
    act: async ({ db, key, lang, now, principal, services }, { meeting, ...order }) => {
      const open = (await exportsOf(db, principal.account)).filter((job) =>
        isOpen(shown(job, now)),
      );
      const { format, head } = order;
      const same = open.find(
        (job) =>
          job.meeting === key &&
          job.version === head.version &&
          job.format === format &&
          job.lang === order.lang,
      );
      const subject = `meeting:${key}`;
      if (same !== undefined)
        return { status: 200, reply: shown(same, now), audit: { subject, after: { id: same.id } } };
      if (open.length >= MOST_OPEN)
        throw new ProblemError(
          'too-many-attempts',
          lang === 'zh' ? '还有文件在生成，请稍候。' : 'Files are still being made; wait for them.',
          { retryAfter: 10 },
        );
      const id = newId(Date.parse(now));
      const record = await addExport(db, {
        id,
        meeting: key,
        version: head.version,
        format,
        lang: order.lang,
        account: principal.account,
        name: exportName(meeting, head.version, format === 'bundle' ? 'zip' : format),
        createdAt: now,
        expiresAt: new Date(Date.parse(now) + KEPT_MS).toISOString(),
      });
      return {
        status: 201,
        reply: shown(record, now),
        audit: { subject, after: { id, format, version: head.version, sha256: head.sha256 } },
        after: () => jobsOf(services).start(id, order),
      };
    },
  }),
  writeRoute({
    method: 'DELETE',
    path: '/exports/{id}',
    summary: 'Ends a job that makes a file, or takes its file away',
    action: 'export.cancel',
    right: 'read',
    touches: 'private',
    body: null,
    reply: exportJobSchema,
    act: async ({ db, key, now, principal, services }) => {
      const job = await ownExport(db, key, principal.account, now);
      const jobs = jobsOf(services);
      const { file } = job;
      const isEnded = await endExport(db, key, { state: 'cancelled' });
      if (!isEnded) await removeExport(db, key);
      return {
        status: 200,
        reply: { ...shown(job, now), state: 'cancelled' as const, fault: null, bytes: null },
        audit: { subject: `meeting:${job.meeting}`, before: { id: key, state: job.state } },
        after: () => {
          jobs.stopped(key);
          if (file !== null) void jobs.drop(file);
        },
      };
    },
  }),
];

export const exportReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/exports',
    summary: 'What can be made of a frozen meeting here, and the files that one had made',
    parameters: [],
    right: 'read',
    reply: exportListSchema,
    answer: async ({ db, now, principal, services }) => ({
      formats: [...(services.exports?.formats ?? [])],
      items: (await exportsOf(db, principal.account))
        .filter((job) => job.expiresAt > now)
        .map((job) => shown(job, now)),
    }),
  }),
  privateRoute({
    path: '/exports/{id}',
    summary: 'How far a file is, and whether it can be fetched',
    parameters: [],
    right: 'read',
    reply: exportJobSchema,
    answer: async ({ db, key, now, principal }) =>
      shown(await ownExport(db, key, principal.account, now), now),
  }),
];

export const exportDownloads: readonly DownloadRoute[] = [
  downloadRoute({
    path: '/exports/{id}/file',
    summary: 'The file that was made, to be saved',
    parameters: [],
    right: 'read',
    answer: async ({ db, key, now, principal, services }) => {
      const job = await ownExport(db, key, principal.account, now);
      const content = job.file === null ? null : await jobsOf(services).read(job.file);
      if (content === null) throw notFound('export', key, []);
      return { content, type: TYPES[job.format], name: job.name };
    },
  }),
];
