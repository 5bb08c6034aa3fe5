/**
 * Who may do what. A right is held by a role; rights that enter something are held for the account's own department
 * alone. The server asks here for every route; the page asks here for what it offers.
 *
 * Where a workspace separates its officers (三员分立), accounts, roles and the audit trail leave the administrator: the
 * system officer keeps accounts and screens, the security officer grants roles and ends sessions, the audit officer
 * reads the trail. The three exclude each other and have no business rights.
 */
import type { Right, Role } from '../contract/lists.ts';

export type Holder = {
  readonly roles: readonly Role[];
  /** null = belongs to no department (leadership, an officer). */
  readonly department: string | null;
};

/** `own`: only for what belongs to the holder's department; `any`: for every department. */
export type Reach = 'own' | 'any';

type Grants = Partial<Record<Right, Reach>>;

const entry: Grants = {
  read: 'any',
  'check-in': 'own',
  'enter-figures': 'own',
  'enter-money': 'own',
};

const GRANTS: Readonly<Record<Role, Grants>> = {
  viewer: { read: 'any' },
  reporter: entry,
  head: entry,
  reviewer: { read: 'any', review: 'any', 'hold-meetings': 'any' },
  administrator: {
    read: 'any',
    'keep-registers': 'any',
    'settle-questions': 'any',
    'keep-accounts': 'any',
    'grant-roles': 'any',
    'end-sessions': 'any',
    'read-audit': 'any',
    'keep-screens': 'any',
    'hold-meetings': 'any',
  },
  'system-officer': { 'keep-accounts': 'any', 'keep-screens': 'any' },
  'security-officer': { 'grant-roles': 'any', 'end-sessions': 'any' },
  'audit-officer': { 'read-audit': 'any' },
};

/** What leaves the administrator where the officers are separated. */
const OFFICERS_OWN: readonly Right[] = [
  'keep-accounts',
  'grant-roles',
  'end-sessions',
  'read-audit',
  'keep-screens',
];

export const officers: readonly Role[] = ['system-officer', 'security-officer', 'audit-officer'];

/** How far one role's right reaches; null = the role does not have it. */
export function reachOf(role: Role, right: Right, separated: boolean): Reach | null {
  if (separated && role === 'administrator' && OFFICERS_OWN.includes(right)) return null;
  if (!separated && officers.includes(role)) return null;
  return GRANTS[role][right] ?? null;
}

/**
 * Whether the holder has the right over something that belongs to `department`.
 * @param department owner of the thing; null = it belongs to no single department, so that only a right that reaches
 * everywhere covers it.
 */
export function may(
  holder: Holder,
  right: Right,
  department: string | null,
  separated: boolean,
): boolean {
  return holder.roles.some((role) => {
    const reach = reachOf(role, right, separated);
    if (reach === 'any') return true;
    return reach === 'own' && department !== null && holder.department === department;
  });
}

/** What something needs: a right, or one of several. */
export type Needed = Right | readonly Right[];

/** Whether the holder has the right (one of them, at least) at all, over anything. */
export function mayAnywhere(holder: Holder, needed: Needed, separated: boolean): boolean {
  const wanted: readonly Right[] = typeof needed === 'string' ? [needed] : needed;
  return holder.roles.some((role) =>
    wanted.some((right) => {
      const reach = reachOf(role, right, separated);
      return reach === 'any' || (reach === 'own' && holder.department !== null);
    }),
  );
}

/** Why a set of roles cannot be held by one account. */
export type RoleConflict =
  | 'none'
  | 'two-officers'
  | 'officer-with-business'
  | 'officers-not-separated';

/** The first reason why one account may not hold these roles together; null = it may. An account holds at least one. */
export function roleConflict(held: readonly Role[], separated: boolean): RoleConflict | null {
  if (held.length === 0) return 'none';
  const offices = held.filter((role) => officers.includes(role));
  if (offices.length === 0) return null;
  if (!separated) return 'officers-not-separated';
  if (offices.length > 1) return 'two-officers';
  return held.length > 1 ? 'officer-with-business' : null;
}

/**
 * Department that enters a figure or a fund's movements: its owner, or the workspace's keeper where no source names an
 * owner. null = nobody enters it until an owner is named.
 */
export function enteringDepartment(
  owner: string | null,
  workspace: { readonly keeperDepartment: string | null },
): string | null {
  return owner ?? workspace.keeperDepartment;
}

/**
 * Whether the holder enters the statements of a figure or of a fund.
 * @param owner of the figure or fund; null = no source names one, so that the keeper's department enters it
 */
export function mayEnter(
  holder: Holder,
  right: 'enter-figures' | 'enter-money',
  owner: string | null,
  workspace: { readonly keeperDepartment: string | null; readonly separateOfficers: boolean },
): boolean {
  return may(holder, right, enteringDepartment(owner, workspace), workspace.separateOfficers);
}
