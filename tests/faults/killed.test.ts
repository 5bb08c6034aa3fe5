import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { openSqliteStore } from '#server/node/sqlite-store.ts';
import { type CockpitProcess, fillStore, startProcess } from '#tests/setup/cockpit-process.ts';
import { notesOf, type Report, report, TASKS } from '#tests/setup/writer.ts';

// Whole processes are started, one after another; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let running: CockpitProcess | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cockpit-killed-'));
});
afterEach(async () => {
  await running?.kill();
  running = null;
  await rm(folder, { recursive: true });
});

it('killed in the midst of writing, it comes back with all that it had acknowledged, once', async () => {
  const env = { DATA_DIR: folder };
  const file = join(folder, 'cockpit.sqlite');
  const writer = await fillStore(folder);
  running = await startProcess({ env });
  const { url, kill } = running;
  const acknowledged = new Map<string, string[]>(TASKS.map((task) => [task, []]));
  const unknown: Report[] = [];
  const enough = Promise.withResolvers<void>();
  let count = 0;
  const writeOn = async (task: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const next = { task, note: `${task} ${n}`, key: `${task.replace('.', '-')}-${n}` };
      const reply = await report(url, writer, next).catch(() => null);
      if (reply === null) {
        unknown.push(next);
        return;
      }
      expect(reply.status).toBe(201);
      acknowledged.get(task)?.push(next.note);
      count += 1;
      if (count === 12) enough.resolve();
    }
  };
  const writing = TASKS.map(writeOn);
  await enough.promise;
  await kill();
  await Promise.all(writing);
  expect(unknown).toHaveLength(TASKS.length);

  running = await startProcess({ env });
  for (const late of unknown) {
    const notes = await notesOf(running.url, late.task);
    expect(notes).toEqual(expect.arrayContaining(acknowledged.get(late.task) ?? []));
    // Whether it had arrived nobody knows; sent again by its key it is there, and there once.
    expect((await report(running.url, writer, late)).status).toBe(201);
    const after = await notesOf(running.url, late.task);
    expect(after.filter((note) => note === late.note)).toHaveLength(1);
    expect(new Set(after).size).toBe(after.length);
  }
  await running.kill();
  running = null;
  const again = await openSqliteStore(file);
  expect(await verifyAudit(again.db)).toMatchObject({ ok: true });
  await again.close();
});
