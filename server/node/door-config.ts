/** The settings of other doors: which there are, and what their groups become here. */
import { type Role, roles } from '#core/contract/lists.ts';
import type { GroupGrant, SignInDoor } from '#server/accounts/door.ts';
import { bad, type Environment, given } from './environment.ts';
import { createOidcDoor, type OidcConfig } from './oidc-door.ts';
import { createZwdingDoor, type ZwdingConfig } from './zwding-door.ts';

export type DoorConfig = { readonly oidc: OidcConfig | null; readonly zwding: ZwdingConfig | null };

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** `group=role` or `group=role:department`, separated by semicolons. */
function grantsOf(env: Environment, name: string): GroupGrant[] {
  const parts = (given(env, name) ?? '').split(';').filter((part) => part.trim() !== '');
  if (parts.length === 0) {
    throw bad(
      name,
      'says who may come in, like "heads=head:d.bureau;office=reviewer"; without it nobody could.',
      '说明谁可以进入，如“heads=head:d.bureau;office=reviewer”；不设置则无人可以登录。',
    );
  }
  return parts.map((part) => {
    const [, group = '', role = '', department = null] =
      /^\s*(.+)=\s*([^=:]+?)\s*(?::\s*(.+?)\s*)?$/.exec(part) ?? [];
    if (group === '' || !isRole(role)) {
      throw bad(
        name,
        `holds "${part.trim()}"; it must be group=role or group=role:department, with a role of ${roles.join(', ')}.`,
        `含“${part.trim()}”，应为 组=角色 或 组=角色:部门，角色为 ${roles.join('、')} 之一。`,
      );
    }
    return { group: group.trim(), role, department };
  });
}

function needed(env: Environment, name: string, because: string): string {
  const value = given(env, name);
  if (value !== null) return value;
  throw bad(name, `is missing, which ${because} needs.`, `未设置，而 ${because} 需要它。`);
}

/** Plain http shows everybody on the way who signs in: it is for this machine alone. */
function urlOf(value: string, name: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return value;
  throw bad(name, `is "${value}"; it must be an https address.`, `为“${value}”，应为 https 地址。`);
}

function oidcOf(env: Environment): OidcConfig | null {
  const issuer = given(env, 'OIDC_ISSUER');
  if (issuer === null) return null;
  return {
    issuer: urlOf(issuer, 'OIDC_ISSUER'),
    clientId: needed(env, 'OIDC_CLIENT_ID', 'OIDC_ISSUER'),
    clientSecret: needed(env, 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
    name: given(env, 'OIDC_NAME') ?? '统一身份认证 OpenID',
    scope: given(env, 'OIDC_SCOPE') ?? 'openid profile',
    groupClaim: given(env, 'OIDC_GROUP_CLAIM') ?? 'groups',
    grants: grantsOf(env, 'OIDC_GROUPS'),
  };
}

function zwdingOf(env: Environment): ZwdingConfig | null {
  const appKey = given(env, 'ZWDING_APP_KEY');
  if (appKey === null) return null;
  const platform = given(env, 'ZWDING_URL') ?? 'https://openplatform.dg-work.cn';
  const loginPage = given(env, 'ZWDING_LOGIN_URL') ?? 'https://login.dg-work.cn/oauth2/auth.htm';
  return {
    platform: urlOf(platform, 'ZWDING_URL').replace(/\/+$/, ''),
    loginPage: urlOf(loginPage, 'ZWDING_LOGIN_URL'),
    clientId: needed(env, 'ZWDING_CLIENT_ID', 'ZWDING_APP_KEY'),
    appKey,
    appSecret: needed(env, 'ZWDING_APP_SECRET', 'ZWDING_APP_KEY'),
    grants: grantsOf(env, 'ZWDING_GROUPS'),
  };
}

/** Throws StartError where a door is half set up. */
export function readDoors(env: Environment): DoorConfig {
  return { oidc: oidcOf(env), zwding: zwdingOf(env) };
}

export function createDoors({ oidc, zwding }: DoorConfig): SignInDoor[] {
  return [
    ...(oidc === null ? [] : [createOidcDoor(oidc)]),
    ...(zwding === null ? [] : [createZwdingDoor(zwding)]),
  ];
}
