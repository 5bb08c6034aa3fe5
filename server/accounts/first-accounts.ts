/** Who can open the door of a store that nobody has signed in to yet. */
import type { Role } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { appendAudit } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { afterLatest, beginWriting, noteLatest } from '#server/store/store.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { appendAccount, findAccountByLogin, wasEverActive } from './accounts.repository.ts';
import { openLink } from './credentials.repository.ts';
import { newId } from './secrets.ts';

type First = { readonly login: string; readonly name: string; readonly role: Role };

const administrator: readonly First[] = [{ login: 'admin', name: '管理员', role: 'administrator' }];
const officers: readonly First[] = [
  { login: 'sysadmin', name: '系统管理员', role: 'system-officer' },
  { login: 'secadmin', name: '安全管理员', role: 'security-officer' },
  { login: 'auditadmin', name: '审计管理员', role: 'audit-officer' },
];

export type FirstLink = { readonly login: string; readonly link: string };

const recordedBy = 'system';

/**
 * While nobody was ever able to sign in: the first administrator (or the three officers, where they are separated) and
 * a fresh one-time link for each. Links of earlier starts hold until one is used. Empty once somebody was. Several
 * processes that start on one store make one account.
 */
export async function firstLinks(db: Db, clock: () => Instant): Promise<FirstLink[]> {
  if (await wasEverActive(db)) return [];
  return db.transaction().execute(async (tx) => {
    const latest = await beginWriting(tx);
    const workspace = await findWorkspace(tx, null);
    if (workspace === null || (await wasEverActive(tx))) return [];
    const now = afterLatest(clock(), latest);
    const links: FirstLink[] = [];
    for (const { login, name, role } of workspace.separateOfficers ? officers : administrator) {
      const found = await findAccountByLogin(tx, login);
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
