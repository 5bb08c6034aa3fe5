import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { engines } from '#tests/store/engines.ts';
import { checkSample, fillEmptyStore } from './sample-loader.ts';

const NOW = '2026-11-22T08:00:00.000Z';

/** What a test does to the default dataset before it is loaded. */
let spoil = (sample: Dataset): Dataset => sample;

vi.mock('#core/sample/sample.ts', async (original) => {
  const { sampleAt } = await original<typeof import('#core/sample/sample.ts')>();
  return { sampleAt: (recordedAt: Instant) => spoil(sampleAt(recordedAt)) };
});

afterEach(() => {
  spoil = (sample) => sample;
});

const withUnknownSource = (sample: Dataset): Dataset => ({
  ...sample,
  observations: sample.observations.map((row, index) =>
    index === 3 ? { ...row, source: 'A9' } : row,
  ),
});

const complaint =
  /^The default dataset cannot be loaded: observations o\.\S+, source: names A9, which is not among the sources\.\n.*无法载入/;

test('the default dataset is sound', async () => {
  await expect(checkSample(NOW)).resolves.toBeUndefined();
});

test('a broken reference is found before any store is opened', async () => {
  spoil = withUnknownSource;
  await expect(checkSample(NOW)).rejects.toThrow(complaint);
});

describe.each(engines)('a broken default dataset in $engine', ({ open }) => {
  test('leaves the store as empty as it was', async () => {
    const store = await open();
    try {
      spoil = withUnknownSource;
      await expect(fillEmptyStore(store.db, 'auto', NOW)).rejects.toThrow(complaint);
      expect(await readDataVersion(store.db)).toBe(0);
      spoil = (sample) => sample;
      expect(await fillEmptyStore(store.db, 'auto', NOW)).toBe('loaded');
    } finally {
      await store.close();
    }
  });
});
