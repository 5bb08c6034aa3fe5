import type { Role } from '#core/contract/lists.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { setPassword } from '#server/accounts/credentials.repository.ts';
import { createPasswords } from '#server/node/passwords.ts';
import type { ServedCockpit } from './served-cockpit.ts';

export const PASSWORD = 'a lake in the morning';

/** Puts an account on record that signs in with PASSWORD, by its login as it is typed. */
export async function addServedAccount(
  { home }: Pick<ServedCockpit, 'home'>,
  account: { login: string; name: string; role: Role; department: string | null },
): Promise<void> {
  const { login, name, role, department } = account;
  const recordedAt = new Date().toISOString();
  const { db } = home.store;
  await appendAccount(db, {
    id: login,
    login,
    name,
    department,
    roles: [role],
    state: 'active',
    recordedAt,
    recordedBy: 'test',
  });
  await setPassword(db, login, await createPasswords().hash(PASSWORD), recordedAt);
}
