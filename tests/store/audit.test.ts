/** The audit trail in both stores: what the database refuses, and what a look through finds after somebody got around it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appendAudit,
  endRetention,
  listAudit,
  verifyAudit,
} from '#server/audit/audit.repository.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';

const root = join(import.meta.dirname, '..', '..');

const DAY_MS = 24 * 3_600_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

describe.each(engines)('the audit trail in $engine', ({ engine, open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const run = (query: RawBuilder<unknown>) => query.execute(store.db);

  const append = (
    at: string,
    subject: string,
    more: Partial<Parameters<typeof appendAudit>[1]> = {},
  ) =>
    store.db.transaction().execute((tx) =>
      appendAudit(tx, {
        at,
        actor: 'ann',
        actorName: 'Ann',
        address: '192.0.2.7',
        action: 'check-in.create',
        subject,
        outcome: 'done',
        code: null,
        before: null,
        after: { note: '进展 ✓' },
        ...more,
      }),
    );

  const fill = async (rows: number, age = 0) => {
    for (let row = 1; row <= rows; row += 1) await append(daysAgo(age), `task:${row}`);
  };

  /** As somebody with the database's own password would begin. */
  const dropGuard = async () => {
    const triggers =
      engine === 'sqlite'
        ? [sql`drop trigger audit_no_update`, sql`drop trigger audit_no_delete`]
        : [sql`drop trigger audit_append_only on audit`];
    for (const trigger of triggers) await run(trigger);
  };

  const verdict = async () => {
    const { ok, brokenAt, fault } = await verifyAudit(store.db);
    return ok ? 'whole' : `${brokenAt} ${fault}`;
  };

  test('takes no change, no deletion of what is young, and no emptying', async () => {
    await fill(3);
    await expect(run(sql`update audit set actor = 'bob'`)).rejects.toThrow('audit is append-only');
    await expect(run(sql`delete from audit where seq = 1`)).rejects.toThrow('audit is append-only');
    const sneaky =
      engine === 'sqlite'
        ? sql`insert or replace into audit select * from audit`
        : sql`truncate audit`;
    await expect(run(sneaky)).rejects.toThrow('audit is append-only');
    expect(await verifyAudit(store.db)).toEqual({ ok: true, rows: 3, brokenAt: null, fault: null });
  });

  test('an empty trail is whole', async () => {
    expect(await verdict()).toBe('whole');
  });

  test.each([
    ['who', sql`update audit set actor = 'bob' where seq = 3`, '3 changed'],
    ['what', sql`update audit set after = '{}' where seq = 1`, '1 changed'],
    ['when', sql`update audit set at = '2020-01-01T00:00:00.000Z' where seq = 5`, '5 changed'],
    ['whence', sql`update audit set address = null where seq = 2`, '2 changed'],
    ['a hash', sql`update audit set hash = 'x' where seq = 4`, '4 changed'],
    ['a row out of the middle', sql`delete from audit where seq = 3`, '3 removed'],
    ['the first row', sql`delete from audit where seq = 1`, '1 removed'],
    ['the last row', sql`delete from audit where seq = 5`, '5 removed'],
    ['every row', sql`delete from audit`, '1 removed'],
    [
      'a row put at the end',
      sql`insert into audit (seq, at, action, subject, outcome, prev, hash)
        select 6, at, action, subject, outcome, hash, 'made up' from audit where seq = 5`,
      '6 inserted',
    ],
    ['two rows in each other’s place', sql`update audit set seq = 9 - seq where seq in (4, 5)`, ''],
  ])('a look through finds: %s', async (_, attack, found) => {
    await fill(5);
    await dropGuard();
    if (found === '') {
      // Through a number that is free: the key allows no two alike, not even for a moment.
      for (const [from, to] of [
        [4, 99],
        [5, 4],
        [99, 5],
      ])
        await run(sql`update audit set seq = ${to} where seq = ${from}`);
      expect(await verdict()).toBe('4 changed');
      return;
    }
    await run(attack);
    expect(await verdict()).toBe(found);
  });

  test('a row put between two, with the later ones moved on, is found', async () => {
    await fill(4);
    await dropGuard();
    for (const seq of [4, 3]) await run(sql`update audit set seq = ${seq + 1} where seq = ${seq}`);
    await run(sql`insert into audit (seq, at, action, subject, outcome, prev, hash)
      select 3, at, action, subject, outcome, hash, 'made up' from audit where seq = 2`);
    expect(await verdict()).toMatch(/^3 /);
  });

  test('retention lets go of the oldest rows, says so, and the rest is whole', async () => {
    await fill(3, 400);
    await fill(2, 200);
    const now = daysAgo(0);
    expect(await endRetention(store.db, daysAgo(365), now)).toBe(3);
    expect(await verdict()).toBe('whole');
    const { items } = await listAudit(store.db, { before: null, limit: 10 });
    expect(items.map(({ seq, action }) => [seq, action])).toEqual([
      [6, 'audit.retention'],
      [5, 'check-in.create'],
      [4, 'check-in.create'],
    ]);
    expect(await endRetention(store.db, daysAgo(365), now)).toBe(0);
    await dropGuard();
    await run(sql`delete from audit where seq = 4`);
    expect(await verdict()).toBe('4 removed');
  });

  test('retention of fewer than 180 days is refused by the database, and nothing is gone', async () => {
    await fill(2, 100);
    await expect(endRetention(store.db, daysAgo(90), daysAgo(0))).rejects.toThrow(
      'audit is append-only',
    );
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, rows: 2 });
  });

  test('is read newest first, by who, what, to what and when', async () => {
    await append('2026-03-01T15:59:59.999Z', 'task:a');
    await append('2026-03-01T16:00:00.000Z', 'task:b', { actor: 'bob', actorName: 'Bob' });
    await append('2026-03-02T01:00:00.000Z', 'task:b', { outcome: 'refused', code: 'forbidden' });
    await append('2026-03-02T02:00:00.000Z', 'session', { action: 'session.open' });
    const seqs = async (filter: Partial<Parameters<typeof listAudit>[1]>) =>
      (await listAudit(store.db, { before: null, limit: 10, ...filter })).items.map(
        ({ seq }) => seq,
      );
    expect(await seqs({})).toEqual([4, 3, 2, 1]);
    expect(await seqs({ actor: 'bob' })).toEqual([2]);
    expect(await seqs({ action: 'check-in' })).toEqual([3, 2, 1]);
    expect(await seqs({ subject: 'task:b' })).toEqual([3, 2]);
    expect(await seqs({ outcome: 'refused' })).toEqual([3]);
    expect(await seqs({ from: '2026-03-01T16:00:00.000Z' })).toEqual([4, 3, 2]);
    expect(await seqs({ until: '2026-03-01T16:00:00.000Z' })).toEqual([1]);
    const first = await listAudit(store.db, { before: null, limit: 3 });
    expect(first.next).toBe(2);
    expect(await seqs({ before: first.next, limit: 3 })).toEqual([1]);
  });

  // The command opens a store as a start does; for PostgreSQL it would need the password that a store does not tell.
  if (engine !== 'sqlite') return;
  test('the command says whether it is whole, and where not, also while the store is open', async () => {
    await fill(3);
    const verify = () =>
      promisify(execFile)(process.execPath, ['scripts/audit-verify.ts'], {
        cwd: root,
        env: { PATH: process.env.PATH, DATABASE_FILE: store.place },
      }).then(
        ({ stdout }) => ({ code: 0, says: stdout }),
        (error: { code: number; stderr: string }) => ({ code: error.code, says: error.stderr }),
      );
    expect(await verify()).toMatchObject({ code: 0, says: expect.stringContaining('3 rows') });
    await dropGuard();
    await run(sql`update audit set subject = 'task:x' where seq = 2`);
    expect(await verify()).toMatchObject({
      code: 1,
      says: expect.stringContaining('row 2 was changed'),
    });
    // Whole processes are started; a busy machine takes its time over that.
  }, 120_000);
});
