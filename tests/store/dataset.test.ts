import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import {
  datesWithFigures,
  EmptyStoreError,
  readDataset,
} from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { readDataVersion, readLatestRecordedAt } from '#server/store/store.repository.ts';
import { engines } from './engines.ts';
import { FEBRUARY, fixture, JANUARY } from './fixture.ts';

const everything = { knownAt: null, asOfLast: null, latestOnly: null };

const key = (record: object): string =>
  'code' in record && !('id' in record)
    ? String(record.code)
    : 'id' in record
      ? String(record.id)
      : '';
const byKey = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.toSorted((a: object, b: object) => (key(a) < key(b) ? -1 : 1))
    : value;
const inKeyOrder = (dataset: object): object =>
  Object.fromEntries(Object.entries(dataset).map(([name, records]) => [name, byKey(records)]));

describe.each(engines)('a dataset in $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => store.close());

  test('an untouched store has version 0, knows no instant and has nothing to show', async () => {
    expect(await readDataVersion(store.db)).toBe(0);
    expect(await readLatestRecordedAt(store.db)).toBeNull();
    await expect(readDataset(store.db, everything)).rejects.toThrow(EmptyStoreError);
  });

  test('what goes in comes out, field by field', async () => {
    await loadDataset(store.db, fixture);
    expect(await readDataset(store.db, everything)).toEqual(fixture);
    expect(await readDataVersion(store.db)).toBe(1);
    expect(await readLatestRecordedAt(store.db)).toBe(JANUARY);
  });

  test('days with figures count observations and movements on their last day', async () => {
    expect(await datesWithFigures(store.db, null)).toEqual([
      { date: '2025-06-30', figures: 1 },
      { date: '2025-11-30', figures: 1 },
      { date: '2025-12-31', figures: 3 },
    ]);
    expect(await datesWithFigures(store.db, '2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('a workspace alone needs to be told when it was recorded', async () => {
    const { workspace } = fixture;
    await expect(loadDataset(store.db, { workspace })).rejects.toThrow(/nothing says when/);
    await loadDataset(
      store.db,
      { workspace: { ...workspace, nearDays: 20 } },
      { recordedAt: FEBRUARY, recordedBy: 'me' },
    );
    expect((await readDataset(store.db, everything)).workspace.nearDays).toBe(20);
    expect(
      (await readDataset(store.db, { ...everything, knownAt: JANUARY })).workspace.nearDays,
    ).toBe(10);
  });

  test('before the store knew anything it still tells its name, and nothing else', async () => {
    const before = await readDataset(store.db, {
      ...everything,
      knownAt: '2025-01-01T00:00:00.000Z',
    });
    const { workspace, ...rest } = before;
    expect(workspace).toEqual(fixture.workspace);
    expect(Object.values(rest).flat()).toEqual([]);
  });
});

describe.each(engines)('the default dataset in $engine', ({ open }) => {
  test('survives the store unchanged', async () => {
    const store = await open();
    try {
      const sample = sampleAt(JANUARY);
      await loadDataset(store.db, sample);
      const stored = await readDataset(store.db, everything);
      expect(inKeyOrder(stored)).toEqual(inKeyOrder(sample));
      expect(stored.questions).toHaveLength(7);
    } finally {
      await store.close();
    }
  });
});
