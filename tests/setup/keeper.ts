/** Somebody who keeps the screens of a workspace that is not open to everybody. */
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { afterLatest, beginWriting, noteLatest } from '#server/store/store.repository.ts';
import { appendWorkspace, findWorkspace } from '#server/workspace/workspace.repository.ts';

/** Nobody reads the workspace any more without signing in. */
export async function closeWorkspace(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const recordedAt = afterLatest(new Date().toISOString(), await beginWriting(tx));
    const workspace = await findWorkspace(tx, null);
    if (workspace === null) throw new Error('the default dataset has a workspace');
    const closed = { ...workspace, openReading: false };
    await appendWorkspace(tx, closed, { recordedAt, recordedBy: 'test' });
    await noteLatest(tx, recordedAt);
  });
}

/** An administrator, signed in; tells the cookie of the session. */
export async function addKeeper(db: Db): Promise<string> {
  const now = new Date().toISOString();
  await appendAccount(db, {
    id: 'keeper',
    login: 'keeper',
    name: '管屏的人',
    department: null,
    roles: ['administrator'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'test',
  });
  return `cockpit=${(await openSession(db, 'keeper', null, now)).secret}`;
}
