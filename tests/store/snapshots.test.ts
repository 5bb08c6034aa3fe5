/** Freezing, over both stores: what is frozen stays, is signed, and is never shown as valid once it was touched. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type MeetingDetail,
  type MeetingHead,
  type Snapshot,
  snapshotSchema,
} from '#core/contract/meeting.ts';
import type { Problem } from '#core/contract/problem.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { type App, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import type { Services } from '#server/http/services.ts';
import { isSigned, newSigningKey, signedText, signerOf } from '#server/meetings/signing.ts';
import { findSigningKey } from '#server/meetings/snapshots.repository.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';
import { addOffice, addReports } from './reports.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const NOW = '2026-03-01T08:00:00.000Z';
const ORIGIN = 'http://cockpit';
const MAY = { title: '例会', date: '2021-06-02', asOf: '2021-05-31', compare: '2021-04-30' };
const FIGURE = 'governance.centre.departments.staffed';

describe.each(engines)('snapshots on $engine', ({ engine, open }) => {
  let store: Store;
  let app: App;
  let cookie: string;
  const appWith = async (services: Services = {}) =>
    createApp({
      db: store.db,
      readDb: store.readDb,
      clock: () => NOW,
      version: 'test',
      services: { signer: await signerOf(await newSigningKey()), ...services },
    });

  beforeEach(async () => {
    store = await open();
    await loadDataset(store.db, sampleAt(RECORDED));
    await addOffice(store.db);
    cookie = `cockpit=${(await openSession(store.db, 'office', null, NOW)).secret}`;
    app = await appWith();
  });
  afterEach(() => store.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`${ORIGIN}/api${path}`, { headers }));
  const text = async (path: string) => (await get(path)).text();
  const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(`${ORIGIN}/api${path}`, {
        method: 'POST',
        headers: { origin: ORIGIN, cookie, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const planned = async (): Promise<string> =>
    ((await (await post('/meetings', MAY)).json()) as MeetingHead).id;
  const frozen = async (id: string): Promise<MeetingHead> => {
    const reply = await post(`/meetings/${id}/snapshot`, {});
    expect(reply.status).toBe(201);
    return (await reply.json()) as MeetingHead;
  };
  const document = async (id: string) =>
    JSON.parse(await text(`/meetings/${id}/snapshot`)) as Snapshot;
  const detail = async (id: string) => JSON.parse(await text(`/meetings/${id}`)) as MeetingDetail;
  const problem = async (reply: Response) => (await reply.json()) as Problem;
  const later = (n: number) => ({
    recordedAt: new Date(Date.parse(NOW) + n * 1000).toISOString(),
    recordedBy: 'test',
  });
  /** A later value of the same date, which supersedes. */
  const correct = (value: number, n: number) =>
    store.db
      .selectFrom('observations')
      .select(['id', 'as_of', 'source'])
      .where('indicator', '=', FIGURE)
      .orderBy('recorded_at', 'desc')
      .executeTakeFirstOrThrow()
      .then(({ id, as_of, source }) =>
        loadDataset(store.db, {
          observations: [
            {
              id: `o.${n}`,
              indicator: FIGURE,
              value,
              qualifier: 'exact',
              period: null,
              asOf: as_of,
              source,
              supersedes: id,
              reason: 'typed wrongly',
              submission: null,
              ...later(n),
            },
          ],
        }),
      );

  test('a freeze keeps the picture whole, with its hash, and signs its time', async () => {
    const id = await planned();
    const { state, snapshot } = await frozen(id);
    expect(state).toBe('frozen');
    expect(snapshot).toMatchObject({
      version: 1,
      asOf: MAY.asOf,
      compare: MAY.compare,
      frozenByName: '办公室',
      sound: true,
    });
    const bytes = Buffer.from(await (await get(`/meetings/${id}/snapshot`)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(snapshot?.sha256);
    expect(bytes).toHaveLength(snapshot?.bytes ?? 0);
    const whole = JSON.parse(bytes.toString()) as Snapshot;
    expect(snapshotSchema.safeParse(whole).error).toBeUndefined();
    expect(whole).toMatchObject({ meeting: { id, title: MAY.title }, version: 1 });
    expect((await detail(id)).slides).toEqual(whole.slides.zh);
    const { key = '', value = '' } = snapshot?.signature ?? {};
    const publicKey = await findSigningKey(store.db, key);
    const { sha256 = '', frozenAt = '' } = snapshot ?? {};
    const signed = signedText({ sha256, frozenAt, meeting: id, version: 1 });
    expect(await isSigned(publicKey ?? {}, signed, value)).toBe(true);
    expect(await isSigned(publicKey ?? {}, signed.replace(' 1', ' 2'), value)).toBe(false);
  });

  test('every answer in it is what the API replies to that question', async () => {
    await addReports(store.db);
    const id = await planned();
    expect((await post(`/meetings/${id}/snapshot`, { unreviewed: 1 })).status).toBe(201);
    const { answers } = await document(id);
    // The same records without the freeze.
    const other = await open();
    try {
      await loadDataset(other.db, sampleAt(RECORDED));
      await addOffice(other.db);
      await addReports(other.db);
      const live = createApp({
        db: other.db,
        readDb: other.readDb,
        clock: () => NOW,
        version: 'x',
      });
      const questions = Object.keys(answers);
      expect(questions).toEqual(questions.toSorted());
      expect(questions.length).toBeGreaterThan(100);
      for (const question of questions) {
        const reply = await live.fetch(new Request(`${ORIGIN}/api${question}`));
        expect(await reply.text(), question).toBe(JSON.stringify(answers[question]));
      }
    } finally {
      await other.close();
    }
  });

  test('whatever is corrected later, what was frozen is answered byte for byte', async () => {
    const id = await planned();
    await frozen(id);
    const whole = await text(`/meetings/${id}/snapshot`);
    const { answers, knownAt } = await document(id);
    const board = `/board?lang=zh&compare=${MAY.compare}&asOf=${MAY.asOf}`;
    const questions = [
      `${board}&knownAt=${knownAt}`,
      `/indicators/${FIGURE}?asOf=${MAY.asOf}&knownAt=${knownAt}&lang=en`,
    ];
    const before = await Promise.all(questions.map(text));
    expect(before[0]).toBe(
      JSON.stringify(
        answers[`/board?asOf=${MAY.asOf}&compare=${MAY.compare}&knownAt=${knownAt}&lang=zh`],
      ),
    );
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (value) => {
        n += 1;
        await correct(value, n);
        expect(await Promise.all(questions.map(text))).toEqual(before);
        expect(await text(`/meetings/${id}/snapshot`)).toBe(whole);
        expect(await text(`/indicators/${FIGURE}?asOf=${MAY.asOf}&lang=en`)).toContain(
          `"value":${value},`,
        );
      }),
      { numRuns: 4 },
    );
  });

  test('what waits for review is named, and left out only where that is said', async () => {
    const id = await planned();
    await appendSubmission(store.db, {
      id: 'waiting',
      kind: 'observation',
      subject: FIGURE,
      department: 'd.bureau',
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
      recordedBy: 'office',
    });
    const asked = await post(`/meetings/${id}/snapshot?lang=en`, {});
    expect(asked.status).toBe(422);
    expect(await problem(asked)).toMatchObject({
      code: 'confirm-first',
      fields: [{ path: 'unreviewed' }, { path: 'unreviewed.waiting' }],
    });
    expect((await post(`/meetings/${id}/snapshot`, { unreviewed: 1 })).status).toBe(201);
  });

  test('two freezes at once are two freezes, each whole; the meeting shows the last', async () => {
    const id = await planned();
    const both = await Promise.all([1, 2].map(() => post(`/meetings/${id}/snapshot`, {})));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { meeting, snapshots } = await detail(id);
    expect(snapshots.map(({ version, sound }) => [version, sound])).toEqual([
      [2, true],
      [1, true],
    ]);
    expect(meeting.snapshot?.version).toBe(2);
    const first = await get(`/meetings/${id}/snapshot?version=1`);
    expect(first.headers.get('cache-control')).toContain('immutable');
    expect(((await first.json()) as Snapshot).version).toBe(1);
  });

  test('the document is told packed, and once to whoever keeps it', async () => {
    const id = await planned();
    await frozen(id);
    const path = `/meetings/${id}/snapshot?version=1`;
    const packed = await get(path, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const unpacked = packed.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(await text(path));
    const etag = packed.headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(`/meetings/${id}/snapshot?version=2`)).status).toBe(404);
  });

  test('a meeting that has begun is not frozen again, nor begun twice, nor changed', async () => {
    const id = await planned();
    expect((await post(`/meetings/${id}/begin`)).status).toBe(409);
    await frozen(id);
    const begun = await post(`/meetings/${id}/begin`);
    expect(await begun.json()).toMatchObject({ state: 'running', begunAt: expect.any(String) });
    for (const path of ['snapshot', 'begin']) {
      const reply = await post(`/meetings/${id}/${path}`, path === 'begin' ? undefined : {});
      expect([reply.status, (await problem(reply)).code]).toEqual([409, 'conflict']);
    }
    expect((await detail(id)).snapshots).toHaveLength(1);
  });

  test('a meeting whose dates were changed after the freeze is frozen again before it begins', async () => {
    const id = await planned();
    const { version } = await frozen(id);
    const changed = await app.fetch(
      new Request(`${ORIGIN}/api/meetings/${id}`, {
        method: 'PUT',
        headers: { origin: ORIGIN, cookie, 'if-match': `"${version}"` },
        body: JSON.stringify({ ...MAY, asOf: '2021-05-30' }),
      }),
    );
    expect(changed.status).toBe(200);
    expect((await post(`/meetings/${id}/begin`)).status).toBe(409);
    await frozen(id);
    expect((await post(`/meetings/${id}/begin`)).status).toBe(200);
  });

  test('a freeze that fails half-way leaves nothing', async () => {
    const id = await planned();
    const failing = () => Promise.reject(new Error('out of memory'));
    app = await appWith({ freezer: { freeze: failing, expect: () => undefined } });
    expect((await post(`/meetings/${id}/snapshot`, {})).status).toBe(500);
    app = await appWith({
      signer: {
        ...(await signerOf(await newSigningKey())),
        sign: () => Promise.reject(new Error()),
      },
    });
    expect((await post(`/meetings/${id}/snapshot`, {})).status).toBe(500);
    for (const table of ['snapshots', 'snapshot_parts'] as const)
      expect(
        await store.db
          .selectFrom(table)
          .select('snapshot' as never)
          .execute()
          .catch(() => []),
      ).toEqual([]);
    expect((await detail(id)).meeting.state).toBe('planned');
    app = await appWith();
    expect((await frozen(id)).snapshot?.version).toBe(1);
  });

  describe('touched behind the triggers', () => {
    /** Takes the database's own refusal away, as somebody could who has the file. */
    const behindTheTriggers = async (table: string, change: string) => {
      const off =
        engine === 'sqlite'
          ? [`drop trigger ${table}_no_update`]
          : [`alter table ${table} disable trigger ${table}_append_only`];
      for (const statement of [...off, change]) await sql.raw(statement).execute(store.db);
    };
    const otherBytes = `update snapshot_parts set content = (select content from snapshot_parts p
      where p.ordinal = 1) where ordinal = 0`;

    // The command opens a store as a start does; for PostgreSQL it would need the password that a store does not tell.
    if (engine === 'sqlite')
      test('the command names what is damaged, also while the store is open', async () => {
        const verify = () =>
          promisify(execFile)(process.execPath, ['scripts/snapshots-verify.ts'], {
            cwd: fileURLToPath(new URL('../..', import.meta.url)),
            env: { PATH: process.env.PATH, DATABASE_FILE: store.place },
          }).then(
            ({ stdout }) => ({ code: 0, says: stdout }),
            (error: { code: number; stderr: string }) => ({ code: error.code, says: error.stderr }),
          );
        const id = await planned();
        await frozen(id);
        const sound = { code: 0, says: expect.stringContaining('1 frozen pictures are sound, 0') };
        expect(await verify()).toMatchObject(sound);
        await behindTheTriggers('snapshot_parts', otherBytes);
        const damaged = { code: 1, says: expect.stringContaining(`meeting ${id}, freeze 1`) };
        expect(await verify()).toMatchObject(damaged);
        // Whole processes are started; a busy machine takes its time over that.
      }, 120_000);

    test.each([
      ['snapshot_parts', otherBytes],
      ['snapshots', `update snapshots set rest = replace(rest, '"version":1', '"version":3')`],
      ['snapshots', `update snapshots set recorded_at = '2026-03-02T00:00:00.000Z'`],
      ['snapshots', `update snapshots set known_at = known_at, sha256 = '${'0'.repeat(64)}'`],
    ])('%s is damaged, said plainly, and never used', async (table, change) => {
      const id = await planned();
      await frozen(id);
      const { knownAt } = await document(id);
      const board = `/board?asOf=${MAY.asOf}&compare=${MAY.compare}&knownAt=${knownAt}&lang=zh`;
      const before = await text(board);
      await behindTheTriggers(table, change);
      app = await appWith();
      const { meeting, snapshots, slides } = await detail(id);
      expect(meeting.snapshot?.sound).toBe(false);
      expect(snapshots[0]?.sound).toBe(false);
      expect(slides.length).toBeGreaterThan(3);
      const reply = await get(`/meetings/${id}/snapshot`);
      expect([reply.status, (await problem(reply)).code]).toEqual([500, 'snapshot-damaged']);
      expect((await post(`/meetings/${id}/begin`)).status).toBe(409);
      // The records still answer what they answered, for they were not touched.
      expect(await text(board)).toBe(before);
    });
  });
});
