import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addExport,
  endExport,
  expiredExports,
  exportsOf,
  findExport,
  isFileNamed,
  removeExport,
  tellProgress,
  tellWaiting,
} from '#server/exports/exports.repository.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';

const AT = '2026-03-01T08:00:00.000Z';
const LATER = '2026-03-01T08:00:05.000Z';
const END = '2026-03-02T08:00:00.000Z';

describe.each(engines)('jobs that make files, on $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const add = (id: string) =>
    addExport(store.db, {
      id,
      meeting: 'm',
      version: 2,
      format: 'pdf',
      lang: 'zh',
      account: `asker of ${id}`,
      name: `${id}.pdf`,
      createdAt: AT,
      expiresAt: END,
    });

  test('a job runs, tells how far it is, and ends once', async () => {
    await add('a');
    expect(await findExport(store.db, 'a')).toMatchObject({ state: 'waiting', progress: 0 });
    await tellWaiting(store.db, ['a', 'none'], LATER);
    expect(await findExport(store.db, 'a')).toMatchObject({ state: 'waiting', beatAt: LATER });
    expect(await tellProgress(store.db, 'a', 0.25, LATER)).toBe(true);
    expect(await findExport(store.db, 'a')).toMatchObject({ state: 'running', progress: 0.25 });
    expect(await endExport(store.db, 'a', { state: 'done', file: 'f', bytes: 12 })).toBe(true);
    expect(await endExport(store.db, 'a', { state: 'cancelled' })).toBe(false);
    expect(await tellProgress(store.db, 'a', 0.5, LATER)).toBe(false);
    expect(await exportsOf(store.db, 'asker of a')).toMatchObject([
      { id: 'a', state: 'done', progress: 1, bytes: 12, file: 'f' },
    ]);
    expect(await isFileNamed(store.db, 'f')).toBe(true);
    await removeExport(store.db, 'a');
    expect(await isFileNamed(store.db, 'f')).toBe(false);
  });

  test('a job that was cancelled is not done any more', async () => {
    await add('b');
    expect(await endExport(store.db, 'b', { state: 'cancelled' })).toBe(true);
    expect(await tellProgress(store.db, 'b', 0.5, LATER)).toBe(false);
    expect(await endExport(store.db, 'b', { state: 'done', file: 'f', bytes: 1 })).toBe(false);
    expect(await findExport(store.db, 'b')).toMatchObject({ state: 'cancelled', file: null });
  });

  test('its time is over after a day', async () => {
    await add('c');
    expect((await expiredExports(store.db, LATER)).map(({ id }) => id)).toEqual([]);
    expect((await expiredExports(store.db, END)).map(({ id }) => id)).toContain('c');
  });
});
