import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingsAt } from '#core/domain/observations.ts';
import type { Dataset, IsoDate, ObservationRecord } from '#core/domain/records.ts';
import { latestCheckIn } from '#core/domain/task-view.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { generateWorkspace } from '#tests/bench/generate-workspace.ts';
import { engines } from './engines.ts';

const size = { indicators: 30, months: 24, funds: 3, tasks: 20, checkIns: 600 };
const CORRECTED = '2026-02-01T00:00:00.000Z';
const BEFORE_CORRECTIONS = '2026-01-31T00:00:00.000Z';

/** Every seventh figure is corrected, each third correction with another date. */
function corrections(rows: readonly ObservationRecord[]): ObservationRecord[] {
  return rows
    .filter((_, index) => index % 7 === 0)
    .map((row, index) => ({
      ...row,
      id: `${row.id}.b`,
      value: row.value + 1,
      asOf: index % 3 === 0 ? '2025-08' : row.asOf,
      supersedes: row.id,
      reason: 'checked again',
      recordedAt: CORRECTED,
    }));
}

/** What a picture of a day shows of the figures and reports. */
function picture(dataset: Dataset, day: IsoDate): object {
  const standing = [...standingsAt(dataset, day)].map(([code, row]) => [code, row.id, row.value]);
  const reports = dataset.tasks.map((task) => {
    const ofTask = dataset.checkIns.filter((row) => row.task === task.id);
    return [task.id, latestCheckIn(ofTask, day)?.id ?? null];
  });
  return { standing, reports };
}

describe.each(engines)('reading only what two days show, in $engine', ({ open }) => {
  let store: Store;
  const workspace = generateWorkspace(size);
  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, workspace);
    await loadDataset(store.db, { observations: corrections(workspace.observations) });
  });
  afterAll(async () => store.close());

  test.each([
    { asOf: '2025-12-31', compare: '2025-11-30', knownAt: null },
    { asOf: '2025-12-31', compare: '2025-11-30', knownAt: BEFORE_CORRECTIONS },
    { asOf: '2025-08-31', compare: '2024-03-15', knownAt: null },
    { asOf: '2025-08-30', compare: '2025-08-30', knownAt: null },
    { asOf: '2024-01-30', compare: '2020-01-01', knownAt: null },
  ])(
    'shows the same at $asOf and $compare as the whole history (known at $knownAt)',
    async ({ asOf, compare, knownAt }) => {
      const whole = await readDataset(store.db, { knownAt, asOfLast: asOf, latestOnly: null });
      const part = await readDataset(store.db, {
        knownAt,
        asOfLast: asOf,
        latestOnly: { asOf, compare },
      });
      expect(picture(part, asOf)).toEqual(picture(whole, asOf));
      expect(picture(part, compare)).toEqual(picture(whole, compare));
    },
  );

  test('reads a few rows per indicator and task, not their histories', async () => {
    const [asOf, compare] = ['2025-12-31', '2025-11-30'];
    const { observations, checkIns } = await readDataset(store.db, {
      knownAt: null,
      asOfLast: asOf,
      latestOnly: { asOf, compare },
    });
    const standing = observations.filter(
      (row) => !observations.some((later) => later.supersedes === row.id),
    );
    for (const { code } of workspace.indicators) {
      const rows = standing.filter((row) => row.indicator === code);
      expect(rows.length).toBeGreaterThanOrEqual(1);
      expect(rows.length).toBeLessThanOrEqual(2);
    }
    expect(checkIns.length).toBeLessThanOrEqual(size.tasks * 2);
    expect(checkIns.length).toBeGreaterThanOrEqual(size.tasks);
  });

  test('a corrected figure brings along what it corrected', async () => {
    const { observations } = await readDataset(store.db, {
      knownAt: null,
      asOfLast: '2025-12-31',
      latestOnly: { asOf: '2025-12-31', compare: '2025-11-30' },
    });
    const corrected = observations.filter((row) => row.supersedes !== null);
    expect(corrected.length).toBeGreaterThan(0);
    for (const row of corrected)
      expect(observations.map((one) => one.id)).toContain(row.supersedes);
  });
});
