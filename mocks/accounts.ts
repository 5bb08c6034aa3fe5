/** One account for each role of the demo, chosen without a password. Names are roles, not people. */
import type { Role } from '#core/contract/lists.ts';
import type { Instant } from '#core/domain/records.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { afterLatest, beginWriting, noteLatest } from '#server/store/store.repository.ts';

type Seed = readonly [id: string, name: string, role: Role, department: string | null];

const seeds: readonly Seed[] = [
  ['demo.1-reporter', '填报员（市科技局）', 'reporter', 'd.bureau'],
  ['demo.2-reporter', '填报员（市属相关部门）', 'reporter', 'd.related'],
  ['demo.3-head', '部门负责人（市科技局）', 'head', 'd.bureau'],
  ['demo.4-reviewer', '审核员', 'reviewer', null],
  ['demo.5-administrator', '管理员', 'administrator', null],
  ['demo.6-viewer', '领导（查看）', 'viewer', null],
];

/** Puts them on record, in one write. */
export async function addDemoAccounts(db: Db, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const recordedAt = afterLatest(now, await beginWriting(tx));
    for (const [id, name, role, department] of seeds) {
      await appendAccount(tx, {
        id,
        login: id,
        name,
        department,
        roles: [role],
        state: 'active',
        recordedAt,
        recordedBy: 'demo',
      });
    }
    await noteLatest(tx, recordedAt);
  });
}
