/**
 * Every role, nobody, and accounts that may no longer come in, at every route, for what is their department's and what
 * is another's. What should happen comes from core/domain/rights.ts, what does from the API. What is asked stands in
 * rights-cases.ts; a route that is not there fails the test.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Right, type Role, roles } from '#core/contract/lists.ts';
import { may, mayAnywhere, type Needed } from '#core/domain/rights.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { memoryFileStore } from '#server/files/memory-file-store.ts';
import type { PrivateRoute } from '#server/http/private-route.ts';
import { readRoutes } from '#server/read-routes.ts';
import { downloadRoutes, privateRoutes, writeRoutes } from '#server/routes.ts';
import { revokeScreen } from '#server/screens/screens.repository.ts';
import { addAccount, send } from './accounts.ts';
import { addMeeting, addSnapshot } from './meetings.ts';
import {
  type Case,
  type Department,
  OTHER,
  OWN,
  reads,
  register,
  registers,
  submission,
  writes,
} from './rights-cases.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';
import { addWall, wallCookie } from './walls.ts';

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
  await addSnapshot(home, await addMeeting(home, 'meeting-0'));
  return home;
}

type Private = Pick<PrivateRoute, 'path' | 'right' | 'ofReaders'>;

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

/** At what whoever may read the workspace is shown. */
function readerOutcome(actor: Actor, openReading: boolean, separated: boolean): Outcome {
  if (openReading) return 'done';
  if (actor.holder !== null && mayAnywhere(actor.holder, 'read', separated)) return 'done';
  return actor.name === 'revoked-screen' ? 'forbidden' : 'unauthenticated';
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
      const isOpen = actor.name === 'screen' && OPEN_TO_SCREENS.includes(path);
      expected[actor.name] = isOpen ? 'done' : readerOutcome(actor, openReading, separateOfficers);
      actual[actor.name] = outcomeOf(await home.get(asked, await cookieOf(home, actor)));
    }
    expect(actual).toEqual(expected);
  });

  it.each<Private>([...privateRoutes, ...downloadRoutes])('GET $path', async (route) => {
    const { path, right, ofReaders = false } = route;
    const entry = reads[path];
    if (path.includes('{')) expect(entry, 'a key in the table of reads').toBeDefined();
    const asked = path.replace(/\{\w+\}/, entry?.key ?? '') + (entry?.search ?? '');
    const expected: Record<string, string> = {};
    const actual: Record<string, unknown> = {};
    for (const actor of actors) {
      const first = ofReaders
        ? readerOutcome(actor, openReading, separateOfficers)
        : expectedFor(actor, right ?? undefined, null, separateOfficers);
      const second = expectedFor(actor, entry?.needs, null, separateOfficers);
      // What one may not know of is not there; the file that nobody sent or asked for is not there either.
      const isThere = second === 'done' && !/\/\{hash\}$|^\/exports\/\{id\}/.test(path);
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
