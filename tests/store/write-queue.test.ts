/** Writes that come together share a commit, and nothing else. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditNote, verifyAudit } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import type { Store } from '#server/node/store.ts';
import { createWriteQueue, type WriteQueue } from '#server/store/write-queue.ts';
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

  const write = (account: string) => async (tx: Db) => {
    await tx.insertInto('sign_ins').values({ account, last_at: NOW }).execute();
    return account;
  };
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
        queue.run(
          async (tx) => {
            const done = await write(name)(tx);
            if (fails(name)) throw new Error(name);
            return done;
          },
          (error) => refused((error as Error).message),
        ),
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
        await queue.run(write(name), () => null);
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
    const broken = queue.run(
      async (tx) => {
        await tx.insertInto('sign_ins').values({ account: 'a', last_at: NOW }).execute();
        await tx.insertInto('sign_ins').values({ account: 'a', last_at: NOW }).execute();
      },
      () => null,
    );
    await expect(broken).rejects.toThrow();
    await queue.run(write('b'), () => null);
    expect(await written()).toEqual(['b']);
    expect(await trail()).toEqual([]);
  });
});

test('where the engine gives a transaction up, all who shared it are told so, and nothing of it stays', async () => {
  const [sqlite] = engines;
  const store = await sqlite.open();
  try {
    const queue = createWriteQueue(store.db);
    const insert = (account: string) => (tx: Db) =>
      tx.insertInto('sign_ins').values({ account, last_at: NOW }).execute();
    const outcomes = await Promise.allSettled([
      queue.run(insert('alone'), () => null),
      queue.run(insert('first'), () => null),
      // As a full disk does: the transaction is gone, and its savepoints with it.
      queue.run(
        async (tx) => {
          await insert('second')(tx);
          await sql`rollback`.execute(tx);
          throw new Error('disk full');
        },
        () => null,
      ),
      queue.run(insert('third'), () => null),
    ]);
    expect(outcomes.map((one) => one.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    const rows = await store.readDb.selectFrom('sign_ins').select('account').execute();
    expect(rows).toEqual([{ account: 'alone' }]);
  } finally {
    await store.close();
  }
});
