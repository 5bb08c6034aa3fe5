/** 浙政钉 against a provider of this test's own, which knows its three calls and checks every signature. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createZwdingDoor, type ZwdingConfig } from './zwding-door.ts';

const SECRET = 'secret of the application';
let server: Server;
let platform: string;
/** Paths that were asked, in order. */
let asked: string[];

async function parametersOf(request: IncomingMessage): Promise<URLSearchParams> {
  if (request.method === 'GET') return new URL(request.url ?? '', 'http://x').searchParams;
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

/** As the platform's guide has it: method, time, nonce, path and sorted parameters, line by line. */
function isSigned(request: IncomingMessage, path: string, parameters: URLSearchParams): boolean {
  const header = (name: string) => String(request.headers[name]);
  const listed = [...parameters].map(([name, value]) => `${name}=${value}`).sort();
  const text = [
    request.method,
    header('x-hmac-auth-timestamp'),
    header('x-hmac-auth-nonce'),
    path,
    listed.join('&'),
  ].join('\n');
  const expected = createHmac('sha256', SECRET).update(text).digest('base64');
  return header('x-hmac-auth-signature') === expected && header('apikey') === 'key';
}

const wrapped = (data: unknown) => ({ success: true, content: { success: true, data } });
const refused = { success: false, content: null, errorMsg: 'no' };

const person = {
  accountId: 41_007,
  account: 'lin.hai',
  lastName: '林海',
  employeeCode: 'GE_1',
  tenantId: 196_729,
};

function replyTo(path: string, parameters: URLSearchParams): unknown {
  if (path === '/gettoken.json') {
    const isRight = parameters.get('appkey') === 'key' && parameters.get('appsecret') === SECRET;
    return isRight ? wrapped({ accessToken: 'token-1', expiresIn: '7200' }) : refused;
  }
  if (parameters.get('access_token') !== 'token-1') return refused;
  if (path === '/rpc/oauth2/getuserinfo_bycode.json')
    return parameters.get('code') === 'code-1' ? wrapped(person) : refused;
  if (path === '/mozi/employee/listEmployeePositionsByEmployeeCode') {
    const isRight = parameters.get('employeeCode') === 'GE_1' && parameters.has('tenantId');
    const positions = [{ organizationCode: 'GO_1' }, { organizationCode: 'GO_2' }];
    return isRight ? wrapped([...positions, ...positions]) : refused;
  }
  return refused;
}

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    const parameters = await parametersOf(request);
    asked.push(path);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(isSigned(request, path, parameters) ? replyTo(path, parameters) : refused),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  platform = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const door = (changes: Partial<ZwdingConfig> = {}) =>
  createZwdingDoor({
    platform,
    loginPage: 'https://login.example/oauth2/auth.htm',
    clientId: 'cockpit_dingoa',
    appKey: 'key',
    appSecret: SECRET,
    grants: [],
    ...changes,
  });

const callback = 'https://cockpit.example/api/sign-in/zwding/callback';
const back = (search: string) => new URL(`${callback}${search}`);
const kept = { state: 's' };

test('sends people to the sign-in page with the way back and the state', async () => {
  const { redirect } = await door().begin({ state: 'state-1', callback });
  const url = new URL(redirect);
  expect(url.origin + url.pathname).toBe('https://login.example/oauth2/auth.htm');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'cockpit_dingoa',
    redirect_uri: callback,
    state: 'state-1',
  });
});

test('knows the person and their organisations by three signed calls, and keeps the token', async () => {
  const one = door();
  expect(await one.finish(back('?code=code-1&state=s'), kept)).toEqual({
    issuer: `${platform}/196729`,
    subject: '41007',
    name: '林海',
    login: 'lin.hai',
    groups: ['GO_1', 'GO_2'],
  });
  await one.finish(back('?code=code-1&state=s'), kept);
  expect(asked.map((path) => path.split('/').pop())).toEqual([
    'gettoken.json',
    'getuserinfo_bycode.json',
    'listEmployeePositionsByEmployeeCode',
    'getuserinfo_bycode.json',
    'listEmployeePositionsByEmployeeCode',
  ]);
});

test.each([
  ['a code that is not theirs', '?code=other', {}, 'getuserinfo_bycode.json answered 200'],
  ['a secret that is not theirs', '?code=code-1', { appSecret: 'other' }, 'gettoken.json answered'],
])('takes nothing for %s', async (_, search, changes, message) => {
  const failing = door(changes).finish(back(search), kept);
  await expect(failing).rejects.toThrow(message);
  await expect(failing).rejects.not.toThrow(/secret|token-1/);
});

test('coming back without a code is a refusal', async () => {
  await expect(door().finish(back('?error=denied'), kept)).rejects.toMatchObject({
    name: 'DoorRefused',
  });
  expect(asked).toEqual([]);
});
