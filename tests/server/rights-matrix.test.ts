/**
 * Every role, nobody, and accounts that may no longer come in, at every route, for what is their department's and what
 * is another's. What should happen comes from core/domain/rights.ts, what does from the API. A route that is not in the
 * tables below fails the test.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintCodes, type Right, type Role, roles } from '#core/contract/lists.ts';
import { may, mayAnywhere, type Needed } from '#core/domain/rights.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { openLink } from '#server/accounts/credentials.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { memoryFileStore } from '#server/files/memory-file-store.ts';
import { downloadRoutes, privateRoutes, readRoutes, writeRoutes } from '#server/routes.ts';
import { revokeScreen } from '#server/screens/screens.repository.ts';
import { taskVersion } from '#server/tasks/task-detail.ts';
import { addAccount, send } from './accounts.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';
import { addWall, SAID, wallCookie } from './walls.ts';

const OWN = 'd.bureau';
const OTHER = 'd.centre';
type Department = typeof OWN | typeof OTHER;

/** What a request needs, made anew for each: nothing that one of them does may change what the next one meets. */
type Sent = {
  readonly key?: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
};
type Case = {
  /** What decides where it is not the route's own right; null = being signed in. */
  readonly needs?: Needed | null;
  /** Only for a registered screen, by its own token. */
  readonly forScreens?: true;
  readonly notForScreens?: true;
  /** Whether it is about something of a department. */
  readonly byDepartment?: true;
  /** The body is one that the route refuses: enough to see that the right was there. */
  readonly refusedLater?: true;
  readonly make: (home: TestApp, department: Department, n: number) => Promise<Sent> | Sent;
};

const nothing: Case = { make: () => ({}) };
const confirmed = [...lintCodes];

const versionOf = async (home: TestApp, id: string): Promise<string> => {
  const { revision } = await home.db
    .selectFrom('accounts')
    .select('revision')
    .where('id', '=', id)
    .orderBy('revision', 'desc')
    .executeTakeFirstOrThrow();
  return `"${revision}"`;
};

/** A change of an account that nobody else needs. */
const changed =
  (role: Role, name: (n: number) => string, after: Role): Case['make'] =>
  async (home, _, n) => {
    const id = await addAccount(home, `changed-${role}-${n}`, [role], OWN);
    const body = { login: id, name: name(n), department: OWN, roles: [after], enabled: true };
    return { key: id, body, ifMatch: await versionOf(home, id) };
  };

const linked =
  (role: Role): Case['make'] =>
  async (home, _, n) => ({ key: await addAccount(home, `linked-${role}-${n}`, [role], OWN) });

/** By method and path. */
const writes: Readonly<Record<string, readonly Case[]>> = {
  'POST /session': [{ make: () => ({ body: { choice: 'bystander' } }) }],
  'DELETE /session': [nothing],
  'POST /password': [
    {
      make: async (home, _, n) => {
        const id = await addAccount(home, `new-${n}`, ['viewer'], null, 'invited');
        const { link } = await openLink(home.db, id, 'test', NOW);
        const secret = link.replace('/activate?link=', '');
        return { body: { link: secret, password: 'plum-tram-oven-92' } };
      },
    },
  ],
  'PUT /me/password': [
    { needs: null, make: () => ({ body: { current: 'right', password: 'plum-tram-oven-92' } }) },
  ],
  'POST /accounts': [
    {
      make: (_, __, n) => ({
        body: { login: `made-${n}`, name: 'x', department: null, roles: ['viewer'] },
      }),
    },
  ],
  'PUT /accounts/{id}': [
    { needs: 'keep-accounts', make: changed('reporter', (n) => `name ${n}`, 'reporter') },
    { needs: 'grant-roles', make: changed('reporter', (n) => nameOf(n), 'head') },
  ],
  'POST /accounts/{id}/link': [
    { needs: 'keep-accounts', make: linked('viewer') },
    { needs: 'grant-roles', make: linked('head') },
  ],
  'POST /accounts/{id}/end-sessions': [{ make: () => ({ key: 'bystander' }) }],
  'POST /tasks/{id}/check-ins': [
    {
      byDepartment: true,
      make: async (home, department, n) => ({
        key: `task.${department}`,
        body: { status: 'in_progress', progress: `${n}` },
        ifMatch: `"${await taskVersion(home.db, `task.${department}`, null)}"`,
      }),
    },
  ],
  'POST /files': [{ make: () => ({ body: '%PDF-1.7\n…' }) }],
  'POST /indicators/{code}/observations': [
    {
      byDepartment: true,
      make: (_, department, n) => ({
        key: `figure.${department}`,
        body: { value: n, asOf: dayOf(n), confirmed },
      }),
    },
  ],
  'POST /funds/{id}/movements': [
    {
      byDepartment: true,
      make: (_, department, n) => ({
        key: `fund.${department}`,
        body: { kind: 'disbursed', amountFen: n, asOf: '2021-05-31', confirmed },
      }),
    },
  ],
  'POST /submissions/{id}/review': [
    {
      byDepartment: true,
      make: async (home, department, n) => {
        const id = await submission(home, department, n);
        return { key: id, body: { verdict: 'returned', comment: 'why' } };
      },
    },
  ],
  'PATCH /questions/{id}': [{ refusedLater: true, make: () => ({ key: 'q.none', body: {} }) }],
  'POST /screen/code': [
    {
      notForScreens: true,
      make: () => ({ body: { width: 1920, height: 1080, pixelRatio: 1, userAgent: 'x' } }),
    },
  ],
  'POST /screen/heartbeat': [{ forScreens: true, make: () => ({ body: SAID }) }],
  'POST /screens': [{ refusedLater: true, make: () => ({ body: {} }) }],
  'PUT /screens/{id}': [{ refusedLater: true, make: () => ({ key: 'none', body: {} }) }],
  'POST /screens/{id}/command': [
    { make: async (home, _, n) => ({ key: await newWall(home, n), body: { kind: 'reload' } }) },
  ],
  'DELETE /screens/{id}': [{ make: async (home, _, n) => ({ key: await newWall(home, n) }) }],
  'PUT /screen-settings': [{ make: () => ({ body: { reloadHour: 3 } }) }],
  'PUT /workspace': [{ refusedLater: true, make: () => ({ body: {} }) }],
};

const newWall = (home: TestApp, n: number) => addWall(home, `wall-${n}`);

/** Registers are written in one way; each has its two routes. */
const register: readonly Case[] = [{ refusedLater: true, make: () => ({ key: 'none', body: {} }) }];
const registers =
  /^(POST|PUT) \/(departments|sources|indicators|targets|funds|platforms|frameworks|elements|tasks|milestones)(\/\{\w+\})?$/;

/** Keys of reads that have one, and what they need where that is not the route's own right. */
const reads: Readonly<Record<string, { key: string; needs?: Needed }>> = {
  '/indicators/{code}': { key: `figure.${OWN}` },
  '/funds/{id}': { key: `fund.${OWN}` },
  '/tasks/{id}': { key: `task.${OWN}` },
  '/submissions/{id}': { key: 'submission-0', needs: 'review' },
  '/registers/{register}': { key: 'sources' },
  '/files/{hash}': { key: 'a'.repeat(64) },
  '/screen-pictures/{hash}': { key: 'a'.repeat(64) },
};

/** A day of its own for each figure: there is one value at a date. */
const dayOf = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);

const nameOf = (n: number): string => `name of changed-reporter-${n}`;

async function submission(home: TestApp, department: Department, n: number): Promise<string> {
  const id = `submission-${n}`;
  await appendSubmission(home.db, {
    id,
    kind: 'observation',
    subject: `figure.${department}`,
    department,
    input: {
      value: 1,
      qualifier: 'exact',
      period: null,
      asOf: '2021-05-31',
      source: null,
      supersedes: null,
      reason: null,
      confirmed: [],
    },
    recordedAt: RECORDED,
    recordedBy: 'bystander',
  });
  return id;
}

type Actor = {
  readonly name: string;
  /** null = nobody, for the API. */
  readonly holder: { readonly roles: readonly Role[]; readonly department: string | null } | null;
};

const actors: readonly Actor[] = [
  ...roles.map((role) => ({ name: role, holder: { roles: [role], department: OWN } })),
  {
    name: 'head-without-department',
    holder: { roles: ['head' as const], department: null },
  },
  { name: 'nobody', holder: null },
  { name: 'disabled', holder: null },
  { name: 'screen', holder: null },
  { name: 'revoked-screen', holder: null },
];

/** What a registered screen reads of a workspace that is not open. */
const OPEN_TO_SCREENS = ['/board'];

/** The cookie of a session of one's own for each request, so that signing out ends nothing else. */
async function cookieOf(home: TestApp, { name }: Actor): Promise<Record<string, string>> {
  if (name === 'nobody') return {};
  if (name.endsWith('screen')) return { cookie: await wallCookie(name) };
  const { secret } = await openSession(home.db, name, null, NOW);
  return { cookie: `cockpit=${secret}` };
}

async function openHome(separateOfficers: boolean, openReading: boolean): Promise<TestApp> {
  const sample = sampleAt(RECORDED);
  const [task, indicator, fund] = [
    sample.tasks.find((row) => row.id === 't.jiebang'),
    sample.indicators.find((row) => row.ledger === null),
    sample.funds[0],
  ];
  if (!task || !indicator || !fund) throw new Error('the default dataset has one of each');
  const departments = [OWN, OTHER] as const;
  const home = await openTestApp(
    {
      services: {
        choices: true,
        files: memoryFileStore(),
        passwords: { hash: async (text) => text, verify: async () => true },
      },
    },
    {
      ...sample,
      workspace: { ...sample.workspace, separateOfficers, openReading },
      tasks: [
        ...sample.tasks,
        ...departments.map((one) => ({ ...task, id: `task.${one}`, ownerDepartment: one })),
      ],
      indicators: [
        ...sample.indicators,
        ...departments.map((one) => ({
          ...indicator,
          code: `figure.${one}`,
          ownerDepartment: one,
        })),
      ],
      funds: [
        ...sample.funds,
        ...departments.map((one) => ({ ...fund, id: `fund.${one}`, ownerDepartment: one })),
      ],
    },
  );
  for (const { name, holder } of actors)
    if (holder !== null) await addAccount(home, name, holder.roles, holder.department);
  await addAccount(home, 'disabled', ['administrator', 'head', 'reviewer'], OWN, 'disabled');
  await addAccount(home, 'bystander', ['viewer']);
  await addWall(home, 'screen');
  await revokeScreen(home.db, await addWall(home, 'revoked-screen'), NOW);
  await submission(home, OWN, 0);
  return home;
}

type Outcome = 'conflict' | 'done' | 'unauthenticated' | 'forbidden' | 'hidden' | 'refused later';

const outcomes: Readonly<Record<number, Outcome>> = {
  200: 'done',
  201: 'done',
  400: 'refused later',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'hidden',
  409: 'conflict',
};
/** Where it matters that the device is a screen; null = it does not. */
function screenOutcome({ name }: Actor, one: Case): Outcome | null {
  if (one.forScreens === true) {
    if (name === 'screen') return 'done';
    return name === 'revoked-screen' ? 'forbidden' : 'unauthenticated';
  }
  return one.notForScreens === true && name === 'screen' ? 'conflict' : null;
}

const outcomeOf = ({ status }: Response): Outcome | number => outcomes[status] ?? status;

/** What the rules say; `department` null = it is about no single one. */
function expectedFor(
  { holder }: Actor,
  needed: Needed | null | undefined,
  department: Department | null,
  separated: boolean,
): Outcome {
  if (needed === undefined) return 'done';
  if (holder === null) return 'unauthenticated';
  if (needed === null) return 'done';
  const wanted: readonly Right[] = typeof needed === 'string' ? [needed] : needed;
  const isHeld =
    department === null
      ? mayAnywhere(holder, needed, separated)
      : wanted.some((right) => may(holder, right, department, separated));
  return isHeld ? 'done' : 'forbidden';
}

describe.each([
  { separateOfficers: false, openReading: true },
  { separateOfficers: true, openReading: true },
  { separateOfficers: false, openReading: false },
  { separateOfficers: true, openReading: false },
])('rights with %o', ({ separateOfficers, openReading }) => {
  let home: TestApp;
  beforeAll(async () => {
    home = await openHome(separateOfficers, openReading);
  });
  afterAll(() => home.close());

  it.each(readRoutes.map(({ path }) => path))('GET %s', async (path) => {
    const entry = reads[path];
    if (path.includes('{')) expect(entry, 'a key in the table of reads').toBeDefined();
    const asked = path.replace(/\{\w+\}/, entry?.key ?? '');
    const expected: Record<string, string> = {};
    const actual: Record<string, unknown> = {};
    for (const actor of actors) {
      const mayRead =
        openReading ||
        (actor.holder !== null && mayAnywhere(actor.holder, 'read', separateOfficers));
      const isOpen = actor.name === 'screen' && OPEN_TO_SCREENS.includes(path);
      const refused = actor.name === 'revoked-screen' ? 'forbidden' : 'unauthenticated';
      expected[actor.name] = mayRead || isOpen ? 'done' : refused;
      actual[actor.name] = outcomeOf(await home.get(asked, await cookieOf(home, actor)));
    }
    expect(actual).toEqual(expected);
  });

  it.each([...privateRoutes, ...downloadRoutes])('GET $path', async ({ path, right }) => {
    const entry = reads[path];
    if (path.includes('{')) expect(entry, 'a key in the table of reads').toBeDefined();
    const asked = path.replace(/\{\w+\}/, entry?.key ?? '');
    const expected: Record<string, string> = {};
    const actual: Record<string, unknown> = {};
    for (const actor of actors) {
      const first = expectedFor(actor, right ?? undefined, null, separateOfficers);
      const second = expectedFor(actor, entry?.needs, null, separateOfficers);
      // What one may not know of is not there; the file that nobody sent is not there either.
      const isThere = second === 'done' && !path.endsWith('/{hash}');
      expected[actor.name] = first === 'done' && !isThere ? 'hidden' : first;
      actual[actor.name] = outcomeOf(await home.get(asked, await cookieOf(home, actor)));
    }
    expect(actual).toEqual(expected);
  });

  let n = 0;
  it.each(writeRoutes)('$method $path', async ({ method, path, right }) => {
    const name = `${method} ${path}`;
    const cases = writes[name] ?? (registers.test(name) ? register : undefined);
    if (cases === undefined) throw new Error(`${name} is not in the table of writes`);
    const expected: Record<string, string> = {};
    const actual: Record<string, unknown> = {};
    for (const [index, one] of cases.entries()) {
      for (const department of one.byDepartment === true ? ([OWN, OTHER] as const) : [null]) {
        for (const actor of actors) {
          n += 1;
          const { key = '', body, ifMatch } = await one.make(home, department ?? OWN, n);
          const cell = `${actor.name}, case ${index}, ${department ?? 'no department'}`;
          const needed = one.needs === undefined ? (right ?? undefined) : one.needs;
          const wanted = expectedFor(actor, needed, department, separateOfficers);
          const later = wanted === 'done' && one.refusedLater === true;
          expected[cell] = later ? 'refused later' : (screenOutcome(actor, one) ?? wanted);
          const headers = {
            ...(await cookieOf(home, actor)),
            ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
          };
          const reply = await send(home, method, path.replace(/\{\w+\}/, key), body, headers);
          actual[cell] = outcomeOf(reply);
        }
      }
    }
    expect(actual).toEqual(expected);
  });
});
