import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEvents } from '#tests/server/events.ts';
import { type OpenHome, openHome } from '#tests/setup/home.ts';
import { type PostgresCluster, startPostgres } from '#tests/setup/postgres-cluster.ts';
import { addWriter, notesOf, report, type Writer } from '#tests/setup/writer.ts';

let cluster: PostgresCluster;
let open: OpenHome;
let writer: Writer;
beforeAll(async () => {
  cluster = await startPostgres();
  open = await openHome({ DATABASE_URL: cluster.url });
  writer = await addWriter(open.home.store.db);
});
afterAll(async () => {
  await open?.close();
  await cluster?.stop();
});

it('a PostgreSQL that is restarted is missed while it is away, and found again', async () => {
  const { url } = open;
  const events = readEvents(await fetch(`${url}/api/events`));
  await events.next();
  const report1 = { task: 't.jiebang', note: '之前', key: 'before-restart' };
  expect((await report(url, writer, report1)).status).toBe(201);
  expect(await events.next()).toMatchObject({ event: 'version' });

  await cluster.halt();
  const away = await fetch(`${url}/api/board`);
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ code: 'store-unavailable' });
  const late = { task: 't.jiebang', note: '之后', key: 'after-restart' };
  expect((await report(url, writer, { ...late, version: 'any' })).status).toBe(503);
  // It lives on, and says what it waits for.
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect((await fetch(`${url}/api/ready`)).status).toBe(503);

  await cluster.resume();
  await expect.poll(async () => (await fetch(`${url}/api/ready`)).status).toBe(200);
  expect((await report(url, writer, late)).status).toBe(201);
  expect((await notesOf(url, 't.jiebang')).slice(-2)).toEqual(['之前', '之后']);
  // The stream that was open all the while tells of it.
  expect((await events.next())?.event).toMatch(/version|beat/);
  await events.stop();
});
