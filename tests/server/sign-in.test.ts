import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#core/contract/lists.ts';
import { openLink, setPassword } from '#server/accounts/credentials.repository.ts';
import type { Passwords } from '#server/http/services.ts';
import { addAccount, send } from './accounts.ts';
import { NOW, openTestApp, type TestApp } from './test-app.ts';

const PASSWORD = 'plum-tram-oven-92';

/** The real ones take their time; what is asked here is what happens around them. */
const passwords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  verify: async (password, hash) => hash === `hash of ${password}`,
};

let home: TestApp;
let now: string;
const later = (milliseconds: number) => {
  now = new Date(Date.parse(now) + milliseconds).toISOString();
};
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(async () => {
  now = NOW;
  home = await openTestApp({ clock: () => now, services: { passwords, choices: true } });
  await withPassword('lin', ['reporter'], 'd.bureau');
});
afterEach(() => home.close());

async function withPassword(login: string, roles: readonly Role[], department: string | null) {
  await addAccount(home, login, roles, department);
  await setPassword(home.db, login, `hash of ${PASSWORD}`, now);
}

const enter = (login: string, password: string, headers: Record<string, string> = {}) =>
  send(home, 'POST', '/session', { login, password }, headers);

const cookieOf = (reply: Response): string =>
  (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const me = async (cookie: string) =>
  (await (await home.get('/me', { cookie })).json()) as {
    account: { id: string } | null;
    rights: string[];
    expiresAt: string | null;
  };

const who = async (cookie: string) => (await me(cookie)).account?.id ?? null;

describe('signing in', () => {
  it('opens a session that scripts and other sites do not get', async () => {
    const reply = await enter('LIN', PASSWORD);
    expect(reply.status).toBe(201);
    expect(reply.headers.get('set-cookie')).toMatch(
      /^cockpit=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await who(cookieOf(reply))).toBe('lin');
    expect(await who('')).toBeNull();
    expect((await me('')).rights).toEqual(['read']);
  });

  it('marks its cookie for https and this host alone where browsers come so', async () => {
    const safe = await openTestApp({
      clock: () => now,
      services: { choices: true },
      secure: true,
      publicHost: 'cockpit.example',
    });
    await addAccount(safe, 'lin', ['viewer']);
    const headers = { origin: 'https://cockpit.example' };
    const reply = await send(safe, 'POST', '/session', { choice: 'lin' }, headers);
    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-cockpit=.*; Path=\/;.*; Secure$/);
    const elsewhere = await send(safe, 'POST', '/session', { choice: 'lin' });
    expect(await elsewhere.json()).toMatchObject({ code: 'foreign-origin' });
    await safe.close();
  });

  it('never goes on with the session that was there', async () => {
    const first = cookieOf(await enter('lin', PASSWORD));
    const second = cookieOf(await enter('lin', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await who(first)).toBeNull();
    expect(await who(second)).toBe('lin');
  });

  it('says the same of a wrong password, an unknown account, one disabled and one invited', async () => {
    await withPassword('gone', ['viewer'], null);
    await addAccount(home, 'gone', ['viewer'], null, 'disabled');
    await addAccount(home, 'new', ['viewer'], null, 'invited');
    const replies = [
      await enter('lin', 'not the password'),
      await enter('nobody', PASSWORD),
      await enter('gone', PASSWORD),
      await enter('new', PASSWORD),
    ];
    const bodies = await Promise.all(replies.map((reply) => reply.text()));
    expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(bodies).size).toBe(1);
    expect(replies.some((reply) => reply.headers.has('set-cookie'))).toBe(false);
  });
});

describe('guessing', () => {
  const fail = async (login: string, times: number) => {
    let last = await enter(login, 'wrong password');
    for (let index = 1; index < times; index += 1) last = await enter(login, 'wrong password');
    return last;
  };

  it.each(['lin', 'nobody'])(
    'is locked for %s, known or not, and unlocked by the clock',
    async (login) => {
      expect((await fail(login, 5)).status).toBe(401);
      const locked = await enter(login, PASSWORD);
      expect(locked.status).toBe(429);
      expect(locked.headers.get('retry-after')).toBe('30');
      expect(await locked.json()).toMatchObject({ code: 'too-many-attempts', retryAfter: 30 });
      later(30_001);
      expect((await enter(login, PASSWORD)).status).toBe(login === 'lin' ? 201 : 401);
    },
  );

  it('waits twice as long each time, a quarter of an hour at most', async () => {
    await fail('lin', 5);
    const waits: (string | null)[] = [];
    for (let index = 0; index < 7; index += 1) {
      const locked = await enter('lin', 'wrong password');
      waits.push(locked.headers.get('retry-after'));
      later(Number(locked.headers.get('retry-after')) * 1000 + 1);
      await enter('lin', 'wrong password');
    }
    expect(waits).toEqual(['30', '60', '120', '240', '480', '900', '900']);
  });

  it('is forgotten by a right password, for the account', async () => {
    await fail('lin', 4);
    expect((await enter('lin', PASSWORD)).status).toBe(201);
    expect((await fail('lin', 4)).status).toBe(401);
  });

  it('is locked for an address that tries many accounts', async () => {
    for (let index = 0; index < 20; index += 1) await enter(`someone${index}`, 'wrong password');
    const locked = await enter('lin', PASSWORD);
    expect(await locked.json()).toMatchObject({ code: 'too-many-attempts' });
    later(30_001);
    expect((await enter('lin', PASSWORD)).status).toBe(201);
  });

  it('does not get through in a crowd', async () => {
    const crowd = [...Array.from({ length: 30 }, (_, index) => `guess number ${index}`), PASSWORD];
    const replies = await Promise.all(crowd.map((password) => enter('lin', password)));
    expect(replies.map(({ status }) => status)).not.toContain(201);
  });
});

describe('a session', () => {
  it('ends two hours after its last use', async () => {
    const cookie = cookieOf(await enter('lin', PASSWORD));
    later(2 * HOUR - MINUTE);
    expect(await who(cookie)).toBe('lin');
    later(2 * HOUR - MINUTE);
    expect(await who(cookie)).toBe('lin');
    later(2 * HOUR);
    expect(await who(cookie)).toBeNull();
  });

  it('ends twelve hours after it began, however much it is used', async () => {
    const cookie = cookieOf(await enter('lin', PASSWORD));
    const began = now;
    expect((await me(cookie)).expiresAt).toBe(
      new Date(Date.parse(began) + 12 * HOUR).toISOString(),
    );
    for (let index = 0; index < 11; index += 1) {
      later(HOUR);
      expect(await who(cookie)).toBe('lin');
    }
    later(HOUR);
    expect(await who(cookie)).toBeNull();
  });

  it('is ended from this side: the cookie is taken back and opens nothing any more', async () => {
    const cookie = cookieOf(await enter('lin', PASSWORD));
    const reply = await send(home, 'DELETE', '/session', undefined, { cookie });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(/^cockpit=; .*Max-Age=0/);
    expect(await who(cookie)).toBeNull();
  });

  it.each([
    ['a stranger’s', `cockpit=${'0'.repeat(64)}`],
    ['no secret at all', 'cockpit=lin'],
    ['another cookie’s', `other=${'a'.repeat(64)}`],
  ])('is not opened by %s', async (_, cookie) => {
    expect(await who(cookie)).toBeNull();
  });

  it('does not outlive its account', async () => {
    const cookie = cookieOf(await enter('lin', PASSWORD));
    await addAccount(home, 'lin', ['reporter'], 'd.bureau', 'disabled');
    expect(await who(cookie)).toBeNull();
    expect((await home.get('/audit/verify', { cookie })).status).toBe(401);
  });
});

describe('a one-time link', () => {
  const linkTo = async (account: string) =>
    (await openLink(home.db, account, 'test', now)).link.replace('/activate?link=', '');
  const set = (link: string, password = PASSWORD, headers: Record<string, string> = {}) =>
    send(home, 'POST', '/password', { link, password }, headers);

  beforeEach(() => addAccount(home, 'new', ['viewer'], null, 'invited'));

  it('sets the password, makes the account active and signs in', async () => {
    const reply = await set(await linkTo('new'));
    expect(reply.status).toBe(201);
    expect(await who(cookieOf(reply))).toBe('new');
    expect((await enter('new', PASSWORD)).status).toBe(201);
  });

  it.each([
    [
      'used',
      async () => {
        const link = await linkTo('new');
        await set(link);
        return link;
      },
    ],
    [
      'expired',
      async () => {
        const link = await linkTo('new');
        later(72 * HOUR);
        return link;
      },
    ],
    [
      'of an account whose password was set by another link',
      async () => {
        const link = await linkTo('new');
        await set(await linkTo('new'));
        return link;
      },
    ],
    [
      'of a disabled account',
      async () => {
        const link = await linkTo('new');
        await addAccount(home, 'new', ['viewer'], null, 'disabled');
        return link;
      },
    ],
    ['of no account', async () => 'a'.repeat(64)],
  ])('that is %s opens nothing, and all are told alike', async (_, make) => {
    const reply = await set(await make(), 'oven-tram-plum-29');
    expect(reply.status).toBe(410);
    expect(await reply.json()).toMatchObject({
      code: 'link-spent',
      detail: 'The link was used, has expired, or never was; ask for a new one.',
    });
  });

  it.each([
    ['short-ish-11', 12, true],
    ['short-11-ch', 11, false],
    ['字'.repeat(129), 129, false],
    ['password1234', 12, false],
    ['i-am-NEW-here-92', 16, false],
  ])('takes %s (%d characters): %s', async (password, _, isTaken) => {
    for (const [lang, han] of [
      ['zh', true],
      ['en', false],
    ] as const) {
      const reply = await set(await linkTo('new'), password, { 'accept-language': lang });
      if (isTaken) {
        expect(reply.status).toBe(201);
        return;
      }
      expect([400, 422]).toContain(reply.status);
      const { fields } = (await reply.json()) as { fields: { path: string; message: string }[] };
      expect(fields.map((field) => field.path)).toEqual(['password']);
      expect(/\p{Script=Han}/u.test(fields[0]?.message ?? '')).toBe(han);
    }
  });

  it('is not used up by a password that was refused', async () => {
    const link = await linkTo('new');
    expect((await set(link, 'password1234')).status).toBe(422);
    expect((await set(link)).status).toBe(201);
  });

  it('that two open at once lets one in', async () => {
    const link = await linkTo('new');
    const replies = await Promise.all([set(link), set(link, 'oven-tram-plum-29')]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 410]);
  });
});

describe('one’s own password', () => {
  const change = (cookie: string, current: string, password: string) =>
    send(home, 'PUT', '/me/password', { current, password }, { cookie });

  it('changes by the old one, and every other session ends', async () => {
    const other = cookieOf(await enter('lin', PASSWORD));
    const own = cookieOf(await enter('lin', PASSWORD));
    expect((await change(own, PASSWORD, 'oven-tram-plum-29')).status).toBe(200);
    expect(await who(own)).toBe('lin');
    expect(await who(other)).toBeNull();
    expect((await enter('lin', PASSWORD)).status).toBe(401);
    expect((await enter('lin', 'oven-tram-plum-29')).status).toBe(201);
  });

  it('stays where the old one is wrong, and guessing it is locked too', async () => {
    const own = cookieOf(await enter('lin', PASSWORD));
    const reply = await change(own, 'not it at all', 'oven-tram-plum-29');
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ fields: [{ path: 'current' }] });
    for (let index = 0; index < 4; index += 1) await change(own, 'nor this', 'oven-tram-plum-29');
    expect((await change(own, PASSWORD, 'oven-tram-plum-29')).status).toBe(429);
    expect((await change('', PASSWORD, 'oven-tram-plum-29')).status).toBe(401);
  });
});
