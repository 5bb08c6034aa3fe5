import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ExportJob, exportJobSchema } from '#core/contract/export.ts';
import type { MeetingDetail, Snapshot } from '#core/contract/meeting.ts';
import type { Problem } from '#core/contract/problem.ts';
import type { Task, TaskList } from '#core/contract/task.ts';
import { urgencyKey } from '#core/domain/urgency.ts';
import { type BundleApp, createBundleApp } from '#server/bundle/bundle-app.ts';
import { BUNDLE_GLOBAL, type BundledContent } from '#server/bundle/bundle-content.ts';
import { type BundleDamage, type OpenBundle, openBundle } from '#server/bundle/open-bundle.ts';
import { createExportJobs, type ExportWriter } from '#server/exports/export-jobs.ts';
import { writeExport } from '#server/exports/export-order.ts';
import { memoryFileStore } from '#server/files/memory-file-store.ts';
import { checkUnpacked, zipEntries, zipText } from '#server/files/zip.ts';
import { newSigningKey, signerOf } from '#server/meetings/signing.ts';
import { addAccount, ORIGIN, send, signIn } from './accounts.ts';
import { addMeeting, addResolution } from './meetings.ts';
import { openTestApp, type TestApp } from './test-app.ts';

const FOLDER = '2021-06-02-meeting-may-v1';
const MEETING = '/meetings/meeting.may';

/** What stands for the built page. */
const page = [{ path: 'cockpit.js', content: new TextEncoder().encode('void 0;') }];

const writer: ExportWriter = {
  formats: ['bundle'],
  write: (order, progress) => ({
    file: writeExport(order, progress, { page: async () => page }),
    stop: () => undefined,
  }),
};

let home: TestApp;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  const services: Record<string, unknown> = {
    choices: true,
    signer: await signerOf(await newSigningKey()),
  };
  home = await openTestApp({ services });
  const clock = () => '2026-03-01T08:00:00.000Z';
  services.exports = createExportJobs({ db: home.db, clock, files: memoryFileStore(), writer });
  for (const [name, role] of [
    ['office', 'reviewer'],
    ['leader', 'viewer'],
  ] as const) {
    await addAccount(home, name, [role]);
    cookies[name] = await signIn(home, name);
  }
  await addMeeting(home);
  const own = { kind: 'own', shown: true, minutes: null, ask: null };
  const items = [{ ...own, key: 'own:1', title: '现场会', text: '到明湖', notes: '别念出来' }];
  const { meeting } = (await home.json(MEETING)) as unknown as MeetingDetail;
  const headers = { 'if-match': `"${meeting.agendaVersion}"` };
  expect((await ask('office', 'PUT', `${MEETING}/agenda`, { items }, headers)).status).toBe(200);
  expect((await ask('office', 'POST', `${MEETING}/snapshot`, {})).status).toBe(201);
  await addResolution(home, 'meeting.may');
}, 120_000);

afterAll(() => home.close());

const ask = (
  who: string,
  method: string,
  to: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => send(home, method, to, body, { cookie: cookies[who] ?? '', ...headers });

async function download(who: string, lang = 'zh'): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await ask(who, 'POST', `${MEETING}/exports`, { format: 'bundle', lang });
  expect(reply.status).toBe(201);
  const job: ExportJob = exportJobSchema.parse(await reply.json());
  expect(job.name).toBe(`${FOLDER}.zip`);
  const headers = { cookie: cookies[who] ?? '' };
  await vi.waitFor(
    async () =>
      expect(await (await home.get(`/exports/${job.id}`, headers)).json()).toMatchObject({
        state: 'done',
        progress: 1,
      }),
    { timeout: 60_000, interval: 50 },
  );
  return new Uint8Array(await (await home.get(`/exports/${job.id}/file`, headers)).arrayBuffer());
}

/** Read by another reader than the program that packed it. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<ReadonlyMap<string, string>> {
  const entries = zipEntries(bytes);
  await checkUnpacked(bytes, entries);
  const files = new Map<string, string>();
  for (const entry of entries) files.set(entry.name, await zipText(bytes, entry));
  return files;
}

/** What the scripts of the folder leave behind in a page. */
function contentOf(files: ReadonlyMap<string, string>): BundledContent {
  const self: Record<string, unknown> = {};
  for (const name of ['meeting', 'parts'])
    runInNewContext(files.get(`${FOLDER}/data/${name}.js`) ?? '', { self });
  return JSON.parse(JSON.stringify(self[BUNDLE_GLOBAL])) as BundledContent;
}

const open = (content: BundledContent) => openBundle(content, async () => undefined);

function whole(opened: OpenBundle | BundleDamage): OpenBundle {
  if ('damage' in opened) throw new Error(opened.damage);
  return opened;
}

const appOf = async (who: string): Promise<BundleApp> =>
  createBundleApp(whole(await open(contentOf(await unzip(await download(who))))));

const get = (app: BundleApp, path: string): Promise<Response> =>
  app.fetch(new Request(`http://bundle.invalid/api${path}`));

test('the folder has what it takes, under a name that sorts', async () => {
  const files = await unzip(await download('leader'));
  expect([...files.keys()].toSorted()).toEqual(
    ['README.txt', 'app/cockpit.js', 'data/meeting.js', 'data/parts.js', 'index.html']
      .concat('snapshot.json')
      .map((name) => `${FOLDER}/${name}`)
      .toSorted(),
  );
  const index = files.get(`${FOLDER}/index.html`) ?? '';
  expect(index).not.toMatch(/type="module"|(?:src|href)="(?:\/|https?:)/);
  const { sha256, knownAt } = (await contentOf(files)).meeting?.head ?? { sha256: '', knownAt: '' };
  const readme = files.get(`${FOLDER}/README.txt`) ?? '';
  for (const said of [
    sha256,
    knownAt,
    `${ORIGIN}${MEETING}`,
    '数据截至: 2021-05-31',
    '只读副本',
    'read-only',
  ])
    expect(readme).toContain(said);
});

test('the frozen document lies in it letter by letter', async () => {
  const files = await unzip(await download('leader'));
  const text = files.get(`${FOLDER}/snapshot.json`) ?? '';
  expect(text).toBe(await (await home.get(`${MEETING}/snapshot`)).text());
  const { meeting } = (await home.json(MEETING)) as unknown as MeetingDetail;
  expect(createHash('sha256').update(text).digest('hex')).toBe(meeting.snapshot?.sha256);
});

test('made twice, it has the same bytes', async () => {
  expect(Buffer.from(await download('leader')).equals(await download('leader'))).toBe(true);
});

test('speaker notes leave with those who hold meetings alone', async () => {
  const said = async (who: string) =>
    (await unzip(await download(who))).get(`${FOLDER}/data/meeting.js`) ?? '';
  expect(await said('office')).toContain('别念出来');
  expect(await said('leader')).not.toContain('别念出来');
});

describe('the app in the page', () => {
  let app: BundleApp;
  beforeAll(async () => {
    app = await appOf('leader');
  }, 60_000);

  test('answers every frozen question with the bytes of the server', async () => {
    const { answers } = (await (await home.get(`${MEETING}/snapshot`)).json()) as Snapshot;
    const questions = Object.keys(answers);
    expect(questions.length).toBeGreaterThan(50);
    for (const question of questions) {
      const reply = await get(app, question);
      expect(await reply.text(), question).toBe(await (await home.get(question)).text());
      expect(reply.status).toBe(200);
    }
  });

  test('a page that names no date gets the frozen one', async () => {
    const board = (await (await get(app, '/board?lang=en')).json()) as Record<string, unknown>;
    expect(board).toMatchObject({ asOf: '2021-05-31', compare: '2021-04-30', lang: 'en' });
  });

  test.each(['zh', 'en'])('tells of the meeting as the server does (%s)', async (lang) => {
    const detail = await (await get(app, `${MEETING}?lang=${lang}`)).json();
    expect(detail).toEqual(await home.json(`${MEETING}?lang=${lang}`));
    expect(await (await get(app, `/meetings?lang=${lang}`)).json()).toEqual(
      await home.json(`/meetings?lang=${lang}`),
    );
  });

  test('gives out the document itself', async () => {
    const reply = await get(app, `${MEETING}/snapshot?version=1`);
    expect(await reply.text()).toBe(await (await home.get(`${MEETING}/snapshot`)).text());
  });

  const picture = async () => {
    const { meeting } = (await home.json(MEETING)) as unknown as MeetingDetail;
    return `asOf=2021-05-31&knownAt=${meeting.snapshot?.knownAt}&lang=zh`;
  };

  test.each(['', '&department=d.bureau', '&light=ok', '&limit=3', '&framework=f.none-such'])(
    'lists the tasks as the server does: %s',
    async (filter) => {
      const server = await home.get(`/tasks?${await picture()}${filter}`);
      const own = await get(app, `/tasks?${await picture()}${filter}`);
      if (server.status !== 200) {
        expect(await own.json()).toMatchObject({ items: [], total: 0 });
        return;
      }
      const [there, here] = [await server.json(), await own.json()] as [TaskList, TaskList];
      expect(here.items).toEqual(there.items);
      expect(here.total).toBe(there.total);
    },
  );

  test('turns the pages of a list, those that need somebody first', async () => {
    const ids: string[] = [];
    const shown: Task[] = [];
    let cursor = '';
    do {
      const ask = `${await picture()}&order=urgency&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await (await get(app, `/tasks?${ask}`)).json()) as TaskList;
      ids.push(...page.items.map(({ id }) => id));
      shown.push(...page.items);
      cursor = page.next ?? '';
    } while (cursor !== '');
    const all = (await home.json(`/tasks?${await picture()}`)) as unknown as TaskList;
    expect(ids.toSorted()).toEqual(all.items.map(({ id }) => id).toSorted());
    expect(shown.map(urgencyKey)).toEqual(shown.map(urgencyKey).toSorted());
  });

  test('turns the pages of a register', async () => {
    const first = await (await get(app, `/indicators?${await picture()}&limit=2`)).json();
    const { items, next } = first as { items: { code: string }[]; next: string };
    expect(items).toHaveLength(2);
    const after = await get(app, `/indicators?${await picture()}&limit=2&cursor=${next}`);
    const second = ((await after.json()) as typeof first as { items: { code: string }[] }).items;
    const all = (await home.json(`/indicators?${await picture()}`)) as unknown as {
      items: { code: string }[];
    };
    expect([...items, ...second]).toEqual(all.items.slice(0, 4));
  });

  test.each([
    ['/board?asOf=2021-04-30', 404, 'not-in-bundle', '2021-05-31'],
    ['/board?compare=none', 404, 'not-in-bundle', '2021-04-30'],
    ['/entry-sheet', 404, 'not-in-bundle', null],
    [`${MEETING}/minutes`, 404, 'not-in-bundle', null],
    [`${MEETING}/snapshot?version=2`, 404, 'not-in-bundle', null],
    ['/meetings/meeting.june', 404, 'not-found', 'meeting.may'],
    ['/tasks/t.jieban', 404, 'not-found', 't.jiebang'],
    ['/board?asof=2021-05-31', 400, 'unknown-parameter', 'asOf'],
  ])('%s is refused plainly: %i %s', async (path, status, code, suggestion) => {
    const reply = await get(app, path);
    expect(reply.status).toBe(status);
    expect((await reply.json()) as Problem).toMatchObject({ code, suggestion });
  });

  test('nothing is written', async () => {
    const request = new Request(`http://bundle.invalid/api${MEETING}/resolutions`, {
      method: 'POST',
      body: '{}',
    });
    const reply = await app.fetch(request);
    expect([reply.status, ((await reply.json()) as Problem).code]).toEqual([
      405,
      'method-not-allowed',
    ]);
    expect(await (await get(app, '/me?lang=zh')).json()).toMatchObject({
      account: null,
      rights: ['read'],
    });
  });
});

describe('what was changed is not opened', () => {
  let content: Required<BundledContent>;
  beforeAll(async () => {
    const { meeting, parts } = contentOf(await unzip(await download('leader')));
    if (meeting === undefined || parts === undefined) throw new Error('the folder is empty');
    content = { meeting, parts };
  }, 60_000);

  test('sound, and signed', async () => {
    expect(whole(await open(content)).signature).toBe('fits');
  });

  test.each<[string, (sound: Required<BundledContent>) => BundledContent, string]>([
    ['a script is missing', ({ meeting }) => ({ meeting }), 'incomplete'],
    ['a part is missing', ({ meeting, parts }) => ({ meeting, parts: parts.slice(1) }), 'hash'],
    [
      'a part is cut off',
      ({ meeting, parts }) => ({ meeting, parts: parts.map((one) => one.slice(0, 400)) }),
      'hash',
    ],
    [
      'a slide says something else',
      ({ meeting, parts }) => ({
        meeting: { ...meeting, rest: meeting.rest.replace('2021-05-31', '2021-05-30') },
        parts,
      }),
      'hash',
    ],
    [
      'the time of the freeze is another',
      ({ meeting, parts }) => ({
        meeting: { ...meeting, head: { ...meeting.head, frozenAt: '2021-06-01T00:00:00.000Z' } },
        parts,
      }),
      'signature',
    ],
    [
      'the key is another',
      ({ meeting, parts }) => ({
        meeting: { ...meeting, publicKey: { ...meeting.publicKey, x: 'AA' } },
        parts,
      }),
      'signature',
    ],
  ])('%s', async (_, change, damage) => {
    const opened = await open(change(content));
    expect(opened).toMatchObject({ damage, expected: content.meeting.head.sha256 });
  });
});
