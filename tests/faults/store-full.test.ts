import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, it, vi } from 'vitest';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { type CockpitProcess, fillStore, startProcess } from '#tests/setup/cockpit-process.ts';
import { type OpenHome, openHome } from '#tests/setup/home.ts';
import { addWriter, notesOf, report, type Writer } from '#tests/setup/writer.ts';

// Whole processes are started, one after another; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000 });

const TASK = 't.jiebang';
let open: OpenHome | null = null;
let running: CockpitProcess | null = null;
let folder: string | null = null;
afterEach(async () => {
  await open?.close();
  await running?.kill();
  if (folder !== null) await rm(folder, { recursive: true });
  [open, running, folder] = [null, null, null];
});

/** Reports until the server refuses; tells the notes that were accepted, and the refusal. */
async function reportUntilRefused(url: string, writer: Writer) {
  const accepted: string[] = [];
  for (let n = 0; n < 500; n += 1) {
    const next = { task: TASK, note: `进展 ${n}`, key: `report-${n}` };
    const reply = await report(url, writer, next);
    if (reply.status !== 201) return { accepted, refused: next, reply };
    accepted.push(next.note);
  }
  throw new Error('nothing was refused');
}

it('a store that cannot grow refuses what is written, goes on being read, and loses nothing', async () => {
  open = await openHome();
  const { url, home } = open;
  const { db } = home.store;
  const writer = await addWriter(db);
  const before = await notesOf(url, TASK);
  // The engine itself says that it is full: as on a disk without room.
  await sql`pragma max_page_count = 1`.execute(db);

  const { accepted, refused, reply } = await reportUntilRefused(url, writer);
  expect(reply.status).toBe(507);
  const problem = (await reply.json()) as { code: string; detail: string };
  expect(problem.code).toBe('store-full');
  expect(problem.detail).not.toMatch(/sqlite|pragma/i);

  // Again: the refusal has left nothing behind that would stop the next.
  expect((await report(url, writer, refused)).status).toBe(507);
  expect(await notesOf(url, TASK)).toEqual([...before, ...accepted]);
  expect((await fetch(`${url}/api/board?asOf=2021-05-31`)).status).toBe(200);
  const me = await fetch(`${url}/api/me`, { headers: { cookie: writer.cookie } });
  expect(me.status).toBe(200);

  await sql`pragma max_page_count = 1000000`.execute(db);
  expect((await report(url, writer, refused)).status).toBe(201);
  expect((await report(url, writer, refused)).status).toBe(201);
  expect(await notesOf(url, TASK)).toEqual([...before, ...accepted, refused.note]);
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
});

it('a disk that takes no more refuses files and records, with nothing left by halves', async () => {
  folder = await mkdtemp(join(tmpdir(), 'cockpit-full-'));
  const writer = await fillStore(folder);
  running = await startProcess({ env: { DATA_DIR: folder }, fileLimit: 1024 * 1024 });
  const { url } = running;
  const upload = (bytes: number) =>
    fetch(`${url}/api/files?name=a.pdf`, {
      method: 'POST',
      headers: { origin: url, cookie: writer.cookie },
      body: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, 'x')]),
    });

  const refusedFile = await upload(2 * 1024 * 1024);
  expect(refusedFile.status).toBe(507);
  expect(await refusedFile.json()).toMatchObject({ code: 'store-full' });
  const left = await readdir(join(folder, 'files'), { recursive: true });
  expect(left.filter((name) => /\.part$|[0-9a-f]{64}/.test(name))).toEqual([]);
  expect((await upload(1000)).status).toBe(201);

  const before = await notesOf(url, TASK);
  const { accepted, reply } = await reportUntilRefused(url, writer);
  expect(reply.status).toBe(507);
  expect(await notesOf(url, TASK)).toEqual([...before, ...accepted]);
  expect((await fetch(`${url}/api/board?asOf=2021-05-31`)).status).toBe(200);

  // With room again, what was accepted is all there, and the store is whole.
  await running.kill();
  running = await startProcess({ env: { DATA_DIR: folder } });
  expect(await notesOf(running.url, TASK)).toEqual([...before, ...accepted]);
  const after = await report(running.url, writer, { task: TASK, note: '之后', key: 'after-all' });
  expect(after.status).toBe(201);
});
