/**
 * Sign-in by 浙政钉 (the government's DingTalk of Zhejiang): an application token, the person behind a code, and the
 * organisations where that person holds a position, which count as groups. Every call is signed by the application's
 * secret.
 */
import { createHmac, randomInt } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { z } from 'zod';
import { DoorRefused, type GroupGrant, type SignInDoor } from '#server/accounts/door.ts';

export type ZwdingConfig = {
  /** The open platform, without a slash at its end. */
  readonly platform: string;
  /** The page where people sign in. */
  readonly loginPage: string;
  /** Of the sign-in application. */
  readonly clientId: string;
  readonly appKey: string;
  readonly appSecret: string;
  /** Groups are codes of organisations. */
  readonly grants: readonly GroupGrant[];
};

const TIMEOUT_MS = 10_000;
/** A token is renewed so long before it ends. */
const EARLY_MS = 60_000;

const replySchema = <T extends z.ZodType>(data: T) =>
  z.object({ success: z.literal(true), content: z.object({ success: z.literal(true), data }) });
const tokenSchema = replySchema(
  z.object({ accessToken: z.string().min(1), expiresIn: z.coerce.number() }),
);
const personSchema = replySchema(
  z.object({
    accountId: z.coerce.string().min(1),
    account: z.string().nullish(),
    lastName: z.string().nullish(),
    nickNameCn: z.string().nullish(),
    employeeCode: z.string().min(1),
    tenantId: z.coerce.string().min(1),
  }),
);
const positionsSchema = replySchema(z.array(z.object({ organizationCode: z.string() })));

/** The platform wants to know which machine asks. */
function machine(): { ip: string; mac: string } {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const outside = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  return { ip: outside?.address ?? '127.0.0.1', mac: outside?.mac ?? '00:00:00:00:00:00' };
}

type Parameters = Readonly<Record<string, string>>;

/** Sorted by name, as they are sent and as they are signed. */
const sorted = (parameters: Parameters): [string, string][] =>
  Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));

function signature(
  secret: string,
  method: string,
  stamp: { timestamp: string; nonce: string },
  path: string,
  parameters: Parameters,
): string {
  const listed = sorted(parameters).map(([name, value]) => `${name}=${value}`);
  const lines = [method, stamp.timestamp, stamp.nonce, path];
  if (listed.length > 0) lines.push(listed.join('&'));
  return createHmac('sha256', secret).update(lines.join('\n')).digest('base64');
}

export function createZwdingDoor(config: ZwdingConfig): SignInDoor {
  const { platform, appKey, appSecret } = config;

  const call = async <T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    parameters: Parameters,
    reply: T,
  ): Promise<z.output<T>> => {
    const stamp = {
      timestamp: new Date().toISOString().replace('Z', '+00:00'),
      nonce: `${Date.now()}${randomInt(1000, 10_000)}`,
    };
    const { ip, mac } = machine();
    const sent = new URLSearchParams(sorted(parameters)).toString();
    const response = await fetch(`${platform}${path}${method === 'GET' ? `?${sent}` : ''}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        apiKey: appKey,
        'X-Hmac-Auth-Timestamp': stamp.timestamp,
        'X-Hmac-Auth-Version': '1.0',
        'X-Hmac-Auth-Nonce': stamp.nonce,
        'X-Hmac-Auth-Signature': signature(appSecret, method, stamp, path, parameters),
        'X-Hmac-Auth-IP': ip,
        'X-Hmac-Auth-MAC': mac,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { body: sent } : {}),
    });
    const checked = reply.safeParse(await response.json());
    // The reply itself may hold a token: only where it does not fit is told.
    if (!checked.success) throw new Error(`${path} answered ${response.status}, not as agreed.`);
    return checked.data;
  };

  let kept: { token: string; until: number } | null = null;
  const accessToken = async (): Promise<string> => {
    if (kept !== null && Date.now() < kept.until) return kept.token;
    const parameters = { appkey: appKey, appsecret: appSecret };
    const { content } = await call('GET', '/gettoken.json', parameters, tokenSchema);
    const { accessToken: token, expiresIn } = content.data;
    kept = { token, until: Date.now() + expiresIn * 1000 - EARLY_MS };
    return token;
  };

  return {
    id: 'zwding',
    name: { zh: '浙政钉', en: 'Zhejiang government DingTalk' },
    grants: config.grants,

    async begin({ state, callback }) {
      const redirect = new URL(config.loginPage);
      const parameters = {
        response_type: 'code',
        client_id: config.clientId,
        redirect_uri: callback,
        scope: 'get_user_info',
        authType: 'QRCODE',
        state,
      };
      for (const [name, value] of Object.entries(parameters))
        redirect.searchParams.set(name, value);
      return { redirect: redirect.href, keep: {} };
    },

    async finish(answer) {
      const code = answer.searchParams.get('code');
      if (code === null || code === '') throw new DoorRefused('no code');
      const token = await accessToken();
      const person = await call(
        'POST',
        '/rpc/oauth2/getuserinfo_bycode.json',
        { access_token: token, code },
        personSchema,
      );
      const { account, accountId, employeeCode, lastName, nickNameCn, tenantId } =
        person.content.data;
      const positions = await call(
        'POST',
        '/mozi/employee/listEmployeePositionsByEmployeeCode',
        { access_token: token, employeeCode, tenantId },
        positionsSchema,
      );
      return {
        issuer: `${platform}/${tenantId}`,
        subject: accountId,
        name: lastName || nickNameCn || accountId,
        login: account || null,
        groups: [...new Set(positions.content.data.map((one) => one.organizationCode))],
      };
    },
  };
}
