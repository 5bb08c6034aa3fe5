import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  activeAccounts,
  appendAccount,
  findAccountByLogin,
  listAccounts,
  readComings,
} from '#server/accounts/accounts.repository.ts';
import { admit } from '#server/accounts/admission.ts';
import { noteAttempt, takeAttempt } from '#server/accounts/attempts.repository.ts';
import {
  findLink,
  openLink,
  readPasswordHash,
  setPassword,
} from '#server/accounts/credentials.repository.ts';
import { firstLinks } from '#server/accounts/first-accounts.ts';
import { endSessionsOf, findSession, openSession } from '#server/accounts/sessions.repository.ts';
import { checkSignIn, clearFailures, noteFailure } from '#server/accounts/throttle.ts';
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';
import { at, fixture, JANUARY, MARCH } from './fixture.ts';

const account = (id: string, login: string) => ({
  id,
  login,
  name: `name of ${id}`,
  department: null,
  roles: ['viewer' as const],
  state: 'active' as const,
});

const secretOf = (link: string) => link.replace('/activate?link=', '');

describe.each(engines)('accounts on $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const { workspace, departments } = fixture;
    await loadDataset(store.db, { workspace, departments }, at(JANUARY));
  });
  afterAll(() => store.close());

  test('several starts at once make the first accounts once; each start has links that open', async () => {
    const starts = await Promise.all([1, 2, 3].map(() => firstLinks(store.db, () => MARCH)));
    const logins = ['sysadmin', 'secadmin', 'auditadmin'];
    for (const links of starts) expect(links.map(({ login }) => login)).toEqual(logins);
    const page = await listAccounts(store.db, { after: null, limit: 10 });
    expect(page.items.map(({ login }) => login).toSorted()).toEqual(logins.toSorted());
    const found = starts.map(([first]) => findLink(store.db, secretOf(first?.link ?? ''), MARCH));
    expect(new Set(await Promise.all(found)).size).toBe(1);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, rows: 3 });
  });

  test('an account is found by its login in any case, as it stands now', async () => {
    await appendAccount(store.db, { ...account('a.1', 'Wei'), ...at(JANUARY) });
    await appendAccount(store.db, { ...account('a.1', 'wei.wang'), ...at(MARCH) });
    expect(await findAccountByLogin(store.db, 'wei')).toBeNull();
    expect(await findAccountByLogin(store.db, 'WEI.Wang')).toMatchObject({
      id: 'a.1',
      revision: 2,
    });
    expect((await activeAccounts(store.db)).map(({ id }) => id)).toEqual(['a.1']);
  });

  test('a place that somebody has taken is not offered again', async () => {
    const officer = { ...account('a.2', 'officer'), roles: ['security-officer' as const] };
    await appendAccount(store.db, { ...officer, ...at(MARCH) });
    const links = await firstLinks(store.db, () => MARCH);
    expect(links.map(({ login }) => login)).toEqual(['sysadmin', 'auditadmin']);
    const disabled = await findAccountByLogin(store.db, 'sysadmin');
    if (disabled === null) throw new Error('the first start made it');
    await appendAccount(store.db, { ...disabled, state: 'disabled' });
    const later = await firstLinks(store.db, () => MARCH);
    expect(later.map(({ login }) => login)).toEqual(['auditadmin']);
  });

  test('a password spends every link, and the newest counts', async () => {
    const { link } = await openLink(store.db, 'a.1', 'system', MARCH);
    expect(await findLink(store.db, secretOf(link), MARCH)).toBe('a.1');
    expect(await findLink(store.db, secretOf(link), '2026-03-13T08:00:00.000Z')).toBeNull();
    await setPassword(store.db, 'a.1', 'first', MARCH);
    expect(await findLink(store.db, secretOf(link), MARCH)).toBeNull();
    await setPassword(store.db, 'a.1', 'second', MARCH);
    expect(await readPasswordHash(store.db, 'a.1')).toBe('second');
    expect(await readPasswordHash(store.db, 'a.2')).toBeNull();
  });

  test('sessions end one by one or together; the last sign-in stays known', async () => {
    const first = await openSession(store.db, 'a.1', null, MARCH);
    const second = await openSession(store.db, 'a.1', '192.0.2.1', MARCH);
    const kept = await findSession(store.db, second.secret, MARCH);
    await endSessionsOf(store.db, 'a.1', kept?.id ?? null);
    expect(await findSession(store.db, first.secret, MARCH)).toBeNull();
    expect(await findSession(store.db, second.secret, MARCH)).toMatchObject({
      account: { id: 'a.1' },
    });
    await endSessionsOf(store.db, 'a.1', null);
    expect(await findSession(store.db, second.secret, MARCH)).toBeNull();
    const comings = await readComings(store.db, ['a.1', 'a.2']);
    expect([...comings.values()]).toEqual([
      { lastSignInAt: MARCH, external: false },
      { lastSignInAt: null, external: false },
    ]);
  });

  test('a way to a provider is taken once, by the browser and for the door it began with', async () => {
    const attempt = { door: 'oidc', browser: 'b', returnTo: '/tasks', keep: { nonce: 'n' } };
    const mine = { door: 'oidc', browser: 'b' };
    const take = (state: string, by: typeof mine, now = MARCH) =>
      takeAttempt(store.db, state, by, now);
    for (const state of ['s.1', 's.2', 's.3', 's.4'])
      await noteAttempt(store.db, state, attempt, MARCH);
    const taken = await Promise.all([take('s.1', mine), take('s.1', mine)]);
    expect(taken.filter((one) => one !== null)).toEqual([
      { returnTo: '/tasks', keep: { nonce: 'n' } },
    ]);
    expect(await take('s.2', { ...mine, browser: 'c' })).toBeNull();
    expect(await take('s.3', { ...mine, door: 'zwding' })).toBeNull();
    expect(await take('s.4', mine, '2026-03-10T08:10:00.000Z')).toBeNull();
  });

  test('an identity that comes twice at once becomes one account', async () => {
    const ask = {
      identity: { issuer: 'i', subject: '1', name: ' Lin ', login: 'wei.wang', groups: ['g'] },
      grants: [{ group: 'g', role: 'head' as const, department: 'd.one' }],
      door: 'oidc',
      address: null,
      clock: () => MARCH,
    };
    const came = await Promise.all([admit(store.db, ask), admit(store.db, ask)]);
    const ids = came.map((one) => (typeof one === 'string' ? one : one.account));
    expect(new Set(ids).size).toBe(1);
    const found = (await activeAccounts(store.db)).find(({ id }) => id === ids[0]);
    expect(found).toMatchObject({ name: 'Lin', roles: ['head'], department: 'd.one' });
    expect(found?.login).toMatch(/^wei\.wang-[0-9a-f]{8}$/);
    const misfit = { ...ask.grants[0], group: 'g', role: 'head' as const, department: 'd.none' };
    expect(await admit(store.db, { ...ask, grants: [misfit] })).toBe('misfit');
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true });
  });

  test('failures that come at once are all counted', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => noteFailure(store.db, 'wei', '192.0.2.1', MARCH)));
    await expect(checkSignIn(store.db, 'wei', null, MARCH)).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    await clearFailures(store.db, 'wei');
    await expect(checkSignIn(store.db, 'wei', '192.0.2.1', MARCH)).resolves.toBeUndefined();
  });
});
