/** Writes that come together share a commit, and nothing else. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditNote, verifyAudit } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import type { Store } from '#server/node/store.ts';
import {
  afterLatest,
  readDataVersion,
  readLatestRecordedAt,
} from '#server/store/store.repository.ts';
import {
  createWriteQueue,
  type Shared,
  type Work,
  type WriteQueue,
} from '#server/store/write-queue.ts';
import { engines } from './engines.ts';

const NOW = '2026-03-01T08:00:00.000Z';

const refused = (subject: string): AuditNote => ({
  at: NOW,
  actor: null,
  actorName: null,
  address: null,
  action: 'test',
  subject,
  outcome: 'refused',
  code: 'forbidden',
  before: null,
  after: null,
});

describe.each(engines)('the queue of writes, in $engine', ({ open }) => {
  let store: Store;
  let queue: WriteQueue;
  beforeEach(async () => {
    store = await open();
    queue = createWriteQueue(store.db);
  });
  afterEach(() => store.close());

  const write = (account: string): Work<string> => ({
    run: async ({ tx }) => {
      await tx.insertInto('sign_ins').values({ account, last_at: NOW }).execute();
      return { done: account, note: null, recordedAt: null };
    },
    refusal: () => null,
  });
  const written = async () =>
    (await store.readDb.selectFrom('sign_ins').select('account').orderBy('account').execute()).map(
      (row) => row.account,
    );
  const trail = async () =>
    (await store.readDb.selectFrom('audit').select('subject').orderBy('seq').execute()).map(
      (row) => row.subject,
    );

  test('one that fails among many leaves a row in the trail, and takes nothing with it', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `w.${String(n).padStart(3, '0')}`);
    const fails = (name: string) => name.endsWith('7');
    const outcomes = await Promise.allSettled(
      names.map((name) =>
        queue.run({
          run: async (shared) => {
            const carried = await write(name).run(shared);
            if (fails(name)) throw new Error(name);
            return carried;
          },
          refusal: (error) => refused((error as Error).message),
        }),
      ),
    );
    const done = names.filter((name) => !fails(name));
    expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual(
      done,
    );
    expect(await written()).toEqual(done);
    expect((await trail()).toSorted()).toEqual(names.filter(fails));
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, rows: 12 });
  });

  test('what is told as done is committed', async () => {
    const seen = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await queue.run(write(name));
        return (await written()).includes(name);
      }),
    );
    expect(seen).toEqual([true, true, true]);
  });

  test('a refusal alone is on record once it is told', async () => {
    await Promise.all([queue.note(refused('x')), queue.note(refused('y'))]);
    expect((await trail()).toSorted()).toEqual(['x', 'y']);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, rows: 2 });
  });

  test('goes on after a write that broke', async () => {
    const broken = queue.run({
      run: async (shared) => {
        await write('a').run(shared);
        return write('a').run(shared);
      },
      refusal: () => null,
    });
    await expect(broken).rejects.toThrow();
    await queue.run(write('b'));
    expect(await written()).toEqual(['b']);
    expect(await trail()).toEqual([]);
  });

  test('each is recorded later than all before it, and every row stands in the trail in their order', async () => {
    const instants: string[] = [];
    const record = (name: string): Work<string> => ({
      run: async ({ latest }) => {
        const at = afterLatest(NOW, await latest());
        if (name.endsWith('5')) throw new Error(name);
        instants.push(at);
        return { done: at, note: { ...refused(name), at, outcome: 'done' }, recordedAt: at };
      },
      refusal: (error) => refused((error as Error).message),
    });
    const names = Array.from({ length: 20 }, (_, n) => `r.${n}`);
    const before = await readDataVersion(store.db);
    await Promise.allSettled(names.map((name) => queue.run(record(name))));
    expect(new Set(instants).size).toBe(18);
    expect(instants.toSorted()).toEqual(instants);
    expect(await readLatestRecordedAt(store.db)).toBe(instants.at(-1));
    expect(await readDataVersion(store.db)).toBeGreaterThan(before);
    expect((await trail()).toSorted()).toEqual(names.toSorted());
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, rows: 20 });
  });
});

test('what one of them made is known to those who come after it in the same transaction', async () => {
  const [sqlite] = engines;
  const store = await sqlite.open();
  try {
    const queue = createWriteQueue(store.db);
    const claim = (name: string): Work<string> => ({
      check: (made) => {
        if (made.has('place')) throw new Error('taken');
      },
      run: async ({ tx }) => {
        await tx.insertInto('sign_ins').values({ account: name, last_at: NOW }).execute();
        if (name === 'breaks') throw new Error('broken');
        return {
          done: name,
          note: null,
          recordedAt: null,
          made: { name: 'place', value: name },
        };
      },
      refusal: (error) => refused((error as Error).message),
    });
    // Those who come while the first is carried out share its transaction.
    const names = ['breaks', 'first', 'late', 'later'];
    const outcomes = await Promise.allSettled(names.map((name) => queue.run(claim(name))));
    expect(outcomes.map((one) => one.status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const rows = await store.readDb.selectFrom('sign_ins').select('account').execute();
    expect(rows.map((row) => row.account)).toEqual(['first']);
    const trail = await store.readDb.selectFrom('audit').select('subject').orderBy('seq').execute();
    expect(trail.map((row) => row.subject)).toEqual(['broken', 'taken', 'taken']);
  } finally {
    await store.close();
  }
});

test('where the engine gives a transaction up, all who shared it are told so, and nothing of it stays', async () => {
  const [sqlite] = engines;
  const store = await sqlite.open();
  try {
    const queue = createWriteQueue(store.db);
    const insert = (account: string, more: (tx: Db) => Promise<void> = async () => undefined) => ({
      run: async ({ tx }: Shared) => {
        await tx.insertInto('sign_ins').values({ account, last_at: NOW }).execute();
        await more(tx);
        return { done: account, note: null, recordedAt: null };
      },
      refusal: () => null,
    });
    const outcomes = await Promise.allSettled([
      queue.run(insert('first')),
      // As a full disk does: the transaction is gone, and its savepoints with it.
      queue.run(
        insert('second', async (tx) => {
          await sql`rollback`.execute(tx);
          throw new Error('disk full');
        }),
      ),
      queue.run(insert('third')),
    ]);
    expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    await queue.run(insert('later'));
    const rows = await store.readDb.selectFrom('sign_ins').select('account').execute();
    expect(rows).toEqual([{ account: 'later' }]);
  } finally {
    await store.close();
  }
});
