/** Walls through the API, over both stores: registered, told, heard of, revoked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fleet, Heartbeat, Screen, ScreenSelf } from '#core/contract/screen.ts';
import type { Instant } from '#core/domain/records.ts';
import { reloadMinute } from '#core/domain/screens.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { type App, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { readEvents } from '#tests/server/events.ts';
import { SAID } from '#tests/server/walls.ts';
import { engines } from './engines.ts';

const RECORDED: Instant = '2026-01-02T03:04:05.678Z';
const ORIGIN = 'http://cockpit';
const START = Date.parse('2026-03-01T08:00:00.000Z');
const DEVICE = { width: 1920, height: 1080, pixelRatio: 1, userAgent: 'Kiosk/87' };
const SETTINGS = {
  name: '大厅左屏',
  place: '一楼大厅',
  pages: ['overview', 'funds'],
  seconds: 20,
  theme: 'dark',
  lang: 'zh',
  distance: 5.5 as number | null,
  side: 1.12 as number | null,
};
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');

/** A browser: its cookies go along with what it asks. */
function browser(app: App) {
  const jar = new Map<string, string>();
  const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.fetch(
      new Request(`${ORIGIN}/api${path}`, {
        method,
        headers: { origin: ORIGIN, ...(cookie === '' ? {} : { cookie }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const [name, value] = (reply.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? [];
    if (name && value !== undefined) jar.set(name, value);
    return reply;
  };
  const json = async <T>(...asked: Parameters<typeof ask>) =>
    (await (await ask(...asked)).json()) as T;
  return { ask, json };
}
type Browser = ReturnType<typeof browser>;

describe.each(engines)('screens on $engine', ({ open }) => {
  let store: Store;
  let app: App;
  let admin: Browser;
  let now = START;
  beforeAll(async () => {
    store = await open();
    const sample = sampleAt(RECORDED);
    await loadDataset(store.db, {
      ...sample,
      workspace: { ...sample.workspace, openReading: false },
    });
    await appendAccount(store.db, {
      id: 'admin',
      login: 'admin',
      name: '管理员',
      department: null,
      roles: ['administrator'],
      state: 'active',
      recordedAt: RECORDED,
      recordedBy: 'test',
    });
    app = createApp({
      db: store.db,
      readDb: store.readDb,
      clock: () => new Date(now).toISOString(),
      version: '1.2.3',
      services: { choices: true, build: 'build-1' },
    });
    admin = browser(app);
    await admin.ask('POST', '/session', { choice: 'admin' });
  });
  afterAll(() => store.close());

  const fleet = () => admin.json<Fleet>('GET', '/screens');
  const rowsOf = async (action: string) => {
    const page = await admin.json<{ items: unknown[] }>('GET', `/audit?action=${action}`);
    return page.items.length;
  };

  /** A wall that an administrator has confirmed. */
  async function wall(settings: Partial<typeof SETTINGS> = {}): Promise<[Browser, Screen]> {
    const device = browser(app);
    const { code } = await device.json<ScreenSelf>('POST', '/screen/code', DEVICE);
    const input = { ...SETTINGS, ...settings, code };
    const reply = await admin.ask('POST', '/screens', input);
    expect(reply.status).toBe(201);
    return [device, (await reply.json()) as Screen];
  }

  test('a code is confirmed, and the device that showed it is the screen', async () => {
    const device = browser(app);
    expect(await device.json('GET', '/screen')).toMatchObject({ state: 'none', code: null });
    const shown = await device.json<ScreenSelf>('POST', '/screen/code', DEVICE);
    expect(shown.code).toMatch(/^[3479ACDEFHJKMNPQRTWXY]{6}$/);
    expect(await device.json('GET', '/screen')).toEqual(shown);
    const { waiting } = await fleet();
    expect(waiting).toContainEqual(expect.objectContaining({ code: shown.code, ...DEVICE }));
    // As somebody reads it out.
    const spoken = `${shown.code?.slice(0, 3).toLowerCase()} ${shown.code?.slice(3)}`;
    const reply = await admin.ask('POST', '/screens', { ...SETTINGS, code: spoken });
    expect(reply.status).toBe(201);
    expect(await device.json('GET', '/screen')).toMatchObject({
      state: 'registered',
      code: null,
      screen: SETTINGS,
    });
    expect((await device.ask('GET', '/board?lang=zh')).status).toBe(200);
    expect((await fleet()).waiting.map(({ code }) => code)).not.toContain(shown.code);
    // A code opens one screen.
    const again = await admin.ask('POST', '/screens', { ...SETTINGS, code: shown.code });
    expect(await again.json()).toMatchObject({ fields: [{ path: 'code' }] });
    // A registered screen does not fall back to a code by itself.
    expect((await device.ask('POST', '/screen/code', DEVICE)).status).toBe(409);
  });

  test('a code ends after a quarter of an hour, and its device may ask for another', async () => {
    const device = browser(app);
    const { code } = await device.json<ScreenSelf>('POST', '/screen/code', DEVICE);
    now += 15 * 60_000;
    expect(await device.json('GET', '/screen')).toMatchObject({ state: 'none' });
    expect((await admin.ask('POST', '/screens', { ...SETTINGS, code })).status).toBe(422);
    const next = await device.json<ScreenSelf>('POST', '/screen/code', DEVICE);
    expect(next).toMatchObject({ state: 'waiting' });
    expect(next.code).not.toBe(code);
  });

  test('a device has one code at a time, and too many devices are told to wait', async () => {
    now += 15 * 60_000;
    const device = browser(app);
    for (let turn = 0; turn < 3; turn += 1) await device.ask('POST', '/screen/code', DEVICE);
    expect((await fleet()).waiting).toHaveLength(1);
    for (let n = 1; n < 40; n += 1) await browser(app).ask('POST', '/screen/code', DEVICE);
    const refused = await browser(app).ask('POST', '/screen/code', DEVICE);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await fleet()).waiting).toHaveLength(40);
    now += 15 * 60_000;
  });

  test('a screen reads the board as it is now, hears of its next version, and nothing else', async () => {
    const [device] = await wall();
    const status = async (path: string) => (await device.ask('GET', path)).status;
    for (const round of [1, 2]) {
      expect(await status('/board?lang=en'), `${round}`).toBe(200);
      expect(await status('/board?lang=en&asOf=2021-04-30'), `${round}`).toBe(401);
    }
    for (const path of ['/tasks', '/indicators', '/funds/work', '/questions', '/screens', '/audit'])
      expect(await status(path), path).toBe(401);
    const events = readEvents(await device.ask('GET', '/events'));
    expect(await events.next()).toMatchObject({ event: 'version' });
    await events.stop();
    expect((await device.ask('DELETE', '/screens/any')).status).toBe(401);
  });

  test('what it says of itself is what the fleet shows, late and silent after a while', async () => {
    const [device, { id }] = await wall();
    const mine = async () => (await fleet()).screens.find((one) => one.id === id);
    expect(await mine()).toMatchObject({ beat: 'never', seen: null });
    const error = { text: 'a chart failed', at: new Date(now).toISOString() };
    const reply = await device.json<Heartbeat>('POST', '/screen/heartbeat', { ...SAID, error });
    expect(reply).toMatchObject({
      everyS: 60,
      build: 'build-1',
      command: null,
      wantsPicture: true,
    });
    const { picture: _, ...said } = SAID;
    expect(await mine()).toMatchObject({ beat: 'reporting', seen: { ...said, error } });
    now += 3 * 60_000;
    expect(await mine()).toMatchObject({ beat: 'late' });
    now += 8 * 60_000;
    expect(await mine()).toMatchObject({ beat: 'silent', seen: { error } });
    await device.ask('POST', '/screen/heartbeat', SAID);
    expect(await mine()).toMatchObject({ beat: 'reporting', seen: { error: null } });
  });

  test('heartbeats leave one row per screen, and neither audit nor a new data version', async () => {
    const [device] = await wall();
    await device.ask('POST', '/screen/heartbeat', SAID);
    const count = async () => ({
      beats: (await store.db.selectFrom('screen_beats').select('screen').execute()).length,
      audit: (await store.db.selectFrom('audit').select('seq').execute()).length,
      version: (await fleet()).dataVersion,
    });
    const before = await count();
    for (let n = 0; n < 20; n += 1) await device.ask('POST', '/screen/heartbeat', SAID);
    await browser(app).ask('POST', '/screen/heartbeat', SAID);
    expect(await count()).toEqual(before);
  });

  test('its picture is looked at by content and size, and replaces the one before', async () => {
    const [device, { id }] = await wall();
    const beat = (picture: string | null) =>
      device.ask('POST', '/screen/heartbeat', { ...SAID, picture });
    const large = Buffer.alloc(40 * 1024 + 1, 0xff).toString('base64');
    expect((await beat(large)).status).toBe(413);
    const html = Buffer.from('<script>alert(1)</script>').toString('base64');
    expect((await beat(html)).status).toBe(415);
    expect((await beat('not base64!')).status).toBe(400);
    expect(await (await beat(JPEG)).json()).toMatchObject({ wantsPicture: false });
    await beat(null);
    const hash = (await fleet()).screens.find((one) => one.id === id)?.seen?.picture;
    const shown = await admin.ask('GET', `/screen-pictures/${hash}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(JPEG);
    expect((await device.ask('GET', `/screen-pictures/${hash}`)).status).toBe(401);
    const next = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 9]).toString('base64');
    await beat(next);
    expect((await admin.ask('GET', `/screen-pictures/${hash}`)).status).toBe(404);
  });

  test('a command reaches its own screen at once, is told once, and is on record', async () => {
    const [device, { id }] = await wall();
    const [other] = await wall({ name: '另一块' });
    const own = readEvents(await device.ask('GET', '/events'));
    const others = readEvents(await other.ask('GET', '/events'));
    const readers = readEvents(await admin.ask('GET', '/events'));
    for (const events of [own, others, readers]) await events.next();
    const before = await rowsOf('screen.command');
    const show = { kind: 'show', page: 'funds' };
    const told = await admin.json<Screen>('POST', `/screens/${id}/command`, show);
    expect(told.pending).toEqual(show);
    expect(await own.next()).toEqual({ event: 'screen' });
    // Whatever the others hear next, it is not that.
    app.announce((await fleet()).dataVersion + 1);
    for (const events of [others, readers])
      expect(await events.next()).toMatchObject({ event: 'version' });
    for (const events of [own, others, readers]) await events.stop();
    const beat = () => device.json<Heartbeat>('POST', '/screen/heartbeat', SAID);
    expect((await beat()).command).toEqual(show);
    expect((await beat()).command).toBeNull();
    expect(await rowsOf('screen.command')).toBe(before + 1);
    // Nobody stands there any more.
    await admin.ask('POST', `/screens/${id}/command`, { kind: 'reload' });
    now += 11 * 60_000;
    expect((await beat()).command).toBeNull();
    const foreign = { kind: 'show', page: 'talent' };
    const refused = await admin.ask('POST', `/screens/${id}/command`, foreign);
    expect(await refused.json()).toMatchObject({ fields: [{ path: 'page' }] });
  });

  test('two changes of one screen are told apart by its version', async () => {
    const [device, { id, version }] = await wall();
    const change = (seconds: number, on: string) =>
      admin.ask('PUT', `/screens/${id}`, { ...SETTINGS, seconds }, { 'if-match': `"${on}"` });
    expect((await change(30, version)).status).toBe(200);
    const stale = await change(40, version);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ current: { seconds: 30 } });
    expect((await admin.ask('PUT', `/screens/${id}`, SETTINGS)).status).toBe(428);
    const reply = await device.json<Heartbeat>('POST', '/screen/heartbeat', SAID);
    expect(reply.screen).toMatchObject({ seconds: 30, distance: 5.5, side: 1.12 });
    const near = await admin.json<Screen>(
      'PUT',
      `/screens/${id}`,
      { ...SETTINGS, distance: null, side: null },
      { 'if-match': '"2"' },
    );
    expect(near).toMatchObject({ distance: null, side: null, version: '3' });
    for (const wrong of [{ distance: 0 }, { distance: 5.55 }, { side: -1 }])
      expect(
        (await admin.ask('PUT', `/screens/${id}`, { ...SETTINGS, ...wrong }, { 'if-match': '"3"' }))
          .status,
      ).toBe(400);
    const twice = { ...SETTINGS, pages: ['funds', 'funds'] };
    const refused = await admin.ask('PUT', `/screens/${id}`, twice, { 'if-match': '"3"' });
    expect(refused.status).toBe(400);
  });

  test('a revoked screen is told so, reads nothing any more, and begins anew with a code', async () => {
    const [device, { id }] = await wall();
    await device.ask('POST', '/screen/heartbeat', { ...SAID, picture: JPEG });
    expect((await device.ask('GET', '/board?lang=zh')).status).toBe(200);
    const own = readEvents(await device.ask('GET', '/events'));
    const readers = readEvents(await admin.ask('GET', '/events'));
    for (const events of [own, readers]) await events.next();
    const revoked = await admin.json<Screen>('DELETE', `/screens/${id}`);
    // Its stream ends with that word; nobody else hears of it.
    expect(await own.next()).toMatchObject({ event: 'revoked', open: false });
    expect(await own.next()).toBeNull();
    app.announce((await fleet()).dataVersion + 2);
    expect(await readers.next()).toMatchObject({ event: 'version' });
    await readers.stop();
    expect(revoked).toMatchObject({ beat: 'never', seen: null });
    expect(revoked.revokedAt).not.toBeNull();
    for (const [method, path, body] of [
      ['GET', '/board?lang=zh', undefined],
      ['GET', '/events', undefined],
      ['POST', '/screen/heartbeat', SAID],
    ] as const) {
      const refused = await device.ask(method, path, body);
      expect(await refused.json(), path).toMatchObject({ code: 'screen-revoked', status: 403 });
    }
    expect(await device.json('GET', '/screen')).toMatchObject({ state: 'revoked', screen: null });
    expect((await admin.ask('DELETE', `/screens/${id}`)).status).toBe(409);
    expect(await device.json('POST', '/screen/code', DEVICE)).toMatchObject({ state: 'waiting' });
    expect(await device.json('GET', '/screen')).toMatchObject({ state: 'waiting' });
  });

  test('a new build is taken over in the hour that is set, once, by the clock of the server', async () => {
    const [device, { id }] = await wall();
    const beat = (build: string) =>
      device.json<Heartbeat>('POST', '/screen/heartbeat', { ...SAID, build });
    const { reloadHour } = await fleet();
    expect(reloadHour).toBe(3);
    await admin.ask('PUT', '/screen-settings', { reloadHour: 5 });
    // 05:00 where the bureau is.
    const hour = Date.parse('2026-03-02T21:00:00.000Z');
    const minute = hour + reloadMinute(id) * 60_000;
    const reload = { kind: 'reload' };
    now = hour - 1;
    expect((await beat('build-0')).command).toBeNull();
    now = minute;
    expect((await beat('build-1')).command).toBeNull();
    expect((await beat('build-0')).command).toEqual(reload);
    expect((await beat('build-0')).command).toBeNull();
    now = hour + 60 * 60_000;
    expect((await beat('build-0')).command).toBeNull();
    // A session has ended meanwhile; the screen has not.
    await admin.ask('POST', '/session', { choice: 'admin' });
    expect((await admin.ask('PUT', '/screen-settings', { reloadHour: 24 })).status).toBe(400);
  });

  test('every change of the fleet is in the audit trail', async () => {
    for (const action of ['confirm', 'change', 'command', 'revoke', 'settings'])
      expect(await rowsOf(`screen.${action}`), action).toBeGreaterThan(0);
    for (const action of ['code', 'heartbeat']) expect(await rowsOf(`screen.${action}`)).toBe(0);
    expect(await admin.json('GET', '/audit/verify')).toMatchObject({ ok: true });
  });
});
