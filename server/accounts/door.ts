/**
 * A way to sign in elsewhere. One file per kind of provider fulfils SignInDoor; everything that has to be safe about
 * the way there and back (state, the browser it belongs to, spending it once, what an identity may become) is done
 * around it, once for all.
 */
import type { Language, Role } from '#core/contract/lists.ts';

/** Who an outside provider says somebody is. */
export type OutsideIdentity = {
  readonly issuer: string;
  /** Never given to anybody else by this issuer. */
  readonly subject: string;
  readonly name: string;
  /** What it wants to be called here; null = the provider does not say. */
  readonly login: string | null;
  readonly groups: readonly string[];
};

/** What being in a group of the provider makes of somebody here. */
export type GroupGrant = {
  readonly group: string;
  readonly role: Role;
  /** null = says nothing about the department. */
  readonly department: string | null;
};

export type Begun = {
  /** Where the browser is sent. */
  readonly redirect: string;
  /** What `finish` needs again; kept by the store, never sent. */
  readonly keep: Readonly<Record<string, string>>;
};

export type SignInDoor = {
  /** Stands in addresses. */
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly grants: readonly GroupGrant[];
  /** `callback`: absolute address to come back to, with `state` as a parameter. Throws where the provider fails. */
  begin(ask: { readonly state: string; readonly callback: string }): Promise<Begun>;
  /**
   * `answer`: the address that the browser came back to. The state in it was checked.
   * @throws DoorRefused where the provider said no; any other error where it failed or what it says is not genuine
   */
  finish(answer: URL, begun: Begun['keep'] & { readonly state: string }): Promise<OutsideIdentity>;
};

/** The provider, or the person at it, said no. */
export class DoorRefused extends Error {
  override readonly name = 'DoorRefused';
}

/** What the groups make of somebody; null = nothing, so that they stay outside. */
export function grantedBy(
  groups: readonly string[],
  grants: readonly GroupGrant[],
): { roles: Role[]; department: string | null } | null {
  const held = grants.filter(({ group }) => groups.includes(group));
  if (held.length === 0) return null;
  const roles = [...new Set(held.map(({ role }) => role))];
  // The first group of the mapping that names a department decides.
  const department = held.find((grant) => grant.department !== null)?.department ?? null;
  return { roles, department };
}
