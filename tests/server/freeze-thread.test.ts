/** What the Node home brings along for freezing: a thread of its own, and a key that it keeps. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { FreezeStopped, freeze } from '#server/meetings/freezer.ts';
import { openFreezeThread } from '#server/node/freeze-thread.ts';
import { openSigner } from '#server/node/signing-key.ts';
import { openSqliteStore } from '#server/node/sqlite-store.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const picture = { asOf: '2021-05-31', compare: '2021-04-30', knownAt: RECORDED };
const meeting = {
  id: 'm',
  title: 'm',
  date: '2021-06-02',
  asOf: picture.asOf,
  compareMeeting: null,
  compare: picture.compare,
  participants: [],
  recordedAt: RECORDED,
  recordedBy: 'test',
};

const unseen = { tell: () => undefined, signal: new AbortController().signal };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cockpit-freeze-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('computes on its thread what it would on this one', async () => {
  const file = path.join(folder, 'cockpit.sqlite');
  const store = await openSqliteStore(file);
  const thread = openFreezeThread({ kind: 'sqlite', file });
  try {
    await loadDataset(store.db, sampleAt(RECORDED));
    thread.freezer.expect();
    const here = await freeze(store.db, picture, meeting, unseen);
    const there = await thread.freezer.freeze(picture, meeting, unseen);
    expect(there.slides).toEqual(here.slides);
    expect(there.hash.words).toEqual(here.hash.words);
    expect(there.hash.length).toBe(here.hash.length);
    const backwards = { ...picture, compare: '2021-06-30' };
    await expect(thread.freezer.freeze(backwards, meeting, unseen)).rejects.toThrow('baseline');
    // A freeze that failed keeps none that comes after it.
    expect((await thread.freezer.freeze(picture, meeting, unseen)).hash.length).toBe(
      here.hash.length,
    );
  } finally {
    await thread.end();
    await store.close();
  }
});

it('tells how far it is; stopped, it ends its thread, and one that waits for its turn never begins', async () => {
  const file = path.join(folder, 'cockpit.sqlite');
  const store = await openSqliteStore(file);
  const thread = openFreezeThread({ kind: 'sqlite', file });
  try {
    await loadDataset(store.db, sampleAt(RECORDED));
    const stopping = new AbortController();
    const shares: number[] = [];
    const tell = (done: number): void => {
      shares.push(done);
      stopping.abort();
    };
    const stopped = thread.freezer.freeze(picture, meeting, { tell, signal: stopping.signal });
    const never = { tell: () => expect.unreachable(), signal: stopping.signal };
    const waiting = thread.freezer.freeze(picture, meeting, never);
    const next = thread.freezer.freeze(picture, meeting, unseen);
    await expect(stopped).rejects.toThrow(FreezeStopped);
    await expect(waiting).rejects.toThrow(FreezeStopped);
    expect(shares[0]).toBeGreaterThan(0);
    expect((await next).parts.length).toBeGreaterThan(0);
  } finally {
    await thread.end();
    await store.close();
  }
});

it('a thread that waits for a freeze is ended with its home', async () => {
  const file = path.join(folder, 'cockpit.sqlite');
  const store = await openSqliteStore(file);
  const thread = openFreezeThread({ kind: 'sqlite', file });
  thread.freezer.expect();
  thread.freezer.expect();
  await thread.end();
  await store.close();
});

it('makes a key for its user alone, and keeps it', async () => {
  const file = path.join(folder, 'data', 'signing-key.json');
  const made = await openSigner(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await openSigner(file)).key).toBe(made.key);
  expect(made.publicKey).not.toHaveProperty('d');
  await writeFile(file, 'no key');
  await expect(openSigner(file)).rejects.toMatchObject({ problem: 'signing-key' });
});
