/** Who can open the door of a store that nobody has signed in to yet. */
import type { Right, Role } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { appendAudit } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { afterLatest, beginWriting, noteLatest } from '#server/store/store.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { activeAccounts, appendAccount, findAccountByLogin } from './accounts.repository.ts';
import { openLink } from './credentials.repository.ts';
import { newId } from './secrets.ts';

type First = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** What is lost to the workspace while nobody has it. */
  readonly right: Right;
};

const administrator: readonly First[] = [
  { login: 'admin', name: '管理员', role: 'administrator', right: 'keep-accounts' },
];
const officers: readonly First[] = [
  { login: 'sysadmin', name: '系统管理员', role: 'system-officer', right: 'keep-accounts' },
  { login: 'secadmin', name: '安全保密员', role: 'security-officer', right: 'grant-roles' },
  { login: 'auditadmin', name: '安全审计员', role: 'audit-officer', right: 'read-audit' },
];

export type FirstLink = { readonly login: string; readonly link: string };

const recordedBy = 'system';

/** Whose place is empty: nobody who may sign in has the right. */
async function missing(db: Db): Promise<readonly First[]> {
  const workspace = await findWorkspace(db, null);
  if (workspace === null) return [];
  const separated = workspace.separateOfficers;
  const active = await activeAccounts(db);
  return (separated ? officers : administrator).filter(
    ({ right }) => !active.some((account) => mayAnywhere(account, right, separated)),
  );
}

/**
 * While nobody can keep accounts: the first administrator, or the officers where they are separated, and a fresh
 * one-time link for each. Links of earlier starts hold until one is used. Empty once somebody can. Several processes
 * that start on one store make one account.
 */
export async function firstLinks(db: Db, clock: () => Instant): Promise<FirstLink[]> {
  if ((await missing(db)).length === 0) return [];
  return db.transaction().execute(async (tx) => {
    const latest = await beginWriting(tx);
    const now = afterLatest(clock(), latest);
    const links: FirstLink[] = [];
    for (const { login, name, role } of await missing(tx)) {
      const found = await findAccountByLogin(tx, login);
      // An account of that name that somebody disabled or made something else of is not for this to change.
      if (found !== null && (found.state !== 'invited' || !found.roles.includes(role))) continue;
      const id = found?.id ?? newId(Date.parse(now));
      if (found === null) {
        const account = { login, name, department: null, roles: [role], state: 'invited' as const };
        await appendAccount(tx, { ...account, id, recordedAt: now, recordedBy });
        await appendAudit(tx, {
          at: now,
          actor: null,
          actorName: null,
          address: null,
          action: 'account.create',
          subject: `account:${id}`,
          outcome: 'done',
          code: null,
          before: null,
          after: account,
        });
      }
      const { link } = await openLink(tx, id, recordedBy, now);
      links.push({ login, link });
    }
    await noteLatest(tx, now);
    return links;
  });
}
