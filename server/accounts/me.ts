/** What the page is told about the one who asks. */
import { rights } from '#core/contract/lists.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { pick } from '#core/domain/text.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import type { PrivateAsk } from '#server/http/private-route.ts';
import { activeAccounts } from './accounts.repository.ts';
import { readPasswordHash } from './credentials.repository.ts';

type MeAsk = Pick<PrivateAsk, 'db' | 'lang' | 'principal' | 'workspace' | 'services'>;

/** Who asks, what they may do, and how one signs in here. */
export async function me({ db, lang, principal, workspace, services }: MeAsk) {
  const { openReading, separateOfficers } = workspace;
  const departments = await readDepartments(db, null);
  const nameOf = (id: string | null): string | null => {
    const found = departments.find((row) => row.id === id);
    return found === undefined ? null : pick(found.name, lang);
  };
  const choices = services.choices ? await activeAccounts(db) : [];
  return {
    account:
      principal === null
        ? null
        : {
            id: principal.account,
            login: principal.login,
            name: principal.name,
            department: principal.department,
            departmentName: nameOf(principal.department),
            roles: [...principal.roles],
            hasPassword: (await readPasswordHash(db, principal.account)) !== null,
          },
    rights:
      principal === null
        ? openReading
          ? (['read'] as const).slice()
          : []
        : rights.filter((right) => mayAnywhere(principal, right, separateOfficers)),
    openReading,
    separateOfficers,
    signIn: {
      password: services.passwords !== undefined,
      doors: (services.doors ?? []).map(({ id, name }) => ({
        id,
        name: pick(name, lang),
        path: `/api/sign-in/${id}`,
      })),
      choices: choices.map(({ id, name, roles, department }) => ({
        id,
        name,
        roles: [...roles],
        departmentName: nameOf(department),
      })),
    },
    expiresAt: principal?.expiresAt ?? null,
    lang,
  };
}
