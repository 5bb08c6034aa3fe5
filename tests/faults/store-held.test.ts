import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenHome, openHome } from '#tests/setup/home.ts';
import { addWriter, notesOf, report, type Writer } from '#tests/setup/writer.ts';

let open: OpenHome;
let writer: Writer;
let other: DatabaseSync;
beforeEach(async () => {
  open = await openHome();
  writer = await addWriter(open.home.store.db);
  other = new DatabaseSync(open.home.store.place);
});
afterEach(async () => {
  other.close();
  await open.close();
});

const first = { task: 't.jiebang', note: '第一次', key: 'held-report' };

it('while another program holds the store, reading goes on and writing says when to come back', async () => {
  const { url } = open;
  const before = await notesOf(url, first.task);
  other.exec('begin immediate');
  let answered: Response | null = null;
  const writing = report(url, writer, first).then((reply) => {
    answered = reply;
    return reply;
  });
  // Small questions, one after the other, are all answered while the writer waits: it holds up nobody.
  for (let n = 0; n < 5; n += 1) {
    const me = await fetch(`${url}/api/me`, { headers: { cookie: writer.cookie } });
    expect(me.status).toBe(200);
  }
  expect(answered).toBeNull();
  // So is a picture that nobody asked for before.
  expect((await fetch(`${url}/api/board?asOf=2021-05-01`)).status).toBe(200);

  const reply = await writing;
  expect(reply.status).toBe(503);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await reply.json()).toMatchObject({ code: 'store-unavailable' });
  expect(await notesOf(url, first.task)).toEqual(before);

  other.exec('rollback');
  expect((await report(url, writer, first)).status).toBe(201);
  expect(await notesOf(url, first.task)).toEqual([...before, first.note]);
});

it('a short hold is waited for, and nobody notices', async () => {
  const { url } = open;
  const before = await notesOf(url, first.task);
  other.exec('begin immediate');
  const writing = report(url, writer, first);
  expect((await fetch(`${url}/api/board?asOf=2021-05-04`)).status).toBe(200);
  other.exec('rollback');
  expect((await writing).status).toBe(201);
  expect(await notesOf(url, first.task)).toEqual([...before, first.note]);
});
