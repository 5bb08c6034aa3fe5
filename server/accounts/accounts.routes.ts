/** Who may sign in, and as what. */
import {
  type Account,
  accountChangeSchema,
  accountInputSchema,
  accountListSchema,
  accountSchema,
  invitationSchema,
} from '#core/contract/account.ts';
import type { AccountState } from '#core/contract/lists.ts';
import type { Db } from '#server/db/tables.ts';
import { DEFAULT_LIMIT } from '#server/http/parameters.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type SignedAsk, type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import {
  type AccountFacts,
  checkAccount,
  checkMayChange,
  checkMayLink,
  checkOutside,
  checkSomebodyStays,
} from './account-rules.ts';
import {
  type AccountRecord,
  appendAccount,
  findAccount,
  listAccounts,
  readComings,
} from './accounts.repository.ts';
import { openLink, readPasswordHash, spendLinks } from './credentials.repository.ts';
import { newId } from './secrets.ts';
import { endSessionsOf } from './sessions.repository.ts';

const OFFICES = ['keep-accounts', 'grant-roles', 'end-sessions'] as const;

/** Accounts as the API shows them. */
async function shown(db: Db, records: readonly AccountRecord[]): Promise<Account[]> {
  const comings = await readComings(
    db,
    records.map(({ id }) => id),
  );
  return records.map(({ id, login, name, department, roles, state, revision }) => ({
    id,
    login,
    name,
    department,
    roles: [...roles],
    state,
    external: comings.get(id)?.external ?? false,
    version: String(revision),
    lastSignInAt: comings.get(id)?.lastSignInAt ?? null,
  }));
}

async function known(db: Db, id: string): Promise<AccountRecord> {
  const account = await findAccount(db, id);
  if (account === null) throw new ProblemError('not-found', 'There is no such account.');
  return account;
}

/** The account as it stands. */
async function reply(db: Db, id: string): Promise<Account> {
  const [account] = await shown(db, [await known(db, id)]);
  if (account === undefined) throw new ProblemError('not-found', 'There is no such account.');
  return account;
}

/** What the audit trail keeps of an account. */
const noted = ({ login, name, department, roles, state }: AccountFacts) => ({
  login,
  name,
  department,
  roles,
  state,
});

async function checkVersion({ db, ifMatch }: SignedAsk<unknown>, record: AccountRecord) {
  if (ifMatch === null)
    throw new ProblemError('version-required', 'If-Match names the version of the account.');
  if (ifMatch === String(record.revision)) return;
  const detail = 'The account was changed since it was opened.';
  throw new ProblemError('stale-version', detail, { current: await reply(db, record.id) });
}

/** An account that was disabled comes back as what it had reached: active once it can be opened, else invited. */
async function enabledState(
  db: Db,
  { id, state }: AccountRecord,
  isExternal: boolean,
): Promise<AccountState> {
  if (state !== 'disabled') return state;
  return isExternal || (await readPasswordHash(db, id)) !== null ? 'active' : 'invited';
}

export const accountReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/accounts',
    summary: 'Every account, with its roles, its state and its last sign-in',
    parameters: ['limit', 'cursor'],
    right: OFFICES,
    reply: accountListSchema,
    answer: async ({ db, query }) => {
      const page = await listAccounts(db, {
        after: query.cursor ?? null,
        limit: query.limit ?? DEFAULT_LIMIT,
      });
      return { items: await shown(db, page.items), next: page.next };
    },
  }),
];

export const accountWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/accounts',
    summary: 'Creates an account and the one-time link that opens it, which is shown this once',
    action: 'account.create',
    right: 'keep-accounts',
    touches: 'record',
    body: accountInputSchema,
    reply: invitationSchema,
    repliesOnce: true,
    act: async (ask) => {
      const { db, body, now, principal } = ask;
      const id = newId(Date.parse(now));
      const login = body.login.toLowerCase();
      const account = { ...body, id, login, state: 'invited' as const };
      checkMayChange(ask, null, account);
      await checkAccount(ask, null, body);
      const recordedBy = principal.account;
      await appendAccount(db, { ...account, recordedAt: now, recordedBy });
      const link = await openLink(db, id, recordedBy, now);
      return {
        status: 201,
        reply: { account: await reply(db, id), ...link },
        audit: { subject: `account:${id}`, after: noted(account) },
      };
    },
  }),
  writeRoute({
    method: 'PUT',
    path: '/accounts/{id}',
    summary: 'Changes an account. If-Match names its version; a disabled account is out at once',
    action: 'account.change',
    right: ['keep-accounts', 'grant-roles'],
    touches: 'record',
    body: accountChangeSchema,
    reply: accountSchema,
    act: async (ask) => {
      const { db, body, key, lang, now, principal } = ask;
      const before = await known(db, key);
      await checkVersion(ask, before);
      const { enabled, ...input } = body;
      const { external } = await reply(db, key);
      const state = enabled ? await enabledState(db, before, external) : 'disabled';
      const after: AccountFacts = { ...input, id: key, login: input.login.toLowerCase(), state };
      checkMayChange(ask, before, after);
      if (external) checkOutside(lang, before, after);
      await checkAccount(ask, before, input);
      await checkSomebodyStays(ask, before, after);
      await appendAccount(db, { ...after, recordedAt: now, recordedBy: principal.account });
      // A link is for what the account was when it was handed out.
      const hasNewRights = noted(before).roles.join() !== after.roles.join();
      if (state === 'disabled' || hasNewRights) await spendLinks(db, key, now);
      if (state === 'disabled') await endSessionsOf(db, key, null);
      return {
        status: 200,
        reply: await reply(db, key),
        audit: { subject: `account:${key}`, before: noted(before), after: noted(after) },
      };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/accounts/{id}/link',
    summary: 'A new one-time link to an account: ends its sessions and its older links',
    action: 'account.link',
    right: ['keep-accounts', 'grant-roles'],
    touches: 'private',
    body: null,
    reply: invitationSchema,
    repliesOnce: true,
    act: async (ask) => {
      const { db, key, now, principal } = ask;
      const account = await reply(db, key);
      checkMayLink(ask, account);
      if (account.state === 'disabled' || account.external) {
        const detail = account.external
          ? 'This account signs in through its provider; it has no password here.'
          : 'This account is disabled; enable it first.';
        throw new ProblemError('conflict', detail);
      }
      await spendLinks(db, key, now);
      await endSessionsOf(db, key, null);
      const link = await openLink(db, key, principal.account, now);
      return {
        status: 201,
        reply: { account, ...link },
        audit: { subject: `account:${key}` },
      };
    },
  }),
  writeRoute({
    method: 'POST',
    path: '/accounts/{id}/end-sessions',
    summary: 'Ends every session of an account',
    action: 'account.end-sessions',
    right: 'end-sessions',
    touches: 'private',
    body: null,
    reply: accountSchema,
    act: async ({ db, key }) => {
      const account = await reply(db, key);
      await endSessionsOf(db, key, null);
      return { status: 200, reply: account, audit: { subject: `account:${key}` } };
    },
  }),
];
