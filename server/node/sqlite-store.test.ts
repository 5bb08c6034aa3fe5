import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { openStore } from './open-store.ts';
import { fillEmptyStore } from './sample-loader.ts';
import { StartError, type StartProblem } from './start-error.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const everything = { knownAt: null, asOfLast: null, latestOnly: null };

let folder: string;
let file: string;
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cockpit-open-'));
  file = join(folder, 'data', 'cockpit.sqlite');
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  children = [];
  rmSync(folder, { recursive: true });
});

const open = () => openStore({ kind: 'sqlite', file });

async function filled(): Promise<void> {
  const store = await open();
  await fillEmptyStore(store.db, 'auto', NOW);
  await store.close();
}

/** Another process that opens the store, writes what it is told and stays. */
async function otherProcess(statement = 'select 1'): Promise<ChildProcess> {
  const script = `
    import { openSqliteStore } from './server/node/sqlite-store.ts';
    import { sql } from 'kysely';
    const store = await openSqliteStore(process.argv[1]);
    for (const statement of process.argv.slice(2)) await sql.raw(statement).execute(store.db);
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file, statement], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Every file below the folder, with its bytes and the time of its last change. */
function picture(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path,
        entry.isFile()
          ? `${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`
          : 'folder',
      ];
    }),
  );
}

async function refusal(): Promise<StartError> {
  const failure = await open().then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof StartError) return failure;
  throw failure ?? new Error('the store was opened');
}

async function expectRefusal(problem: StartProblem, words: RegExp): Promise<void> {
  const before = picture();
  const failure = await refusal();
  expect(failure.problem).toBe(problem);
  expect(failure.message).toMatch(words);
  expect(failure.zh).toMatch(/[一-龥].*。$/);
  expect(picture()).toEqual(before);
}

describe('opening a SQLite store', () => {
  test('creates it whole, with its folder, and leaves only the file and its lock when closed', async () => {
    const store = await open();
    expect(await fillEmptyStore(store.db, 'auto', NOW)).toBe('loaded');
    const pragma = async (name: string) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('busy_timeout')).toBe(100);
    await store.close();
    expect(readdirSync(join(folder, 'data')).toSorted()).toEqual([
      'cockpit.sqlite',
      'cockpit.sqlite.lock',
    ]);
  });

  test('opens it again as it was left; the sample goes in only once', async () => {
    await filled();
    const store = await open();
    expect(await fillEmptyStore(store.db, 'auto', '2026-11-23T08:00:00.000Z')).toBe('kept');
    expect(await readDataVersion(store.db)).toBe(1);
    expect((await readDataset(store.db, everything)).questions).toHaveLength(7);
    await store.close();
  });

  test('without the sample it starts empty, on the real clock', async () => {
    const store = await open();
    expect(await fillEmptyStore(store.db, 'none', NOW)).toBe('empty');
    const { workspace, ...rest } = await readDataset(store.db, everything);
    expect(workspace.clockPinnedOn).toBeNull();
    expect(Object.values(rest).flat()).toEqual([]);
    await store.close();
  });

  test('a draft that an interrupted first start left behind is built anew', async () => {
    await filled();
    rmSync(file);
    writeFileSync(`${file}.new`, 'half a database');
    const store = await open();
    expect(await readDataVersion(store.db)).toBe(0);
    await store.close();
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  test('after a crash the lock is free and nothing that was acknowledged is lost', async () => {
    await filled();
    await kill(await otherProcess('update store_state set version = 41'));
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const store = await open();
    expect(await readDataVersion(store.db)).toBe(41);
    await store.close();
  });
});

describe('refusing a SQLite store, without touching it', () => {
  beforeEach(filled);

  test('of text', async () => {
    writeFileSync(file, '平湖市科技局 '.repeat(1000));
    await expectRefusal('not-a-database', /is not a SQLite database/);
  });

  test('that is a folder', async () => {
    rmSync(file);
    file = join(folder, 'data');
    await expectRefusal('not-a-database', /is a folder/);
  });

  test('of 0 bytes', async () => {
    truncateSync(file, 0);
    await expectRefusal('empty-file', /is empty \(0 bytes\)/);
  });

  test.each([
    ['within its header', 40],
    ['after a page', 4096],
    ['in the middle', 50_000],
  ])('cut off %s', async (_, length) => {
    expect(statSync(file).size).toBeGreaterThan(length);
    truncateSync(file, length);
    await expectRefusal('damaged', /is damaged \(.+\)/);
  });

  test('with junk in its middle', async () => {
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 8 * 4096, 12 * 4096);
    writeFileSync(file, bytes);
    await expectRefusal('damaged', /is damaged \(.+\)/);
  });

  test('of another program', async () => {
    rmSync(file);
    const other = new DatabaseSync(file);
    other.exec('create table accounts (id integer primary key)');
    other.close();
    await expectRefusal('foreign-database', /of another program/);
  });

  test('of a newer version', async () => {
    const newer = new DatabaseSync(file);
    newer.exec('pragma user_version = 99');
    newer.close();
    await expectRefusal('newer-database', /written by a newer version/);
  });

  test('of a newer version that crashed before it wrote its header back', async () => {
    await kill(await otherProcess('pragma user_version = 99'));
    const [main, wal] = [readFileSync(file), readFileSync(`${file}-wal`)];
    expect((await refusal()).problem).toBe('newer-database');
    expect(readFileSync(file)).toEqual(main);
    expect(readFileSync(`${file}-wal`)).toEqual(wal);
  });

  test('that another process holds', async () => {
    const holder = await otherProcess();
    await expectRefusal('held', new RegExp(`in use by process ${holder.pid} \\(since \\d{4}-`));
    await kill(holder);
    await (await open()).close();
  });

  test('that this process holds', async () => {
    const store = await open();
    expect((await refusal()).problem).toBe('held');
    // The refusal must not have let go of the first one's lock.
    expect((await refusal()).problem).toBe('held');
    await store.close();
    await (await open()).close();
  });

  test('whose lock file is something else', async () => {
    writeFileSync(`${file}.lock`, 'pid 1'.repeat(300));
    await expectRefusal('not-writable', /lock file .* cannot be used/);
  });

  test('in a folder that cannot be made', async () => {
    file = join(file, 'below-a-file', 'cockpit.sqlite');
    await expectRefusal('not-writable', /cannot be written \(.*(ENOTDIR|EEXIST|ENOENT)/);
  });
});

test('a reader waits for no writer, sees nothing uncommitted, and cannot write', async () => {
  const store = await open();
  await fillEmptyStore(store.db, 'auto', NOW);
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const writing = store.db.transaction().execute(async (tx) => {
    await sql`update store_state set version = 99`.execute(tx);
    begun.resolve();
    await gate.promise;
  });
  await begun.promise;
  expect(await readDataVersion(store.readDb)).toBe(1);
  gate.resolve();
  await writing;
  expect(await readDataVersion(store.readDb)).toBe(99);
  await expect(sql`delete from sessions`.execute(store.readDb)).rejects.toThrow(/readonly/);
  await store.close();
});
