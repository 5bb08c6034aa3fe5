/** What an outside identity becomes here: an account with the roles that its groups are mapped to, or nothing. */
import type { Role } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { roleConflict } from '#core/domain/rights.ts';
import { appendAudit } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { afterLatest, beginWriting, noteLatest } from '#server/store/store.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import {
  type AccountRecord,
  appendAccount,
  findAccount,
  findAccountByLogin,
} from './accounts.repository.ts';
import { type GroupGrant, grantedBy, type OutsideIdentity } from './door.ts';
import { newId, sha256 } from './secrets.ts';
import { endSessionsOf, openSession } from './sessions.repository.ts';

/**
 * no-role: none of its groups means anything here. disabled: an administrator has closed the account. misfit: the
 * mapping gives roles that exclude each other, or names a department that does not exist.
 */
export type Turned = 'no-role' | 'disabled' | 'misfit';

export type Admission = { readonly account: string; readonly secret: string } | Turned;

type Facts = { readonly roles: readonly Role[]; readonly department: string | null };

const recordedBy = 'door';

const isSame = (account: AccountRecord, { roles, department }: Facts): boolean =>
  account.department === department &&
  account.roles.length === roles.length &&
  roles.every((role) => account.roles.includes(role));

const textOf = (text: string, length: number): string => [...text.trim()].slice(0, length).join('');

/** A login that nobody has: an account that exists is never taken over by its name. */
async function freeLogin(db: Db, { issuer, subject, login }: OutsideIdentity): Promise<string> {
  const wish = textOf((login ?? subject).replace(/[^\p{L}\p{N}._@-]/gu, ''), 50).toLowerCase();
  const tail = (await sha256(`${issuer} ${subject}`)).slice(0, 8);
  if (wish.length < 2) return `guest-${tail}`;
  return (await findAccountByLogin(db, wish)) === null ? wish : `${wish}-${tail}`;
}

async function known(db: Db, { issuer, subject }: OutsideIdentity): Promise<AccountRecord | null> {
  const row = await db
    .selectFrom('identities')
    .select('account')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row === undefined ? null : findAccount(db, row.account);
}

type Ask = {
  readonly identity: OutsideIdentity;
  readonly grants: readonly GroupGrant[];
  readonly door: string;
  readonly address: string | null;
  readonly clock: () => Instant;
};

/** Brings the account in line with the mapping, and makes it where there is none. Tells what stands in the way else. */
async function record(tx: Db, { identity, door, address, clock }: Ask, facts: Facts | null) {
  const latest = await beginWriting(tx);
  const now = afterLatest(clock(), latest);
  const before = await known(tx, identity);
  const id = before?.id ?? newId(Date.parse(now));
  const note = async (after: unknown) => {
    await noteLatest(tx, now);
    await appendAudit(tx, {
      at: now,
      actor: null,
      actorName: null,
      address,
      action: before === null ? 'account.create' : 'account.change',
      subject: `account:${id}`,
      outcome: 'done',
      code: null,
      before: before === null ? null : { roles: before.roles, department: before.department },
      after: { ...(after as object), door },
    });
  };
  if (facts === null) {
    // No group speaks for it any more: what is left of it here is the name.
    if (before === null || before.roles.join() === 'viewer') return null;
    const bare = { roles: ['viewer' as const], department: null };
    await appendAccount(tx, { ...before, ...bare, recordedAt: now, recordedBy });
    await endSessionsOf(tx, id, null);
    await note(bare);
    return null;
  }
  if (before !== null && isSame(before, facts)) return before;
  const login = before?.login ?? (await freeLogin(tx, identity));
  const name = before?.name ?? (textOf(identity.name, 80) || login);
  const account = { id, login, name, ...facts, state: before?.state ?? ('active' as const) };
  await appendAccount(tx, { ...account, recordedAt: now, recordedBy });
  if (before === null) {
    const { issuer, subject } = identity;
    await tx.insertInto('identities').values({ issuer, subject, account: id }).execute();
  }
  await note({ login, name, ...facts });
  return { ...account, revision: 0 };
}

/** Lets an identity in and opens its session, or says why it stays outside. Either is on record. */
export async function admit(db: Db, ask: Ask): Promise<Admission> {
  const { identity, grants, door, address, clock } = ask;
  const workspace = await findWorkspace(db, null);
  const departments = await readDepartments(db, null);
  const facts = grantedBy(identity.groups, grants);
  const subject = `${door}:${identity.subject}`.slice(0, 200);
  const refuse = async (code: Turned): Promise<Turned> => {
    await db.transaction().execute((tx) =>
      appendAudit(tx, {
        at: clock(),
        actor: null,
        actorName: null,
        address,
        action: 'session.open',
        subject,
        outcome: 'refused',
        code,
        before: null,
        after: { name: textOf(identity.name, 80) },
      }),
    );
    return code;
  };
  const fits =
    facts === null ||
    (roleConflict(facts.roles, workspace?.separateOfficers ?? false) === null &&
      (facts.department === null || departments.some(({ id }) => id === facts.department)));
  if (!fits) return refuse('misfit');
  const now = await known(db, identity);
  if (now?.state === 'disabled') return refuse('disabled');
  const account =
    now !== null && facts !== null && isSame(now, facts)
      ? now
      : await db.transaction().execute((tx) => record(tx, ask, facts));
  if (account === null) return refuse('no-role');
  return db.transaction().execute(async (tx) => {
    const at = clock();
    const { secret } = await openSession(tx, account.id, address, at);
    await appendAudit(tx, {
      at,
      actor: account.id,
      actorName: account.name,
      address,
      action: 'session.open',
      subject: `account:${account.id}`,
      outcome: 'done',
      code: null,
      before: null,
      after: { door },
    });
    return { account: account.id, secret };
  });
}
