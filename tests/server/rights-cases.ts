/** What the matrix of rights asks at each route. A route that is in none of these tables fails its test. */
import { lintCodes, type Role } from '#core/contract/lists.ts';
import type { Needed } from '#core/domain/rights.ts';
import { openLink } from '#server/accounts/credentials.repository.ts';
import { appendSubmission, countSubmissions } from '#server/entries/submissions.repository.ts';
import { addFreeze } from '#server/meetings/freezes.repository.ts';
import { newCode } from '#server/meetings/stage-key.ts';
import { taskInstants } from '#server/tasks/task-instants.ts';
import { addAccount } from './accounts.ts';
import { addMeeting, addResolution, addRunning, addSnapshot } from './meetings.ts';
import { NOW, RECORDED, type TestApp } from './test-app.ts';
import { addWall, SAID } from './walls.ts';

export const OWN = 'd.bureau';
export const OTHER = 'd.centre';
export type Department = typeof OWN | typeof OTHER;

/** What a request needs, made anew for each: nothing that one of them does may change what the next one meets. */
type Sent = {
  readonly key?: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
};
export type Case = {
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

const meeting = { title: 'a meeting', date: '2021-06-02', asOf: '2021-05-31' };

/** A meeting of its own for each request. */
const prepared =
  (body: unknown, version: string = RECORDED): Case['make'] =>
  async (home, _, n) => ({
    key: await addMeeting(home, `meeting-${n}`),
    body,
    ifMatch: `"${version}"`,
  });

/** By method and path. */
export const writes: Readonly<Record<string, readonly Case[]>> = {
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
        ifMatch: `"${(await taskInstants(home.db, `task.${department}`, null)).version}"`,
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
  'POST /meetings': [{ make: () => ({ body: meeting }) }],
  'PUT /meetings/{id}': [{ make: prepared(meeting) }],
  'PUT /meetings/{id}/agenda': [{ make: prepared({ items: [] }, 'none') }],
  'POST /meetings/{id}/reminders': [{ make: prepared({ departments: ['d.centre'] }) }],
  'POST /meetings/{id}/resolutions': [
    { refusedLater: true, make: () => ({ key: 'none', body: {} }) },
  ],
  'DELETE /resolutions/{id}': [
    {
      make: async (home, _, n) => ({
        key: await addResolution(home, await addRunning(home, `decided-${n}`)),
      }),
    },
  ],
  'POST /meetings/{id}/close': [
    { make: async (home, _, n) => ({ key: await addRunning(home, `running-${n}`) }) },
  ],
  'POST /meetings/{id}/snapshot': [
    {
      make: async (home, _, n) => {
        const unreviewed = await countSubmissions(home.db, { state: 'waiting', author: null });
        return { key: await addMeeting(home, `meeting-${n}`), body: { unreviewed } };
      },
    },
  ],
  'DELETE /meetings/{id}/freeze': [
    {
      make: async (home, _, n) => {
        const key = await addMeeting(home, `freezing-${n}`);
        await addFreeze(home.db, { id: key, meeting: key, accountName: 'office', begunAt: NOW });
        return { key };
      },
    },
  ],
  'POST /meetings/{id}/begin': [
    {
      make: async (home, _, n) => {
        const key = await addMeeting(home, `meeting-${n}`);
        await addSnapshot(home, key);
        return { key };
      },
    },
  ],
  'PUT /meetings/{id}/stage': [
    {
      needs: 'hold-meetings',
      make: async (home, _, n) => ({
        key: await addMeeting(home, `staged-${n}`),
        body: { item: null },
      }),
    },
  ],
  'POST /meetings/{id}/pairing-code': [
    { make: async (home, _, n) => ({ key: await addMeeting(home, `paired-${n}`) }) },
  ],
  'POST /meetings/{id}/pairing': [
    {
      make: async (home, _, n) => {
        const key = await addMeeting(home, `phone-${n}`);
        return { key, body: { code: (await newCode(home.db, key, 'reviewer', NOW)).code } };
      },
    },
  ],
  'POST /meetings/{id}/exports': [{ refusedLater: true, make: () => ({ key: 'none', body: {} }) }],
  'DELETE /exports/{id}': [{ refusedLater: true, make: () => ({ key: 'none', body: {} }) }],
  'PUT /workspace': [{ refusedLater: true, make: () => ({ body: {} }) }],
};

const newWall = (home: TestApp, n: number) => addWall(home, `wall-${n}`);

/** Registers are written in one way; each has its two routes. */
export const register: readonly Case[] = [
  { refusedLater: true, make: () => ({ key: 'none', body: {} }) },
];
export const registers =
  /^(POST|PUT) \/(departments|sources|indicators|targets|funds|platforms|frameworks|elements|tasks|milestones)(\/\{\w+\})?$/;

/** Keys of reads that have one, what else they are asked, and what they need where that is not the route's own right. */
export const reads: Readonly<Record<string, { key?: string; search?: string; needs?: Needed }>> = {
  '/indicators/{code}': { key: `figure.${OWN}` },
  '/funds/{id}': { key: `fund.${OWN}` },
  '/tasks/{id}': { key: `task.${OWN}` },
  '/entry-sheet/{item}': { key: `fund:fund.${OWN}` },
  '/submissions/{id}': { key: 'submission-0', needs: 'review' },
  '/registers/{register}': { key: 'sources' },
  '/meetings/{id}': { key: 'meeting-0' },
  '/meetings/{id}/freeze': { key: 'meeting-0' },
  '/meetings/{id}/minutes': { key: 'meeting-0' },
  '/meetings/{id}/snapshot': { key: 'meeting-0' },
  '/meetings/{id}/stage': { key: 'meeting-0' },
  '/timeline': { search: `?subject=task:task.${OWN}` },
  '/exports/{id}': { key: 'none' },
  '/exports/{id}/file': { key: 'none' },
  '/files/{hash}': { key: 'a'.repeat(64) },
  '/screen-pictures/{hash}': { key: 'a'.repeat(64) },
};

/** A day of its own for each figure: there is one value at a date. */
const dayOf = (n: number): string => new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10);

const nameOf = (n: number): string => `name of changed-reporter-${n}`;

export async function submission(
  home: TestApp,
  department: Department,
  n: number,
): Promise<string> {
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
      mends: null,
    },
    recordedAt: RECORDED,
    recordedBy: 'bystander',
  });
  return id;
}
