import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { openPostgresStore } from '#server/node/postgres.ts';
import { fillEmptyStore } from '#server/node/sample-loader.ts';
import { readEvents } from '#tests/server/events.ts';
import { type CockpitProcess, startProcess } from '#tests/setup/cockpit-process.ts';
import { createTestDatabase, type TestDatabase } from '#tests/setup/postgres.ts';
import { type RoundRobin, roundRobin } from '#tests/setup/round-robin.ts';
import { addWriter, notesOf, report, TASKS, type Writer } from '#tests/setup/writer.ts';

// Whole processes are started, one after another; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PATIENT = { timeout: 60_000 };

let database: TestDatabase;
let writer: Writer;
let processes: CockpitProcess[] = [];
let proxy: RoundRobin;
beforeAll(async () => {
  database = await createTestDatabase();
  const store = await openPostgresStore(database.url);
  await fillEmptyStore(store.db, 'auto', new Date().toISOString());
  writer = await addWriter(store.db);
  await store.close();
  for (let n = 0; n < 2; n += 1)
    processes.push(await startProcess({ env: { DATABASE_URL: database.url } }));
  proxy = await roundRobin(processes.map(({ url }) => url));
});
afterAll(async () => {
  await proxy?.close();
  for (const one of processes) await one.kill();
  processes = [];
  await database?.drop();
});

/** Somebody who holds meetings, signed in: their cookie. */
async function addOffice(url: string, id: string): Promise<string> {
  const store = await openPostgresStore(url);
  const now = new Date().toISOString();
  await appendAccount(store.db, {
    id,
    login: id,
    name: `name of ${id}`,
    department: null,
    roles: ['reviewer'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'test',
  });
  const { secret } = await openSession(store.db, id, null, now);
  await store.close();
  return `cockpit=${secret}`;
}

describe('a presentation over two processes on one PostgreSQL', () => {
  const cookies: Record<'office' | 'deputy', string> = { office: '', deputy: '' };
  beforeAll(async () => {
    for (const id of ['office', 'deputy'] as const) cookies[id] = await addOffice(database.url, id);
  });
  const urls = (): [string, string] => {
    const [first, second] = processes.map(({ url }) => url);
    if (first === undefined || second === undefined) throw new Error('two processes were started');
    return [first, second];
  };
  const write = (
    url: string,
    who: keyof typeof cookies,
    method: string,
    to: string,
    body: unknown,
  ) =>
    fetch(`${url}/api${to}`, {
      method,
      headers: { origin: url, cookie: cookies[who] },
      body: JSON.stringify(body),
    });
  const newMeeting = async (title: string): Promise<string> => {
    const body = { title, date: '2021-06-02', asOf: '2021-05-31' };
    const reply = await write(urls()[0], 'office', 'POST', '/meetings', body);
    expect(reply.status).toBe(201);
    return ((await reply.json()) as { id: string }).id;
  };
  const move = (url: string, who: keyof typeof cookies, meeting: string, item: string) =>
    write(url, who, 'PUT', `/meetings/${meeting}/stage`, { item });

  it('that one moves is told by the other, too, to pages that only listen', async () => {
    const [first, second] = urls();
    const meeting = await newMeeting('one');
    const events = readEvents(await fetch(`${second}/api/events`));
    const heard: string[] = [];
    const listening = (async () => {
      for (let one = await events.next(); one !== null; one = await events.next())
        if (one.event === 'meeting') heard.push(one.meeting ?? '');
    })();
    let moves = 0;
    // Until the other listens to the store, it hears nothing.
    const isHeard = async () => {
      moves += 1;
      expect((await move(first, 'office', meeting, `own:${moves}`)).status).toBe(200);
      return heard.includes(meeting);
    };
    await expect.poll(isHeard, PATIENT).toBe(true);
    const stage = await (await fetch(`${second}/api/meetings/${meeting}/stage`)).json();
    expect(stage).toMatchObject({ item: `own:${moves}`, turn: moves });
    await events.stop();
    await listening;
  });

  it('is begun by one of two who begin at once; the other is told who presents', async () => {
    const [first, second] = urls();
    const meeting = await newMeeting('two');
    const [mine, theirs] = await Promise.all([
      move(first, 'office', meeting, 'changes'),
      move(second, 'deputy', meeting, 'funds'),
    ]);
    expect([mine.status, theirs.status].toSorted()).toEqual([200, 409]);
    const isMine = mine.status === 200;
    expect(await (isMine ? theirs : mine).json()).toMatchObject({
      code: 'conflict',
      current: { presenter: `name of ${isMine ? 'office' : 'deputy'}`, turn: 1 },
    });
  });
});

type Board = { readonly knownAt: string };

const readBoard = async (url: string): Promise<Board> => {
  const reply = await fetch(`${url}/api/board`);
  if (!reply.ok) throw new Error(`the board: ${reply.status}`);
  return (await reply.json()) as Board;
};

/** A wall: listens, asks for the board at every version, and comes back whenever it is cut off. */
function openScreen(url: string) {
  const screen = { shows: '', cutOff: 0, isOver: false };
  const watch = async (): Promise<void> => {
    while (!screen.isOver) {
      try {
        const events = readEvents(await fetch(`${url}/api/events`));
        for (;;) {
          const heard = await events.next();
          if (heard === null || screen.isOver) break;
          if (heard.event === 'version') screen.shows = (await readBoard(url)).knownAt;
        }
        await events.stop();
      } catch {
        // The link is gone; below it is made anew.
      }
      screen.cutOff += 1;
      await sleep(20);
    }
  };
  const watching = watch();
  return {
    screen,
    close: async () => {
      screen.isOver = true;
      await proxy.close();
      await watching;
    },
  };
}

it('of two processes on one PostgreSQL one is killed: no write is lost, and every screen ends with the newest', async () => {
  const { url } = proxy;
  const [first, second] = processes;
  if (first === undefined || second === undefined) throw new Error('two processes were started');
  const screens = [1, 2, 3, 4].map(() => openScreen(url));
  await expect.poll(() => screens.every(({ screen }) => screen.shows !== ''), PATIENT).toBe(true);

  const acknowledged = new Map<string, string[]>(TASKS.map((task) => [task, []]));
  let count = 0;
  const enough = Promise.withResolvers<void>();
  let isKilled = false;
  /** As a phone does: again under the same key, until somebody has acknowledged it. */
  const writeOn = async (task: string): Promise<void> => {
    for (let n = 0, after = 0; after < 5; n += 1) {
      const next = { task, note: `${task} ${n}`, key: `${task.replace('.', '-')}-${n}` };
      for (;;) {
        const reply = await report(url, writer, next).catch(() => null);
        if (reply?.status === 201) break;
        if (reply !== null) expect(reply.status).toBe(502);
        await sleep(20);
      }
      acknowledged.get(task)?.push(next.note);
      count += 1;
      if (count === 9) enough.resolve();
      if (isKilled) after += 1;
    }
  };
  const writing = Promise.all(TASKS.map(writeOn));
  await Promise.race([enough.promise, writing]);
  await first.kill();
  isKilled = true;
  await writing;

  for (const task of TASKS) expect(await notesOf(second.url, task)).toEqual(acknowledged.get(task));
  const newest = (await readBoard(second.url)).knownAt;
  await expect
    .poll(() => screens.map(({ screen }) => screen.shows), PATIENT)
    .toEqual(screens.map(() => newest));
  // It was worth it: both had answered, and some screens had listened to the one that died.
  expect(Math.min(...proxy.answered)).toBeGreaterThan(3);
  expect(screens.some(({ screen }) => screen.cutOff > 0)).toBe(true);
  const store = await openPostgresStore(database.url);
  expect(await verifyAudit(store.db)).toMatchObject({ ok: true });
  await store.close();
  await Promise.all(screens.map((one) => one.close()));
});
