import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardSchema } from '#core/contract/board.ts';
import { problemSchema } from '#core/contract/problem.ts';
import { inUse } from '#core/domain/retirement.ts';
import { compress } from '#server/node/compress.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp;
beforeAll(async () => {
  home = await openTestApp({ compress });
});
afterAll(() => home.close());

const bytesOf = async (reply: Response) => new Uint8Array(await reply.arrayBuffer());

describe('the board', () => {
  it('shows the pinned day against the last meeting, with the figures of the source', async () => {
    const board = boardSchema.parse(await home.json('/board'));
    expect(board).toMatchObject({
      asOf: '2021-05-31',
      compare: '2021-04-30',
      knownAt: RECORDED,
      lang: 'zh',
      workspace: { clockPinnedOn: '2021-05-31' },
    });
    const fund = board.funds.find(({ id }) => id === 'platform');
    expect(fund?.disbursed?.amountFen).toBe(1300 * 10_000 * 100);
    expect(fund?.schedule?.gapPoints).toBeCloseTo(-16.4, 1);
    expect(board.tasks).toHaveLength(14);
    expect(board.questions).toHaveLength(7);
  });

  it('stays within 60 kB plain and 14 kB in Brotli, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const plain = await bytesOf(await home.get(`/board?lang=${lang}`));
      const brotli = await bytesOf(
        await home.get(`/board?lang=${lang}`, { 'accept-encoding': 'br' }),
      );
      expect(plain.length).toBeLessThanOrEqual(60_000);
      expect(brotli.length).toBeLessThanOrEqual(14_000);
    }
  });

  it('of a day before the first record is empty and says from when there is data', async () => {
    const board = boardSchema.parse(await home.json('/board?asOf=1999-12-31'));
    expect(board.figures).toEqual([]);
    expect(board.compare).toBeNull();
    const earliest = board.dates[0]?.on ?? '';
    expect(earliest > '1999-12-31').toBe(true);
    expect(board.freshness.find(({ section }) => section === 'funds')?.earliest).not.toBeNull();
  });

  it('known at an instant before the first record is empty, and has a name', async () => {
    const board = boardSchema.parse(await home.json('/board?knownAt=2001-01-01T00:00:00.000Z'));
    expect(board.workspace.organisation).toBe('平湖市科技局');
    expect(board.knownAt).toBe('2001-01-01T00:00:00.000Z');
    expect([...board.figures, ...board.tasks, ...board.dates]).toEqual([]);
  });

  it('compares with nothing where asked so, and with any day up to its own', async () => {
    expect(await home.json('/board?compare=none')).toMatchObject({ compare: null, changes: null });
    const same = await home.json('/board?compare=2021-05-31');
    expect(same).toMatchObject({ compare: '2021-05-31' });
  });

  it('speaks the asked language before the preferred one before Chinese', async () => {
    const langOf = async (path: string, headers: Record<string, string>) =>
      ((await (await home.get(path, headers)).json()) as { lang: string }).lang;
    expect(await langOf('/board', {})).toBe('zh');
    expect(await langOf('/board', { 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
    expect(await langOf('/board?lang=zh', { 'accept-language': 'en' })).toBe('zh');
  });
});

describe('caching', () => {
  it('gives equal questions equal bytes, however they are worded', async () => {
    const one = await bytesOf(await home.get('/board?asOf=2021-05-31&lang=en'));
    const other = await bytesOf(await home.get('/board?lang=en&asOf=2021-05-31'));
    const implied = await bytesOf(await home.get('/board', { 'accept-language': 'en' }));
    expect(other).toEqual(one);
    expect(implied).toEqual(one);
  });

  it('answers 304 to whoever has the reply, in whatever coding', async () => {
    const first = await home.get('/board', { 'accept-encoding': 'br' });
    const etag = first.headers.get('etag') ?? '';
    for (const coding of ['br', 'gzip', 'identity']) {
      const again = await home.get('/board', { 'accept-encoding': coding, 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toMatch(/^"[\w-]+"$/);
      expect(again.headers.get('content-length')).toBeNull();
      expect((await bytesOf(again)).length).toBe(0);
    }
    const other = await home.get('/board', { 'if-none-match': '"something-else"' });
    expect(other.status).toBe(200);
  });

  it('sends the coding that is asked for, and each under its own strong tag', async () => {
    const plain = await home.get('/board');
    const text = await bytesOf(plain);
    const brotli = await home.get('/board', { 'accept-encoding': 'gzip, br' });
    const gzip = await home.get('/board', { 'accept-encoding': 'gzip' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(new Uint8Array(brotliDecompressSync(await bytesOf(brotli)))).toEqual(text);
    expect(new Uint8Array(gunzipSync(await bytesOf(gzip)))).toEqual(text);
    const tags = [plain, brotli, gzip].map((reply) => reply.headers.get('etag'));
    expect(new Set(tags).size).toBe(3);
    expect(brotli.headers.get('cache-control')).toBe('no-cache');
    expect(brotli.headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Cookie');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const get = await home.get('/board');
    const head = await home.app.fetch(new Request('http://cockpit/api/board', { method: 'HEAD' }));
    expect(head.status).toBe(200);
    expect((await bytesOf(head)).length).toBe(0);
    for (const name of ['etag', 'content-length', 'content-type']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });

  it('works one answer out once, though many ask for it at once', async () => {
    let computed = 0;
    const metrics = {
      contentType: 'text/plain',
      text: async () => '',
      replied: () => undefined,
      computed: () => {
        computed += 1;
      },
    };
    const busy = await openTestApp({ metrics });
    const replies = await Promise.all(Array.from({ length: 12 }, () => busy.get('/board?lang=zh')));
    expect(new Set(replies.map((reply) => reply.headers.get('etag'))).size).toBe(1);
    expect(computed).toBe(1);
    await busy.get('/board?lang=zh');
    expect(computed).toBe(1);
    await busy.close();
  });

  it('shows what was written at the next asking, and keeps what was known before', async () => {
    const store = await openTestApp();
    const figureOf = async (query: string) => {
      const passport = (await store.json(`/indicators/talent.engineer.subsidy${query}`)) as {
        indicator: { figure: { value: number } };
        history: { superseded: boolean }[];
      };
      return { value: passport.indicator.figure.value, rows: passport.history.length };
    };
    const before = await figureOf('');
    const old = await bytesOf(await store.get(`/board?knownAt=${RECORDED}`));
    const row = (await store.db
      .selectFrom('observations')
      .selectAll()
      .where('indicator', '=', 'talent.engineer.subsidy')
      .executeTakeFirstOrThrow()) as { id: string; as_of: string };
    await store.load({
      observations: [
        {
          id: 'o.corrected',
          indicator: 'talent.engineer.subsidy',
          value: before.value + 1,
          qualifier: 'exact',
          period: null,
          asOf: row.as_of,
          source: null,
          supersedes: row.id,
          reason: 'counted again',
          submission: null,
          recordedAt: '2026-02-01T00:00:00.000Z',
          recordedBy: 'test',
        },
      ],
    });
    expect(await figureOf('')).toEqual({ value: before.value + 1, rows: before.rows + 1 });
    expect(await figureOf(`?knownAt=${RECORDED}`)).toEqual(before);
    expect(await bytesOf(await store.get(`/board?knownAt=${RECORDED}`))).toEqual(old);
    await store.close();
  });

  it.each([
    ['within a month', '2026-03-01', '2026-03-02'],
    ['at the end of a month', '2026-04-30', '2026-05-01'],
    ['on a leap day', '2028-02-29', '2028-03-01'],
    ['at the end of a year', '2026-12-31', '2027-01-01'],
  ])('moves to the next day with the clock where no clock is pinned: %s', async (_, day, next) => {
    let now = `${day}T15:59:59.999Z`;
    const recorded = { recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'test' };
    const open = await openTestApp(
      { clock: () => now },
      {
        workspace: {
          name: { zh: '驾驶舱', en: 'Cockpit' },
          organisation: { zh: '本局', en: 'Bureau' },
          clockPinnedOn: null,
          lastMeetingOn: null,
          nearDays: 10,
          openReading: true,
          separateOfficers: false,
          keeperDepartment: null,
        },
        departments: [
          { id: 'd.one', name: { zh: '一', en: 'One' }, review: false, ...inUse, ...recorded },
        ],
      },
    );
    expect(await open.json('/board')).toMatchObject({ asOf: day });
    now = `${day}T16:00:00.000Z`;
    expect(await open.json('/board')).toMatchObject({ asOf: next });
    // A clock that is set back meanwhile asks of the day before, and is answered so.
    now = `${day}T15:59:59.999Z`;
    expect(await open.json('/board')).toMatchObject({ asOf: day });
    await open.close();
  });
});

describe('lists', () => {
  it('come in pages that join to the whole list', async () => {
    type List = { items: { id: string }[]; next: string | null };
    const all = (await home.json('/platforms')) as unknown as List;
    expect(all.next).toBeNull();
    expect(all.items).toHaveLength(28);
    const joined: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = (await home.json(`/platforms?limit=9${query}`)) as unknown as List;
      joined.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(joined).toEqual(all.items.map(({ id }) => id));
  });

  it('of tasks are filtered by department, light and framework, page by page', async () => {
    type List = {
      items: { id: string; light: { state: string }; framework: string | null }[];
      next: string | null;
    };
    const all = ((await home.json('/tasks')) as unknown as List).items;
    const silent = all.filter(({ light }) => light.state === 'none').map(({ id }) => id);
    const first = (await home.json('/tasks?light=none&limit=4')) as unknown as List;
    const rest = (await home.json(`/tasks?light=none&cursor=${first.next}`)) as unknown as List;
    expect(first.items).toHaveLength(4);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(silent);
    const framed = ((await home.json('/tasks?framework=f.deep-roots')) as unknown as List).items;
    expect(framed.length).toBeGreaterThan(0);
    expect(framed.every(({ framework }) => framework === 'f.deep-roots')).toBe(true);
  });
});

describe('details', () => {
  it.each([
    '/indicators/fund.work.disbursed',
    '/funds/work',
    '/tasks/t.permit',
    '/frameworks',
    '/departments?lang=en',
    '/sources',
    '/questions',
    '/indicators?lang=en&limit=3',
  ])('%s answers', async (path) => {
    const reply = await home.get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('a task that is not registered yet at the asked day is not on record', async () => {
    expect((await home.get('/tasks/t.permit?asOf=1999-01-01')).status).toBe(404);
  });
});

describe('bad input', () => {
  it.each([
    ['/board?asOf=2021-13-01', 400, 'bad-date', null],
    ['/board?asOf=yesterday', 400, 'bad-date', null],
    ['/board?asof=2021-05-31', 400, 'unknown-parameter', 'asOf'],
    ['/board?compare=2021-06-01', 400, 'compare-after-as-of', '2021-04-30'],
    ['/board?knownAt=2099-01-01T00:00:00.000Z', 400, 'bad-instant', RECORDED],
    ['/board?lang=zh&lang=en', 400, 'bad-parameter', null],
    ['/tasks?cursor=!!!', 400, 'bad-parameter', null],
    ['/tasks?department=d.buro', 400, 'bad-parameter', 'd.bureau'],
    ['/indicators/fund.work.disbursd', 404, 'not-found', 'fund.work.disbursed'],
    ['/indicators/..%2f..%2fetc%2fpasswd', 404, 'not-found', null],
    ['/funds/wrk', 404, 'not-found', 'work'],
    ['/tasks/t.permits', 404, 'not-found', 't.permit'],
    ['/bord', 404, 'unknown-route', '/api/board'],
    ['/../etc/passwd', 404, 'unknown-route', null],
    ['/health?deep=1', 400, 'unknown-parameter', null],
    [`/board?x=${'y'.repeat(1_000_000)}`, 414, 'query-too-long', null],
  ])('%.60s', async (path, status, code, suggestion) => {
    const reply = await home.get(path);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const problem = problemSchema.parse(await reply.json());
    expect(problem).toMatchObject({ status, code });
    if (suggestion !== null) expect(problem.suggestion).toBe(suggestion);
  });

  it('names the wrong method and the right ones', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const reply = await home.app.fetch(new Request('http://cockpit/api/board', { method }));
      expect(reply.status).toBe(405);
      expect(reply.headers.get('allow')).toBe('GET, HEAD');
      expect(await reply.json()).toMatchObject({ code: 'method-not-allowed' });
    }
  });

  it('says that a store without a workspace is not ready', async () => {
    const empty = await openTestApp({}, null);
    const reply = await empty.get('/board');
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ code: 'not-ready' });
    await empty.close();
  });
});

describe('when something fails', () => {
  it('says 503 while the store does not answer, and goes on answering about itself', async () => {
    const store = await openTestApp();
    await store.get('/board');
    await store.db.destroy();
    const reply = await store.get('/board', { 'x-request-id': 'wall-7' });
    expect(reply.status).toBe(503);
    const text = await reply.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'store-unavailable' });
    expect(text).not.toMatch(/sqlite|driver|destroy/i);
    expect(reply.headers.get('x-request-id')).toBe('wall-7');
    expect(store.logged).toMatchObject([{ requestId: 'wall-7', path: '/api/board' }]);
    expect((await store.get('/health')).status).toBe(200);
    const ready = await store.get('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: 'not-ready',
      store: 'unreachable',
      migrations: 'unknown',
      dataVersion: null,
    });
  });

  it('keeps its insides to itself and to the log', async () => {
    const broken = await openTestApp();
    await broken.db.schema.alterTable('funds').renameTo('funds_gone').execute();
    const reply = await broken.get('/funds');
    const text = await reply.text();
    expect(reply.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', fields: [], suggestion: null });
    expect(text).not.toMatch(/no such table|funds_gone|\.ts/);
    expect(String((broken.logged[0] as { err: unknown }).err)).toContain('no such table');
    await broken.close();
  });

  it('does not send a reply that breaks the contract', async () => {
    const odd = await openTestApp();
    const row = await odd.db.selectFrom('indicators').selectAll().executeTakeFirstOrThrow();
    await odd.db
      .insertInto('indicators')
      .values({ ...row, revision: 2, rhythm_days: -1 })
      .execute();
    const reply = await odd.get('/indicators');
    expect(reply.status).toBe(500);
    expect(await reply.json()).toMatchObject({ code: 'internal' });
    expect(String((odd.logged[0] as { err: unknown }).err)).toContain('rhythmDays');
    await odd.close();
  });
});

describe('about itself', () => {
  it('is alive and ready', async () => {
    expect(await home.json('/health')).toEqual({ status: 'ok' });
    expect(await home.json('/ready')).toEqual({
      status: 'ready',
      store: 'reachable',
      migrations: 'done',
      dataVersion: 1,
    });
  });

  it('sends every reply with the security headers', async () => {
    for (const path of ['/board', '/nothing', '/docs', '/health', '/openapi.json']) {
      const { headers } = await home.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});
