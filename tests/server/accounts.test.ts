import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Invitation } from '#core/contract/account.ts';
import type { Role } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp;
let admin: string;

const options = {
  services: {
    choices: true,
    passwords: { hash: async (text: string) => text, verify: async () => false },
  },
};

beforeEach(async () => {
  home = await openTestApp(options);
  await addAccount(home, 'admin', ['administrator']);
  await addAccount(home, 'lin', ['reporter'], 'd.bureau');
  admin = await signIn(home, 'admin');
});
afterEach(() => home.close());

/** The same workspace with its officers separated, and one of each. */
async function separate(): Promise<{ system: string; security: string }> {
  await home.close();
  const sample = sampleAt(RECORDED);
  home = await openTestApp(options, {
    ...sample,
    workspace: { ...sample.workspace, separateOfficers: true },
  });
  await addAccount(home, 'system', ['system-officer']);
  await addAccount(home, 'security', ['security-officer']);
  await addAccount(home, 'admin', ['administrator']);
  await addAccount(home, 'lin', ['reporter'], 'd.bureau');
  return { system: await signIn(home, 'system'), security: await signIn(home, 'security') };
}

const list = async (cookie: string): Promise<Account[]> =>
  ((await (await home.get('/accounts', { cookie })).json()) as { items: Account[] }).items;

const find = async (cookie: string, id: string): Promise<Account> => {
  const found = (await list(cookie)).find((account) => account.id === id);
  if (found === undefined) throw new Error(`no account ${id}`);
  return found;
};

const create = (cookie: string, body: Record<string, unknown>) =>
  send(
    home,
    'POST',
    '/accounts',
    { login: 'chen', name: '陈静', department: null, roles: ['viewer'], ...body },
    { cookie },
  );

async function change(
  cookie: string,
  id: string,
  changes: Record<string, unknown>,
  ifMatch?: string,
) {
  const { login, name, department, roles, state, version } = await find(cookie, id);
  const body = { login, name, department, roles, enabled: state !== 'disabled', ...changes };
  const headers = { cookie, 'if-match': `"${ifMatch ?? version}"` };
  return send(home, 'PUT', `/accounts/${id}`, body, headers);
}

type Refusal = { code: string; fields: { path: string; message: string }[]; current?: Account };
const refusal = async (reply: Response): Promise<Refusal> => (await reply.json()) as Refusal;

const isSignedIn = async (cookie: string): Promise<boolean> =>
  ((await (await home.get('/me', { cookie })).json()) as { account: unknown }).account !== null;

describe('a new account', () => {
  it('is invited, and its link opens it once', async () => {
    const reply = await create(admin, {
      login: 'Chen.Jing',
      roles: ['head'],
      department: 'd.bureau',
    });
    expect(reply.status).toBe(201);
    const { account, link } = (await reply.json()) as Invitation;
    expect(account).toMatchObject({ login: 'chen.jing', state: 'invited', lastSignInAt: null });
    const secret = link.replace('/activate?link=', '');
    const password = 'plum-tram-oven-92';
    expect((await send(home, 'POST', '/password', { link: secret, password })).status).toBe(201);
    expect(await find(admin, account.id)).toMatchObject({
      state: 'active',
      lastSignInAt: expect.any(String),
    });
    expect((await send(home, 'POST', '/password', { link: secret, password })).status).toBe(410);
  });

  it('has a link that is nowhere on record, not even under an Idempotency-Key', async () => {
    const headers = { cookie: admin, 'idempotency-key': 'create-0001' };
    const body = { login: 'chen', name: '陈静', department: null, roles: ['viewer'] };
    const reply = await send(home, 'POST', '/accounts', body, headers);
    const { link } = (await reply.json()) as Invitation;
    const secret = link.replace('/activate?link=', '');
    for (const table of ['audit', 'idempotency_keys', 'invitations', 'accounts'] as const)
      expect(JSON.stringify(await home.db.selectFrom(table).selectAll().execute())).not.toContain(
        secret,
      );
    // Sent again: no second account of the name.
    expect((await send(home, 'POST', '/accounts', body, headers)).status).toBe(422);
  });

  it.each([
    [{ login: 'LIN' }, 422, 'login'],
    [{ login: 'a b' }, 400, 'login'],
    [{ name: '  ' }, 400, 'name'],
    [{ department: 'd.none' }, 422, 'department'],
    [{ roles: ['reporter'] }, 422, 'department'],
    [{ roles: [] }, 400, 'roles'],
    [{ roles: ['root'] }, 400, 'roles.0'],
    [{ roles: ['audit-officer'] }, 422, 'roles'],
    [{ password: 'x' }, 400, ''],
  ])('is refused at the field: %o', async (body, status, path) => {
    const reply = await create(admin, body);
    expect(reply.status).toBe(status);
    expect((await refusal(reply)).fields.map((field) => field.path)).toContain(path);
    expect(await list(admin)).toHaveLength(2);
  });
});

describe('a change', () => {
  it('is made on the version that was seen, and shows the present one else', async () => {
    const { version } = await find(admin, 'lin');
    expect((await change(admin, 'lin', { name: '林海' }, version)).status).toBe(200);
    const late = await change(admin, 'lin', { name: '林涛' }, version);
    expect(late.status).toBe(412);
    expect((await refusal(late)).current).toMatchObject({ name: '林海' });
    const body = { login: 'lin', name: 'x', department: null, roles: ['viewer'], enabled: true };
    const blind = await send(home, 'PUT', '/accounts/lin', body, { cookie: admin });
    expect(blind.status).toBe(428);
  });

  it('that disables an account ends its sessions and its links at once', async () => {
    const cookie = await signIn(home, 'lin');
    const linked = await send(home, 'POST', '/accounts/lin/link', undefined, { cookie: admin });
    const { link } = (await linked.json()) as Invitation;
    const again = await signIn(home, 'lin');
    await change(admin, 'lin', { enabled: false });
    expect(await isSignedIn(again)).toBe(false);
    expect(await isSignedIn(cookie)).toBe(false);
    const body = { link: link.replace('/activate?link=', ''), password: 'plum-tram-oven-92' };
    expect((await send(home, 'POST', '/password', body)).status).toBe(410);
    // Back again: it has no password yet.
    await change(admin, 'lin', { enabled: true });
    expect(await find(admin, 'lin')).toMatchObject({ state: 'invited' });
  });

  it.each([
    [{ enabled: false }, 'enabled'],
    [{ roles: ['viewer'] }, 'roles'],
  ])('that would lock everybody out is refused: %o', async (changes, path) => {
    await addAccount(home, 'sleeping', ['administrator'], null, 'disabled');
    const reply = await change(admin, 'admin', changes);
    expect(reply.status).toBe(409);
    expect((await refusal(reply)).fields.map((field) => field.path)).toEqual([path]);
    await addAccount(home, 'second', ['administrator']);
    expect((await change(admin, 'admin', changes)).status).toBe(200);
  });

  it('is on record with what was before', async () => {
    await change(admin, 'lin', { roles: ['head'] });
    const row = await home.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'account.change')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ actor: 'admin', subject: 'account:lin', outcome: 'done' });
    expect(JSON.parse(row.before ?? '')).toMatchObject({ roles: ['reporter'] });
    expect(JSON.parse(row.after ?? '')).toMatchObject({ roles: ['head'] });
  });
});

describe('a new link', () => {
  it('ends the sessions and the older links of its account', async () => {
    const cookie = await signIn(home, 'lin');
    const ask = () => send(home, 'POST', '/accounts/lin/link', undefined, { cookie: admin });
    const first = (await (await ask()).json()) as Invitation;
    const second = (await (await ask()).json()) as Invitation;
    expect(await isSignedIn(cookie)).toBe(false);
    const use = ({ link }: Invitation) =>
      send(home, 'POST', '/password', {
        link: link.replace('/activate?link=', ''),
        password: 'plum-tram-oven-92',
      });
    expect((await use(first)).status).toBe(410);
    expect((await use(second)).status).toBe(201);
  });

  it('is not made for an account that is disabled, from outside, or not there', async () => {
    await addAccount(home, 'gone', ['viewer'], null, 'disabled');
    await addAccount(home, 'guest', ['viewer']);
    const identity = { issuer: 'https://id.example', subject: '1', account: 'guest' };
    await home.db.insertInto('identities').values(identity).execute();
    const ask = async (id: string) =>
      (await send(home, 'POST', `/accounts/${id}/link`, undefined, { cookie: admin })).status;
    expect([await ask('gone'), await ask('guest'), await ask('none')]).toEqual([409, 409, 404]);
    const changed = await change(admin, 'guest', { roles: ['reviewer'] });
    expect(await refusal(changed)).toMatchObject({ fields: [{ path: 'roles' }] });
    expect((await change(admin, 'guest', { enabled: false })).status).toBe(200);
  });
});

it('ends the sessions of an account on demand', async () => {
  const cookie = await signIn(home, 'lin');
  const path = '/accounts/lin/end-sessions';
  expect((await send(home, 'POST', path, undefined, { cookie: admin })).status).toBe(200);
  expect(await isSignedIn(cookie)).toBe(false);
  expect(await isSignedIn(admin)).toBe(true);
});

describe('where the officers are separated', () => {
  const roles = (held: Role[], department: string | null = null) => ({ roles: held, department });

  it('one creates accounts that may read, another lets them do more', async () => {
    const { system, security } = await separate();
    const early = await create(system, roles(['head'], 'd.bureau'));
    expect(early.status).toBe(403);
    expect((await refusal(early)).fields).toMatchObject([{ path: 'roles' }]);
    expect((await create(security, {})).status).toBe(403);
    const created = (await (await create(system, { department: 'd.bureau' })).json()) as Invitation;
    const { id } = created.account;
    expect((await change(system, id, roles(['head'], 'd.bureau'))).status).toBe(403);
    expect((await change(security, id, { name: 'other' })).status).toBe(403);
    expect((await change(security, id, roles(['head'], 'd.bureau'))).status).toBe(200);
    // The link that its creator saw does not open what the account has become.
    const body = {
      link: created.link.replace('/activate?link=', ''),
      password: 'plum-tram-oven-92',
    };
    expect((await send(home, 'POST', '/password', body)).status).toBe(410);
    const link = (cookie: string) =>
      send(home, 'POST', `/accounts/${id}/link`, undefined, { cookie });
    expect((await link(system)).status).toBe(403);
    expect((await link(security)).status).toBe(201);
  });

  it('nobody grants roles to themselves, and the offices exclude each other', async () => {
    const { security } = await separate();
    await addAccount(home, 'second', ['security-officer']);
    expect((await change(security, 'security', roles(['administrator']))).status).toBe(403);
    for (const held of [
      ['system-officer', 'audit-officer'],
      ['audit-officer', 'reviewer'],
    ] as Role[][]) {
      const reply = await change(security, 'lin', roles(held, 'd.bureau'));
      expect(await refusal(reply)).toMatchObject({
        code: 'not-accepted',
        fields: [{ path: 'roles' }],
      });
    }
  });

  it('the administrator does none of it', async () => {
    await separate();
    const cookie = await signIn(home, 'admin');
    expect((await home.get('/accounts', { cookie })).status).toBe(403);
    expect((await create(cookie, {})).status).toBe(403);
  });

  it('no office is left empty', async () => {
    const { system } = await separate();
    const reply = await change(system, 'system', { enabled: false });
    expect(reply.status).toBe(409);
  });
});
