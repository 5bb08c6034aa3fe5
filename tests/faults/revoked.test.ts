/** The registration of a wall is revoked while it listens, at a process that it does not listen to. */
import { afterEach, expect, it } from 'vitest';
import { readEvents } from '#tests/server/events.ts';
import { addWall, wallCookie } from '#tests/server/walls.ts';
import { type OpenHome, openHome } from '#tests/setup/home.ts';
import { addKeeper } from '#tests/setup/keeper.ts';
import { createTestDatabase } from '#tests/setup/postgres.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(env: Readonly<Record<string, string>> = {}): Promise<OpenHome> {
  const home = await openHome(env);
  closing.push(home.close);
  return home;
}

const revoke = (url: string, id: string, cookie: string): Promise<Response> =>
  fetch(`${url}/api/screens/${id}`, { method: 'DELETE', headers: { origin: url, cookie } });

it.each(['sqlite', 'postgres'])(
  'on %s the streams of a revoked wall end at once, those of others go on',
  async (engine) => {
    let env = {};
    if (engine === 'postgres') {
      const database = await createTestDatabase();
      closing.push(database.drop);
      env = { DATABASE_URL: database.url };
    }
    const told = await open(env);
    const listened = engine === 'postgres' ? await open(env) : told;
    const keeper = await addKeeper(told.home.store.db);
    for (const id of ['gone', 'stays']) await addWall({ db: told.home.store.db }, id);
    const streams = await Promise.all(
      ['gone', 'gone', 'stays'].map(async (id) => {
        const headers = { cookie: await wallCookie(id) };
        return readEvents(await fetch(`${listened.url}/api/events`, { headers }));
      }),
    );
    const [first, second, other] = streams;
    if (first === undefined || second === undefined || other === undefined)
      throw new Error('three streams were opened');
    for (const stream of streams) expect(await stream.next()).toMatchObject({ event: 'version' });

    expect((await revoke(told.url, 'gone', keeper)).status).toBe(200);
    for (const stream of [first, second]) {
      expect(await stream.next()).toMatchObject({ event: 'revoked', open: true });
      expect(await stream.next()).toBeNull();
    }
    const show = { kind: 'show', page: 'overview' };
    await fetch(`${told.url}/api/screens/stays/command`, {
      method: 'POST',
      headers: { origin: told.url, cookie: keeper },
      body: JSON.stringify(show),
    });
    expect(await other.next()).toMatchObject({ event: 'screen' });
    await other.stop();
  },
  60_000,
);
