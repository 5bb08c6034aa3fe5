import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ExportJob, exportJobSchema } from '#core/contract/export.ts';
import { type AppDeps, createApp } from '#server/app.ts';
import {
  createExportJobs,
  type ExportJobs,
  type ExportWriter,
} from '#server/exports/export-jobs.ts';
import { addExport } from '#server/exports/exports.repository.ts';
import { clearLeftFiles, openExportFiles } from '#server/node/exports/export-files.ts';
import { exportThreads } from '#server/node/exports/export-threads.ts';
import { readOffice, wordsOf } from '../setup/office-file.ts';
import { addAccount, ORIGIN, send, signIn } from './accounts.ts';
import { addMeeting } from './meetings.ts';
import { NOW, openTestApp, type TestApp } from './test-app.ts';

// Writers load large libraries, and a font of ten megabytes.
vi.setConfig({ testTimeout: 120_000 });

type Services = {
  -readonly [K in keyof NonNullable<AppDeps['services']>]: NonNullable<AppDeps['services']>[K];
};

let home: TestApp;
let jobs: ExportJobs;
let folder: string;
let services: Services;
const cookies: Record<string, string> = {};
/** The test's clock may be moved; the app's own stands still. */
let now = NOW;

const jobsWith = (writer: ExportWriter): ExportJobs =>
  createExportJobs({ db: home.db, clock: () => now, files: openExportFiles(folder), writer });

beforeEach(async () => {
  now = NOW;
  folder = await mkdtemp(path.join(tmpdir(), 'exports-'));
  services = { choices: true };
  home = await openTestApp({ services, clock: () => now });
  jobs = jobsWith(exportThreads(null));
  services.exports = jobs;
  for (const [name, role] of [
    ['office', 'reviewer'],
    ['leader', 'viewer'],
  ] as const) {
    await addAccount(home, name, [role]);
    cookies[name] = await signIn(home, name);
  }
  await addMeeting(home);
  const items = [
    {
      key: 'own:visit',
      kind: 'own',
      shown: true,
      title: '现场会',
      text: '到明湖',
      notes: '别念出来的话',
      minutes: null,
      ask: null,
    },
  ];
  const meeting = (await (await home.get('/meetings/meeting.may')).json()) as {
    meeting: { agendaVersion: string };
  };
  const kept = await ask(
    'office',
    'PUT',
    '/meetings/meeting.may/agenda',
    { items },
    { 'if-match': `"${meeting.meeting.agendaVersion}"` },
  );
  expect(kept.status).toBe(200);
});

afterEach(async () => {
  await jobs.end();
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(
  who: string,
  method: string,
  to: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  return send(home, method, to, body, { cookie: cookies[who] ?? '', ...headers });
}

const freeze = async () => {
  const reply = await ask('office', 'POST', '/meetings/meeting.may/snapshot', {});
  expect(reply.status).toBe(201);
};

async function order(who: string, format: string, lang = 'zh'): Promise<ExportJob> {
  const reply = await ask(who, 'POST', '/meetings/meeting.may/exports', { format, lang });
  expect([200, 201]).toContain(reply.status);
  return exportJobSchema.parse(await reply.json());
}

const told = async (who: string, id: string): Promise<ExportJob> =>
  exportJobSchema.parse(
    await (await home.get(`/exports/${id}`, { cookie: cookies[who] ?? '' })).json(),
  );

const atEnd = (who: string, id: string): Promise<ExportJob> =>
  vi.waitFor(
    async () => {
      const job = await told(who, id);
      expect(['done', 'failed', 'cancelled']).toContain(job.state);
      return job;
    },
    { timeout: 60_000, interval: 100 },
  );

const fetched = async (who: string, id: string) =>
  home.get(`/exports/${id}/file`, { cookie: cookies[who] ?? '' });

/** Changes what was frozen, behind the back of what guards it. */
async function damage({ db }: TestApp): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'trigger' and tbl_name = 'snapshots'`.execute(db);
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(db);
  await sql`update snapshots set rest = replace(rest, '2021-06-02', '2021-06-03')`.execute(db);
}

const filesThere = async (): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(
    names.map(async (name) => ({ name, is: (await stat(path.join(folder, name))).isFile() })),
  );
  return found.filter(({ is }) => is).map(({ name }) => name);
};

test.each(['pdf', 'pptx', 'xlsx', 'docx', 'csv', 'json'])(
  '%s: asked for, made elsewhere, fetched under a name that sorts',
  async (format) => {
    await freeze();
    const { id, name } = await order('leader', format);
    expect(name).toBe(`2021-06-02-meeting-may-v1.${format}`);
    const job = await atEnd('leader', id);
    expect(job).toMatchObject({ state: 'done', progress: 1, fault: null });
    const file = await fetched('leader', id);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain(`filename="${name}"`);
    const content = new Uint8Array(await file.arrayBuffer());
    expect(content.length).toBe(job.bytes);
    const start = new TextDecoder().decode(content.subarray(0, 4));
    const signs: Record<string, RegExp> = { pdf: /^%PDF/, csv: /^./s, json: /^\{/ };
    expect(start).toMatch(signs[format] ?? /^PK/);
  },
);

test('the JSON holds the very document that was frozen', async () => {
  await freeze();
  const { id } = await order('leader', 'json');
  await atEnd('leader', id);
  const made = await (await fetched('leader', id)).text();
  const frozen = await (await home.get('/meetings/meeting.may/snapshot')).text();
  const { head } = JSON.parse(made) as { head: { sha256: string } };
  const text = made.slice(
    made.indexOf('"snapshot":') + '"snapshot":'.length,
    made.lastIndexOf('}'),
  );
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  expect(Buffer.from(digest).toString('hex')).toBe(head.sha256);
  expect(frozen).toContain(text);
});

test('speaker notes only for who holds meetings; the link is where the browser asked', async () => {
  await freeze();
  const words = async (who: string) => {
    const { id } = await order(who, 'pptx');
    await atEnd(who, id);
    const file = await readOffice(new Uint8Array(await (await fetched(who, id)).arrayBuffer()));
    return wordsOf(file, /^ppt\//);
  };
  const office = await words('office');
  expect(office).toContain('别念出来的话');
  expect(office).toContain(`${ORIGIN}/meetings/meeting.may`);
  expect(await words('leader')).not.toContain('别念出来的话');
});

test('what is not frozen is not taken away, nor what is damaged', async () => {
  const early = await ask('leader', 'POST', '/meetings/meeting.may/exports', { format: 'csv' });
  expect(early.status).toBe(409);
  await freeze();
  await damage(home);
  const late = await ask('leader', 'POST', '/meetings/meeting.may/exports', { format: 'csv' });
  expect(late.status).toBe(500);
  expect(await late.json()).toMatchObject({ code: 'snapshot-damaged' });
  expect(await filesThere()).toEqual([]);
});

test('a format that this home does not make is said so', async () => {
  await freeze();
  const reply = await ask('leader', 'POST', '/meetings/meeting.may/exports', { format: 'bundle' });
  expect(reply.status).toBe(422);
  expect(await reply.json()).toMatchObject({ code: 'not-accepted', fields: [{ path: 'format' }] });
  const list = await (await home.get('/exports', { cookie: cookies.leader ?? '' })).json();
  expect(list).toEqual({ formats: ['pdf', 'pptx', 'xlsx', 'docx', 'csv', 'json'], items: [] });
});

test('cancelled half-way: it ends, and no file is left', async () => {
  await freeze();
  const { id } = await order('leader', 'pdf');
  await vi.waitFor(async () => expect((await told('leader', id)).state).toBe('running'), {
    timeout: 30_000,
  });
  expect((await ask('leader', 'DELETE', `/exports/${id}`)).status).toBe(200);
  expect((await told('leader', id)).state).toBe('cancelled');
  expect((await fetched('leader', id)).status).toBe(404);
  await jobs.end();
  expect(await filesThere()).toEqual([]);
});

test('cancelled by another process: the one that makes it finds out', async () => {
  await freeze();
  const stopped = Promise.withResolvers<void>();
  const file = Promise.withResolvers<never>();
  jobs = jobsWith({
    formats: ['pdf'],
    write: () => ({
      file: file.promise,
      stop: () => {
        stopped.resolve();
        file.reject(new Error('stopped'));
      },
    }),
  });
  services.exports = jobs;
  const { id } = await order('leader', 'pdf');
  await vi.waitFor(async () => expect((await told('leader', id)).state).toBe('running'));
  const other = createApp({
    db: home.db,
    clock: () => now,
    version: '1',
    services: { exports: jobsWith(exportThreads(null)) },
  });
  const request = new Request(`${ORIGIN}/api/exports/${id}`, {
    method: 'DELETE',
    headers: { origin: ORIGIN, cookie: cookies.leader ?? '' },
  });
  expect((await other.fetch(request)).status).toBe(200);
  await stopped.promise;
  await jobs.end();
  expect((await told('leader', id)).state).toBe('cancelled');
  expect(await filesThere()).toEqual([]);
});

test('a job is its asker’s alone', async () => {
  await freeze();
  const { id } = await order('office', 'csv');
  await atEnd('office', id);
  expect((await home.get(`/exports/${id}`, { cookie: cookies.leader ?? '' })).status).toBe(404);
  expect((await fetched('leader', id)).status).toBe(404);
  expect((await ask('leader', 'DELETE', `/exports/${id}`)).status).toBe(404);
  expect((await fetched('office', id)).status).toBe(200);
});

test('the same asked again while it is made is one job; the file goes with the last that stands on it', async () => {
  await freeze();
  const first = await order('leader', 'csv');
  const second = await order('leader', 'csv');
  await atEnd('leader', first.id);
  await atEnd('leader', second.id);
  const third = await order('leader', 'csv');
  await atEnd('leader', third.id);
  expect(third.id).not.toBe(first.id);
  expect(await filesThere()).toHaveLength(1);
  await ask('leader', 'DELETE', `/exports/${first.id}`);
  await ask('leader', 'DELETE', `/exports/${second.id}`);
  expect((await fetched('leader', third.id)).status).toBe(200);
  await ask('leader', 'DELETE', `/exports/${third.id}`);
  await vi.waitFor(async () => expect(await filesThere()).toEqual([]));
});

test('after a day it is gone, with its file', async () => {
  await freeze();
  const { id } = await order('leader', 'csv');
  await atEnd('leader', id);
  now = '2026-03-02T08:00:00.001Z';
  cookies.leader = await signIn(home, 'leader');
  expect((await home.get(`/exports/${id}`, { cookie: cookies.leader ?? '' })).status).toBe(404);
  await jobs.sweep();
  expect(await filesThere()).toEqual([]);
});

test('a process that ended in the middle leaves a job that says so, and no draft', async () => {
  await addExport(home.db, {
    id: 'left',
    meeting: 'meeting.may',
    version: 1,
    format: 'pdf',
    lang: 'zh',
    account: 'leader',
    name: 'a.pdf',
    createdAt: NOW,
    expiresAt: '2026-03-02T00:00:00.000Z',
  });
  now = '2026-03-01T08:01:00.000Z';
  expect(await told('leader', 'left')).toMatchObject({ state: 'failed', fault: 'interrupted' });
  await mkdir(path.join(folder, 'ab'));
  const draft = path.join(folder, 'ab', 'abc.part');
  await writeFile(draft, 'half');
  await utimes(draft, 0, 0);
  await clearLeftFiles(folder, Date.now());
  expect(await filesThere()).toEqual([]);
});

test('a writer that fails is told of', async () => {
  await freeze();
  jobs = jobsWith({
    formats: ['csv'],
    write: () => ({ file: Promise.reject(new Error('no')), stop: () => undefined }),
  });
  services.exports = jobs;
  const { id } = await order('leader', 'csv');
  expect(await atEnd('leader', id)).toMatchObject({
    state: 'failed',
    fault: 'failed',
    bytes: null,
  });
});
