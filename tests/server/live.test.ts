import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLive } from '#server/live/live.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { readEvents } from './events.ts';
import { NOW, openTestApp, type TestApp } from './test-app.ts';

let home: TestApp;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
});
afterEach(async () => {
  home.app.end();
  await home.close();
});

const versionNow = async (): Promise<number> => Number((await home.json('/ready')).dataVersion);

it('begins with the present version and tells of every write', async () => {
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  const cookie = await signIn(home, 'reporter');
  const reply = await home.get('/events');
  expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const events = readEvents(reply);
  const before = await versionNow();
  expect(await events.next()).toEqual({ event: 'version', version: before });
  const { version } = await home.json('/tasks/t.jiebang');
  const written = await send(
    home,
    'POST',
    '/tasks/t.jiebang/check-ins',
    { status: 'in_progress' },
    { cookie, 'if-match': String(version) },
  );
  expect(written.status).toBe(201);
  expect(await events.next()).toEqual({ event: 'version', version: before + 1 });
  await events.stop();
});

it('says nothing of what no picture shows', async () => {
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  const events = readEvents(await home.get('/events'));
  const before = await versionNow();
  await events.next();
  await signIn(home, 'reporter');
  home.app.announce(before + 1);
  expect(await events.next()).toEqual({ event: 'version', version: before + 1 });
});

it('tells once of each move of a presentation, however it heard of it', async () => {
  const live = createLive({ dataVersion: () => 0, clock: () => NOW });
  const events = readEvents(new Response(live.listen()));
  await events.next();
  const moves = [1, 1, 2, 3, 3];
  for (const turn of moves) live.tellMeeting('meeting.may', turn);
  live.tellMeeting('meeting.june', 3);
  const heard: (string | undefined)[] = [];
  for (let n = 0; n < 4; n += 1) heard.push((await events.next())?.meeting);
  expect(heard).toEqual(['meeting.may', 'meeting.may', 'meeting.may', 'meeting.june']);
  live.end();
});

it('tells a burst together, and ends on the last version', async () => {
  const live = createLive({ dataVersion: () => 0, clock: () => NOW });
  const events = readEvents(new Response(live.listen()));
  await events.next();
  for (let version = 1; version <= 500; version += 1) live.announce(version);
  const heard: number[] = [];
  while (heard.at(-1) !== 500) heard.push((await events.next())?.version ?? 500);
  expect(heard).toEqual([1, 500]);
  live.announce(499);
  live.end();
  expect(await events.next()).toBeNull();
});

it('tells at most four versions a second, however often is written, and the last one in the end', async () => {
  vi.useFakeTimers({ now: Date.parse(NOW) });
  try {
    const live = createLive({ dataVersion: () => 0, clock: () => NOW });
    const told: { readonly at: number; readonly version: number }[] = [];
    const send = (chunk: Uint8Array): void => {
      const version = /^id: (\d+)$/m.exec(new TextDecoder().decode(chunk))?.[1];
      told.push({ at: Date.now(), version: Number(version) });
    };
    await live.attach({ send, isBehind: () => false, close: () => undefined }, null);
    told.length = 0;
    for (let version = 1; version <= 1_000; version += 1) {
      live.announce(version);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(1_000);
    expect(told.at(-1)?.version).toBe(1_000);
    expect(told.length).toBeGreaterThan(1);
    for (const { at } of told)
      expect(told.filter((one) => one.at >= at && one.at < at + 1_000).length).toBeLessThan(5);
    live.end();
  } finally {
    vi.useRealTimers();
  }
});

it('tells those who listen already what one who comes later hears first', async () => {
  let version = 1;
  const live = createLive({ dataVersion: () => version, clock: () => NOW });
  const early = readEvents(new Response(live.listen()));
  expect(await early.next()).toEqual({ event: 'version', version: 1 });
  version = 2;
  const late = readEvents(new Response(live.listen()));
  expect(await late.next()).toEqual({ event: 'version', version: 2 });
  live.announce(2);
  expect(await early.next()).toEqual({ event: 'version', version: 2 });
  live.end();
});

it('lets a listener go that does not read, and one that leaves', async () => {
  const live = createLive({ dataVersion: () => 0, clock: () => NOW });
  const leaving = readEvents(new Response(live.listen()));
  await leaving.next();
  expect(live.listeners()).toBe(1);
  await leaving.stop();
  expect(live.listeners()).toBe(0);
  live.end();
  expect(await readEvents(new Response(live.listen())).next()).toBeNull();
});
