/** Signing in over real HTTP: the first link, real passwords, cookies, and requests that another site makes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';

type Answer = { status: number; headers: IncomingHttpHeaders; body: Record<string, unknown> };

let folder: string;
let home: Home;

async function open(env: Record<string, string> = {}): Promise<void> {
  const silent = () => undefined;
  home = await startHome({
    config: readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...env }),
    // Without the page's files: this is about the API.
    root: folder,
    version: '1.2.3',
    logger: { error: silent, debug: silent },
  });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cockpit-sign-in-'));
});
afterEach(async () => {
  await home.close();
  await rm(folder, { recursive: true });
});

/** fetch would not let a test name Origin and Host. */
function ask(
  method: string,
  target: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: home.port, method, path: target, headers },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part: string) => {
          text += part;
        });
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const PASSWORD = 'plum-tram-oven-92';
const here = () => `http://127.0.0.1:${home.port}`;
const secretOf = (index = 0) =>
  home.firstLinks[index]?.link.replace('/activate?link=', '') ?? 'none';
const cookieOf = ({ headers }: Answer): string =>
  (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';

describe('the first administrator', () => {
  it('comes in by the link of the first start, and no other start makes one more', async () => {
    await open();
    expect(home.firstLinks.map(({ login }) => login)).toEqual(['admin']);
    const earlier = secretOf();
    await home.close();
    await open();
    expect(home.firstLinks.map(({ login }) => login)).toEqual(['admin']);
    const later = secretOf();
    expect(later).not.toBe(earlier);

    const origin = here();
    const set = await ask(
      'POST',
      '/api/password',
      { origin },
      { link: earlier, password: PASSWORD },
    );
    expect(set.status).toBe(201);
    const accounts = await ask('GET', '/api/accounts', { cookie: cookieOf(set) });
    expect(accounts.body.items).toMatchObject([{ login: 'admin', roles: ['administrator'] }]);
    const again = await ask(
      'POST',
      '/api/password',
      { origin },
      { link: later, password: PASSWORD },
    );
    expect(again.status).toBe(410);

    await home.close();
    await open();
    expect(home.firstLinks).toEqual([]);
    const body = { login: 'admin', password: PASSWORD };
    const entered = await ask('POST', '/api/session', { origin: here() }, body);
    expect(entered.status).toBe(201);
    const wrong = { ...body, password: 'admin' };
    expect((await ask('POST', '/api/session', { origin: here() }, wrong)).status).toBe(401);
  });

  it('comes to a store of one’s own, too', async () => {
    await open({ SAMPLE: 'none' });
    const body = { link: secretOf(), password: PASSWORD };
    expect((await ask('POST', '/api/password', { origin: here() }, body)).status).toBe(201);
  });
});

describe('a write', () => {
  const enter = (headers: Record<string, string>) =>
    ask('POST', '/api/session', headers, { login: 'x', password: 'y' });

  it.each([
    ['from our own page', (): Record<string, string> => ({ origin: here() }), 'wrong-credentials'],
    ['of a program, without a session', () => ({}), 'wrong-credentials'],
    ['of another site', () => ({ origin: 'http://evil.example' }), 'foreign-origin'],
    ['of another port', () => ({ origin: 'http://127.0.0.1:1' }), 'foreign-origin'],
    ['of a page without origin', () => ({ origin: 'null' }), 'foreign-origin'],
    ['of an old browser elsewhere', () => ({ 'sec-fetch-site': 'cross-site' }), 'foreign-origin'],
    ['of a sibling host', () => ({ 'sec-fetch-site': 'same-site' }), 'foreign-origin'],
    ['with a cookie and no origin', () => ({ cookie: 'cockpit=a' }), 'foreign-origin'],
  ])('%s', async (_, headers, code) => {
    await open();
    const reply = await enter(headers());
    expect(reply.body.code).toBe(code);
  });

  it('comes from where the proxy in front says, and from nowhere else', async () => {
    const address = async () => {
      const rows = await home.store.db
        .selectFrom('audit')
        .select('address')
        .orderBy('seq')
        .execute();
      return rows[rows.length - 1]?.address;
    };
    await open({ TRUST_PROXY: 'yes' });
    await enter({ 'x-forwarded-for': '203.0.113.9, 192.0.2.1' });
    expect(await address()).toBe('192.0.2.1');
    await home.close();
    await open();
    await enter({ 'x-forwarded-for': '203.0.113.9, 192.0.2.1' });
    expect(await address()).toMatch(/127\.0\.0\.1$/);
  });
});

it('over https: cookies for this host alone, its public name as origin, and browsers told to stay', async () => {
  await open({ PUBLIC_URL: 'https://cockpit.example' });
  const body = { link: secretOf(), password: PASSWORD };
  expect((await ask('POST', '/api/password', { origin: here() }, body)).status).toBe(403);
  const set = await ask('POST', '/api/password', { origin: 'https://cockpit.example' }, body);
  expect(set.status).toBe(201);
  expect(set.headers['set-cookie']?.[0]).toMatch(/^__Host-cockpit=\w+; Path=\/; .*; Secure$/);
  expect(set.headers['strict-transport-security']).toBe('max-age=31536000');
  const page = await ask('GET', '/');
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
});
