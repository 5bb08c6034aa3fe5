/** Sign-in by OpenID Connect, against a real provider that runs in this test, over real HTTP. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Me } from '#core/contract/account.ts';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';
import { ProviderMemory } from '#tests/setup/provider-memory.ts';

/** Who can sign in at the provider, and what it says of them. */
const people: Record<string, Record<string, unknown>> = {
  'sub-lin': { name: '林海', preferred_username: 'lin.hai', groups: ['heads', 'others'] },
  'sub-chen': { name: '陈静', preferred_username: 'admin', groups: ['office', 'heads'] },
  'sub-zhou': { name: '周明', groups: ['strangers'] },
  'sub-wu': { name: '吴越', groups: 'office' },
};

/** A browser's cookies, host by host, and a walk along redirects that a person would see nothing of. */
function openBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const reply = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return reply;
  };
  /** Follows redirects until somebody answers; `stop` may hold the walk at an address. */
  const walk = async (url: string, stop: (url: string) => boolean = () => false) => {
    let at = url;
    for (let step = 0; step < 20; step += 1) {
      if (stop(at)) return { at, reply: null };
      const reply = await go(at);
      const next = reply.headers.get('location');
      if (next === null) return { at, reply };
      at = new URL(next, at).href;
    }
    throw new Error(`no end after ${at}`);
  };
  return { go, walk };
}
type Browser = ReturnType<typeof openBrowser>;

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  format: 'jwk',
});
let provider: Server;
let issuer: string;
let folder: string;
let home: Home;
let cockpit: string;
let clock: () => string;

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => provider.close(resolve)));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cockpit-oidc-'));
  clock = () => new Date().toISOString();
  const silent = () => undefined;
  home = await startHome({
    config: readConfig({
      PORT: '0',
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'cockpit',
      OIDC_CLIENT_SECRET: 'a secret of thirty-two characters',
      OIDC_NAME: '政务统一认证',
      OIDC_GROUPS: 'heads=head:d.bureau;office=reviewer',
    }),
    root: folder,
    version: '1.2.3',
    logger: { error: silent, debug: silent },
    clock: () => clock(),
  });
  cockpit = `http://127.0.0.1:${home.port}`;
  const server = new Provider(issuer, {
    clients: [
      {
        client_id: 'cockpit',
        client_secret: 'a secret of thirty-two characters',
        redirect_uris: [`${cockpit}/api/sign-in/oidc/callback`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/person/${interaction.uid}` },
    cookies: { keys: ['key of the test'] },
    jwks: { keys: [key] },
    adapter: ProviderMemory,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    renderError: (context: { body: string }, out: unknown) => {
      context.body = JSON.stringify(out);
    },
  });
  const answer = server.callback();
  provider.removeAllListeners('request');
  provider.on('request', async (request, response) => {
    // The page where a person would type: /person/{uid}?as={subject}, or ?as=nobody to cancel.
    if (!request.url?.startsWith('/person/')) return answer(request, response);
    const as = new URL(request.url, issuer).searchParams.get('as');
    if (as === null) return response.end('sign in, please');
    const { prompt, params } = await server.interactionDetails(request, response);
    if (as === 'nobody') {
      const result = { error: 'access_denied', error_description: 'cancelled' };
      return server.interactionFinished(request, response, result);
    }
    if (prompt.name === 'login') {
      const result = { login: { accountId: as } };
      return server.interactionFinished(request, response, result);
    }
    const grant = new server.Grant({ accountId: as, clientId: String(params.client_id) });
    grant.addOIDCScope('openid profile');
    const result = { consent: { grantId: await grant.save() } };
    return server.interactionFinished(request, response, result);
  });
});
afterEach(async () => {
  await home.close();
  await rm(folder, { recursive: true });
});

const isCallback = (url: string): boolean => url.startsWith(`${cockpit}/api/sign-in/oidc/callback`);

/** Goes to the provider, signs in there as somebody, and stops on the way back. */
async function comeBack(browser: Browser, as: string, returnTo = '/tasks?mine=1'): Promise<string> {
  const start = `${cockpit}/api/sign-in/oidc?returnTo=${encodeURIComponent(returnTo)}`;
  let { at } = await browser.walk(start);
  for (let step = 0; step < 3 && !isCallback(at); step += 1)
    ({ at } = await browser.walk(`${at}?as=${as}`, isCallback));
  if (!isCallback(at)) throw new Error(`the provider kept the browser at ${at}`);
  return at;
}

const me = async (browser: Browser): Promise<Me> =>
  (await (await browser.go(`${cockpit}/api/me`)).json()) as Me;

async function signIn(browser: Browser, as: string): Promise<Response> {
  return browser.go(await comeBack(browser, as));
}

describe('sign-in by OpenID Connect', () => {
  it('is offered, leads there and back, and signs in with the roles of the groups', async () => {
    const browser = openBrowser();
    expect((await me(browser)).signIn.doors).toEqual([
      { id: 'oidc', name: '政务统一认证', path: '/api/sign-in/oidc' },
    ]);
    const reply = await signIn(browser, 'sub-lin');
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toBe('/tasks?mine=1');
    expect((await me(browser)).account).toMatchObject({
      login: 'lin.hai',
      name: '林海',
      department: 'd.bureau',
      roles: ['head'],
    });
    const again = openBrowser();
    await signIn(again, 'sub-lin');
    expect((await me(again)).account?.id).toBe((await me(browser)).account?.id);
  });

  it('asks with PKCE and a nonce, and gives away no secret of ours', async () => {
    const reply = await openBrowser().go(`${cockpit}/api/sign-in/oidc`);
    const asked = new URL(reply.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('nonce')).toMatch(/^[\w-]{20,}$/);
    const kept = JSON.stringify(
      await home.store.db.selectFrom('sign_in_attempts').selectAll().execute(),
    );
    expect(kept).not.toContain(asked.get('state'));
    const cookie = /cockpit-door=(\w+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1];
    expect(kept).not.toContain(cookie ?? 'none');
  });

  it('never takes over an account by its name', async () => {
    const browser = openBrowser();
    await signIn(browser, 'sub-chen');
    const { account } = await me(browser);
    expect(account?.login).toMatch(/^admin-[0-9a-f]{8}$/);
    expect(account?.roles).toEqual(['head', 'reviewer']);
  });

  it('follows the provider: a group that was left takes its role along at the next sign-in', async () => {
    const browser = openBrowser();
    await signIn(browser, 'sub-chen');
    const before = people['sub-chen'];
    people['sub-chen'] = { ...before, groups: ['office'] };
    await signIn(openBrowser(), 'sub-chen');
    expect((await me(browser)).account).toMatchObject({ roles: ['reviewer'], department: null });
    people['sub-chen'] = { ...before, groups: [] };
    const refused = await signIn(openBrowser(), 'sub-chen');
    expect(refused.status).toBe(403);
    expect((await me(browser)).account).toBeNull();
    people['sub-chen'] = before ?? {};
  });

  it.each([
    ['zh', '没有使用权限'],
    ['en', 'No role here'],
  ])(
    'tells somebody without a group of ours so, in %s, and makes no account',
    async (lang, words) => {
      const browser = openBrowser();
      const back = await comeBack(browser, 'sub-zhou');
      const reply = await browser.go(back, { headers: { 'accept-language': lang } });
      expect(reply.status).toBe(403);
      expect(await reply.text()).toContain(words);
      expect((await me(browser)).account).toBeNull();
      const rows = await home.store.db.selectFrom('accounts').select('login').execute();
      expect(rows.map(({ login }) => login)).toEqual(['admin']);
      const [last] = await home.store.db
        .selectFrom('audit')
        .select(['action', 'outcome', 'code', 'subject'])
        .orderBy('seq', 'desc')
        .execute();
      expect(last).toEqual({
        action: 'session.open',
        outcome: 'refused',
        code: 'no-role',
        subject: 'oidc:sub-zhou',
      });
    },
  );

  it('keeps an account out that an administrator has disabled', async () => {
    const browser = openBrowser();
    await signIn(browser, 'sub-wu');
    const { account } = await me(browser);
    const admin = openBrowser();
    const link = home.firstLinks[0]?.link.replace('/activate?link=', '') ?? '';
    const headers = { origin: cockpit };
    const body = JSON.stringify({ link, password: 'plum-tram-oven-92' });
    await admin.go(`${cockpit}/api/password`, { method: 'POST', headers, body });
    const list = (await (await admin.go(`${cockpit}/api/accounts`)).json()) as { items: Account[] };
    const found = list.items.find(({ id }) => id === account?.id);
    expect(found).toMatchObject({ external: true, roles: ['reviewer'] });
    const { login, name, department, roles, version } = found as Account;
    await admin.go(`${cockpit}/api/accounts/${account?.id}`, {
      method: 'PUT',
      headers: { ...headers, 'if-match': `"${version}"` },
      body: JSON.stringify({ login, name, department, roles, enabled: false }),
    });
    expect((await me(browser)).account).toBeNull();
    const refused = await signIn(openBrowser(), 'sub-wu');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('账号已停用');
  });
});

describe('the way back is refused', () => {
  it('in another browser than the one that began', async () => {
    const back = await comeBack(openBrowser(), 'sub-lin');
    const other = openBrowser();
    await other.go(`${cockpit}/api/sign-in/oidc`);
    expect((await other.go(back)).status).toBe(400);
    expect((await openBrowser().go(back)).status).toBe(400);
  });

  it('the second time', async () => {
    const browser = openBrowser();
    const back = await comeBack(browser, 'sub-lin');
    expect((await browser.go(back)).status).toBe(302);
    expect((await browser.go(back)).status).toBe(400);
  });

  it('after ten minutes', async () => {
    const browser = openBrowser();
    const back = await comeBack(browser, 'sub-lin');
    clock = () => new Date(Date.now() + 601_000).toISOString();
    expect((await browser.go(back)).status).toBe(400);
  });

  it.each([
    ['a code of somebody’s own', (url: URL) => url.searchParams.set('code', 'stolen'), 502],
    ['a state of somebody’s own', (url: URL) => url.searchParams.set('state', 'a'.repeat(64)), 400],
    ['no state', (url: URL) => url.searchParams.delete('state'), 400],
    ['the name of another issuer', (url: URL) => url.searchParams.set('iss', 'http://x.test'), 502],
  ])('with %s', async (_, spoil, status) => {
    const browser = openBrowser();
    const back = new URL(await comeBack(browser, 'sub-lin'));
    spoil(back);
    expect((await browser.go(back.href)).status).toBe(status);
    expect((await me(browser)).account).toBeNull();
  });

  it('where the person cancelled', async () => {
    const browser = openBrowser();
    const reply = await browser.go(await comeBack(browser, 'nobody'));
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain('登录未完成');
  });
});

it('a provider that is down is said so, and asked again the next time', async () => {
  const { port } = new URL(issuer);
  await new Promise((resolve) => {
    provider.close(resolve);
    provider.closeAllConnections();
  });
  const reply = await openBrowser().go(`${cockpit}/api/sign-in/oidc`);
  expect(reply.status).toBe(502);
  expect(await reply.text()).toContain('/sign-in');
  await new Promise<void>((resolve) => provider.listen(Number(port), '127.0.0.1', resolve));
  expect((await openBrowser().go(`${cockpit}/api/sign-in/oidc`)).status).toBe(302);
  expect((await openBrowser().go(`${cockpit}/api/sign-in/none`)).status).toBe(404);
});
