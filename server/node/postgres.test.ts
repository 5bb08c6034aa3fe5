import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inUse } from '#core/domain/retirement.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { announceMeeting, announceScreen } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { createTestDatabase, postgresUrl, type TestDatabase } from '#tests/setup/postgres.ts';
import { openStore } from './open-store.ts';
import { fillEmptyStore } from './sample-loader.ts';
import { StartError, type StartProblem } from './start-error.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const listeners = `select pid from pg_stat_activity
  where application_name = 'reform-cockpit-listener' and datname = current_database()`;
const LATER = '2026-11-22T09:00:00.000Z';
const aDepartment = {
  id: 'd.new',
  name: { zh: '新', en: 'New' },
  review: false,
  ...inUse,
  recordedBy: 'test',
};
const open = (url: string) => openStore({ kind: 'postgres', url });

/** The same address with parts of it changed. */
function changed(
  url: string,
  parts: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port'>>,
): string {
  return Object.assign(new URL(url), parts).href;
}

async function expectRefusal(url: string, problem: StartProblem, words: RegExp): Promise<void> {
  const failure = await open(url).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof StartError)) throw failure ?? new Error('the store was opened');
  expect(failure.problem).toBe(problem);
  expect(failure.message).toMatch(words);
  expect(failure.zh).toMatch(/[一-龥]/);
  expect(failure.message).not.toContain('s3cret');
}

async function run(url: string, ...statements: string[]): Promise<pg.QueryResult | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let last: pg.QueryResult | undefined;
    for (const statement of statements) last = await client.query(statement);
    return last;
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL store', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => database.drop());

  test('is migrated and filled once, however many processes start on it', async () => {
    const stores = await Promise.all([open(database.url), open(database.url), open(database.url)]);
    const contents = await Promise.all(
      stores.map((store) => fillEmptyStore(store.db, 'auto', NOW)),
    );
    expect(contents.toSorted()).toEqual(['kept', 'kept', 'loaded']);
    for (const store of stores) {
      expect(await readDataVersion(store.db)).toBe(1);
      await store.close();
    }
  });

  test('answers whole numbers as numbers, and refuses those it cannot count exactly', async () => {
    const store = await open(database.url);
    const { rows } = await sql<{ n: number }>`select count(*) as n from questions`.execute(
      store.db,
    );
    expect(rows).toEqual([{ n: 7 }]);
    await expect(sql`select 9007199254740993::bigint as n`.execute(store.db)).rejects.toThrow(
      /beyond what can be counted/,
    );
    await store.close();
  });

  test('goes on after the server cut its idle connections', async () => {
    const store = await open(database.url);
    await readDataVersion(store.db);
    await run(
      await postgresUrl(),
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reform-cockpit' and datname = '${new URL(database.url).pathname.slice(1)}'`,
    );
    await expect.poll(() => readDataVersion(store.db).catch(() => null)).toBe(1);
    await store.close();
  });
});

describe('refusing a PostgreSQL store', () => {
  test('where nothing listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await expectRefusal(
      `postgres://me:s3cret@127.0.0.1:${port}/x`,
      'no-answer',
      /me:\*\*\*@127.* does not answer \(ECONNREFUSED\)/,
    );
  });

  test('where somebody listens and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await expectRefusal(`postgres://me:s3cret@127.0.0.1:${port}/x`, 'no-answer', /does not answer/);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('where the host does not exist', async () => {
    await expectRefusal(
      'postgres://me:s3cret@no-such-host.invalid/x',
      'no-answer',
      /does not answer/,
    );
  });

  test('that does not know the user', async () => {
    const url = changed(await postgresUrl(), { username: 'nobody_known', password: 's3cret' });
    await expectRefusal(url, 'sign-in-refused', /refused the user or the password/);
  });

  test('without that database', async () => {
    const url = changed(await postgresUrl(), { pathname: '/no_such', password: 's3cret' });
    await expectRefusal(url, 'no-such-database', /has no such database/);
  });

  test('in which the user may not create tables', async () => {
    const database = await createTestDatabase();
    const role = new URL(database.url).pathname.slice(1).replace('test', 'role');
    await run(database.url, `create role ${role} login`);
    await expectRefusal(
      changed(database.url, { username: role, password: 's3cret' }),
      'not-permitted',
      /may not create tables/,
    );
    await database.drop();
    await run(await postgresUrl(), `drop role ${role}`);
  });

  test('in another encoding', async () => {
    const admin = await postgresUrl();
    await run(
      admin,
      `create database latin1_store encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
    );
    await expectRefusal(
      changed(admin, { pathname: '/latin1_store' }),
      'unfit-server',
      /encoded in LATIN1/,
    );
    await run(admin, 'drop database latin1_store');
  });

  test('of a newer version, which stays as it was', async () => {
    const database = await createTestDatabase();
    await (await open(database.url)).close();
    await run(database.url, `insert into kysely_migration values ('9999_later', '${NOW}')`);
    const migrations = 'select name from kysely_migration order by name';
    const before = await run(database.url, migrations);
    await expectRefusal(database.url, 'newer-database', /written by a newer version/);
    expect((await run(database.url, migrations))?.rows).toEqual(before?.rows);
    await database.drop();
  });
});

describe('a write by another process', () => {
  const nothing = () => undefined;
  const deaf = { version: nothing, screen: nothing, meeting: nothing };
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => database.drop());

  test('is heard of, also after the listening connection was cut', async () => {
    const [one, other] = [await open(database.url), await open(database.url)];
    let heard = 0;
    const reached = (version: number) =>
      expect.poll(() => heard, { timeout: 20_000 }).toBe(version);
    other.onChange?.({
      ...deaf,
      version: (version) => {
        heard = version;
      },
    });
    await expect
      .poll(async () => (await run(database.url, listeners))?.rows.length, { timeout: 20_000 })
      .toBe(1);
    await fillEmptyStore(one.db, 'auto', NOW);
    await reached(1);
    await run(database.url, `select pg_terminate_backend(pid) from (${listeners}) l`);
    // Written while nobody listens: made good on coming back.
    await loadDataset(one.db, { departments: [{ ...aDepartment, recordedAt: LATER }] });
    await reached(2);
    await one.close();
    await other.close();
  });

  test('tells the process that holds a screen of its news, once that is committed', async () => {
    const [one, other] = [await open(database.url), await open(database.url)];
    const heard: string[] = [];
    other.onChange?.({ ...deaf, screen: (id) => heard.push(id) });
    const tell = (id: string) => one.db.transaction().execute((tx: Db) => announceScreen(tx, id));
    // Until it listens, it hears nothing.
    const isHeard = async () => tell('screen-7').then(() => heard.includes('screen-7'));
    await expect.poll(isHeard, { timeout: 20_000 }).toBe(true);
    const withdrawn = one.db.transaction().execute(async (tx: Db) => {
      await announceScreen(tx, 'withdrawn');
      throw new Error('not this one');
    });
    await expect(withdrawn).rejects.toThrow('not this one');
    await tell('screen-8');
    await expect.poll(() => heard.includes('screen-8'), { timeout: 20_000 }).toBe(true);
    expect(heard).not.toContain('withdrawn');
    await one.close();
    await other.close();
  });

  test('tells every process that a presentation has moved, and how often by then', async () => {
    const [one, other] = [await open(database.url), await open(database.url)];
    const heard: [string, number][] = [];
    other.onChange?.({ ...deaf, meeting: (id, turn) => heard.push([id, turn]) });
    const move = (turn: number) =>
      one.db.transaction().execute((tx: Db) => announceMeeting(tx, { meeting: 'm a', turn }));
    const isHeard = async () => move(1).then(() => heard.length > 0);
    await expect.poll(isHeard, { timeout: 20_000 }).toBe(true);
    await move(2);
    await expect.poll(() => heard.at(-1), { timeout: 20_000 }).toEqual(['m a', 2]);
    await one.close();
    await other.close();
  });
});
