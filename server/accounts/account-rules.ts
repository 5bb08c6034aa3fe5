/** What an account has to fulfil, and who may change what of it. */
import type { AccountInput } from '#core/contract/account.ts';
import type { Language, Right, Role } from '#core/contract/lists.ts';
import type { IsoDate, Workspace } from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { may, mayAnywhere, reachOf, roleConflict } from '#core/domain/rights.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type AccountRecord, activeAccounts, findAccountByLogin } from './accounts.repository.ts';
import type { Principal } from './principal.ts';

type Fault =
  | 'login-taken'
  | 'unknown-department'
  | 'retired-department'
  | 'department-missing'
  | 'two-officers'
  | 'officer-with-business'
  | 'officers-not-separated'
  | 'none'
  | 'from-outside';

const WORDS: Readonly<Record<Fault, Readonly<Record<Language, string>>>> = {
  'login-taken': { zh: '这个账号已经有人用。', en: 'Another account has this name.' },
  'unknown-department': { zh: '没有这个部门。', en: 'There is no such department.' },
  'retired-department': {
    zh: '这个部门已经停用，请另选。',
    en: 'This department is retired; choose another.',
  },
  'department-missing': {
    zh: '填报人、负责人要有所属部门，否则什么也填不了。',
    en: 'A reporter or a head needs a department, or there is nothing they could enter.',
  },
  'two-officers': { zh: '三员不能由一人兼任。', en: 'Nobody holds two of the three offices.' },
  'officer-with-business': {
    zh: '三员不能同时担任业务角色。',
    en: 'An officer holds no other role.',
  },
  'officers-not-separated': {
    zh: '本单位没有启用三员分立。',
    en: 'This workspace does not separate its officers.',
  },
  none: { zh: '至少选一个角色。', en: 'At least one role is needed.' },
  'from-outside': {
    zh: '这个账号的角色和部门由统一身份认证决定，请在那边调整。',
    en: 'The identity provider decides the roles and the department of this account.',
  },
};

const LOCKED_OUT: Readonly<Record<Language, string>> = {
  zh: '这样一来就再没有人能管理账号或授权了。先让另一个账号具备这项权限。',
  en: 'Nobody could keep accounts or grant roles any more. Give another account that right first.',
};

export type AccountFacts = Pick<
  AccountRecord,
  'id' | 'login' | 'name' | 'department' | 'roles' | 'state'
>;

type Asker = {
  readonly db: Db;
  readonly lang: Language;
  readonly workspace: Workspace;
  readonly today: IsoDate;
  readonly principal: Principal;
};

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

const holds = (asker: Asker, right: Right): boolean =>
  may(asker.principal, right, null, asker.workspace.separateOfficers);

/** What every new account may be without anybody granting it. */
export const FIRST_ROLES: readonly Role[] = ['viewer'];

function forbidden(path: string, detail: string): ProblemError {
  return new ProblemError('forbidden', detail, { fields: [{ path, message: detail }] });
}

/**
 * Whether the asker may make this of the account: name, department and state are for who keeps accounts, roles for who
 * grants them, never one's own where the officers are separated.
 * @param before null = a new account
 * @throws ProblemError `forbidden` with the field
 */
export function checkMayChange(
  asker: Asker,
  before: AccountFacts | null,
  after: AccountFacts,
): void {
  const rolesBefore = before?.roles ?? FIRST_ROLES;
  if (!sameRoles(rolesBefore, after.roles)) {
    if (!holds(asker, 'grant-roles'))
      throw forbidden('roles', 'Roles beyond viewer are granted by the security officer.');
    if (asker.workspace.separateOfficers && after.id === asker.principal.account)
      throw forbidden('roles', 'Nobody grants roles to themselves where officers are separated.');
  }
  if (holds(asker, 'keep-accounts')) return;
  for (const field of ['login', 'name', 'department', 'state'] as const) {
    if (before?.[field] !== after[field])
      throw forbidden(field, 'This is changed by who keeps accounts.');
  }
}

/**
 * Whether the asker may hand out a link that opens the account with all that it may do: where the officers are
 * separated, the one who creates accounts does not get into those that somebody else gave rights to.
 * @throws ProblemError `forbidden`
 */
export function checkMayLink(asker: Asker, account: AccountFacts): void {
  const right: Right = sameRoles(account.roles, FIRST_ROLES) ? 'keep-accounts' : 'grant-roles';
  if (!holds(asker, right))
    throw new ProblemError('forbidden', `A link to this account takes the right to ${right}.`);
}

/**
 * @param before null = a new account; one whose department was retired meanwhile stays where it is until it is moved
 * @throws ProblemError `not-accepted` with every field that keeps the account from being taken
 */
export async function checkAccount(
  { db, lang, today, workspace }: Asker,
  before: AccountFacts | null,
  input: AccountInput,
): Promise<void> {
  const fields: { path: string; message: string }[] = [];
  const fault = (path: string, why: Fault) => fields.push({ path, message: WORDS[why][lang] });
  const namesake = await findAccountByLogin(db, input.login);
  if (namesake !== null && namesake.id !== before?.id) fault('login', 'login-taken');
  const separated = workspace.separateOfficers;
  const conflict = roleConflict(input.roles, separated);
  if (conflict !== null) fault('roles', conflict);
  const { department } = input;
  const known = (await readDepartments(db, null)).find((row) => row.id === department);
  if (known === undefined) {
    if (department !== null) fault('department', 'unknown-department');
  } else if (isRetired(known, today) && department !== before?.department)
    fault('department', 'retired-department');
  const entersOwn = input.roles.some((role) => reachOf(role, 'check-in', separated) === 'own');
  if (department === null && entersOwn) fault('department', 'department-missing');
  if (fields.length > 0)
    throw new ProblemError('not-accepted', 'The account cannot be taken; see fields.', { fields });
}

/** @throws ProblemError `not-accepted`: what an outside provider decides is not changed here */
export function checkOutside(lang: Language, before: AccountFacts, after: AccountFacts): void {
  const paths = [
    ...(sameRoles(before.roles, after.roles) ? [] : ['roles']),
    ...(before.department === after.department ? [] : ['department']),
  ];
  if (paths.length === 0) return;
  throw new ProblemError('not-accepted', 'An outside provider decides this; see fields.', {
    fields: paths.map((path) => ({ path, message: WORDS['from-outside'][lang] })),
  });
}

/** @throws ProblemError `conflict` where nobody active could keep accounts or grant roles after the change */
export async function checkSomebodyStays(
  { db, lang, workspace }: Asker,
  before: AccountFacts,
  after: AccountFacts,
): Promise<void> {
  const separated = workspace.separateOfficers;
  const can = (account: AccountFacts, right: Right) =>
    account.state === 'active' && mayAnywhere(account, right, separated);
  const lost = (['keep-accounts', 'grant-roles'] as const).filter(
    (right) => can(before, right) && !can(after, right),
  );
  if (lost.length === 0) return;
  const others = (await activeAccounts(db)).filter((account) => account.id !== after.id);
  if (lost.every((right) => others.some((account) => can(account, right)))) return;
  const path = after.state === 'active' ? 'roles' : 'enabled';
  throw new ProblemError('conflict', 'This would lock everybody out of the accounts.', {
    fields: [{ path, message: LOCKED_OUT[lang] }],
  });
}
