/** Accounts for tests of what one may do, and a way to ask as one of them. */
import type { AccountState, Role } from '#core/contract/lists.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { RECORDED, type TestApp } from './test-app.ts';

export const ORIGIN = 'http://cockpit';

/** Puts an active account on record; its id is its login. */
export async function addAccount(
  home: TestApp,
  login: string,
  roles: readonly Role[],
  department: string | null = null,
  state: AccountState = 'active',
): Promise<string> {
  await appendAccount(home.db, {
    id: login,
    login,
    name: `name of ${login}`,
    department,
    roles,
    state,
    recordedAt: RECORDED,
    recordedBy: 'test',
  });
  return login;
}

/** Signs in by choice (the home must offer it) and tells the cookie. */
export async function signIn(home: TestApp, account: string): Promise<string> {
  const reply = await send(home, 'POST', '/session', { choice: account });
  if (reply.status !== 201) throw new Error(`sign-in: ${reply.status} ${await reply.text()}`);
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** A write as a browser sends it. `body` undefined = none. */
export function send(
  home: TestApp,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return home.app.fetch(
    new Request(`${ORIGIN}/api${path}`, {
      method,
      headers: { origin: ORIGIN, ...headers },
      ...(body === undefined ? {} : { body: text }),
    }),
    { address: '192.0.2.7' },
  );
}
