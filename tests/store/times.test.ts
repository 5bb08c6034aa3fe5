import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { findIndicator } from '#server/indicators/indicators.repository.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
import type { Store } from '#server/node/store.ts';
import { findTask } from '#server/tasks/tasks.repository.ts';
import { engines } from './engines.ts';
import { at, FEBRUARY, fixture, indicator, JANUARY, MARCH, observation, task } from './fixture.ts';

/**
 * o.1 of November stays. o.2 of December (100) is corrected in February (104) and again in March, when it turns
 * out to be of January (105). The task is renamed in February and put off in March.
 */
async function history(store: Store): Promise<void> {
  await loadDataset(store.db, fixture);
  await loadDataset(store.db, {
    observations: [
      observation('o.2b', { value: 104, supersedes: 'o.2', reason: 'miscounted', ...at(FEBRUARY) }),
    ],
    indicators: [indicator('people', { unit: 'company', ...at(FEBRUARY) })],
    tasks: [task('task.one', { rhythmDays: 7, ...at(FEBRUARY) })],
  });
  await loadDataset(store.db, {
    observations: [
      observation('o.2c', {
        value: 105,
        asOf: '2026-01',
        supersedes: 'o.2b',
        reason: 'of another month',
        ...at(MARCH),
      }),
    ],
    tasks: [task('task.one', { rhythmDays: 7, due: '2026-09', ...at(MARCH) })],
  });
}

describe.each(engines)('the two times in $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await history(store);
  });
  afterAll(async () => store.close());

  const figures = async (knownAt: string | null, day: string | null) => {
    const rows = await readObservations(store.db, { indicator: 'people', knownAt, asOfLast: day });
    return rows.map((row) => `${row.id}=${row.value}`);
  };

  test('known-at before a correction gives the old value, after it both with the link', async () => {
    expect(await figures(JANUARY, null)).toEqual(['o.1=90', 'o.2=100']);
    expect(await figures(FEBRUARY, null)).toEqual(['o.1=90', 'o.2=100', 'o.2b=104']);
    expect(await figures(null, null)).toEqual(['o.1=90', 'o.2=100', 'o.2b=104', 'o.2c=105']);
  });

  test('an instant just before the correction does not know it yet', async () => {
    expect(await figures('2026-02-10T07:59:59.999Z', null)).toEqual(['o.1=90', 'o.2=100']);
  });

  test('as-of compares the last day that a date covers', async () => {
    expect(await figures(JANUARY, '2025-12-30')).toEqual(['o.1=90']);
    expect(await figures(JANUARY, '2025-12-31')).toEqual(['o.1=90', 'o.2=100']);
    expect(await figures(JANUARY, '2025-11-29')).toEqual([]);
  });

  test('a figure moved to a later date does not come back in the earlier picture', async () => {
    expect(await figures(MARCH, '2025-12-31')).toEqual(['o.1=90']);
    expect(await figures(FEBRUARY, '2025-12-31')).toEqual(['o.1=90', 'o.2=100', 'o.2b=104']);
    const { observations } = await readDataset(store.db, {
      knownAt: MARCH,
      asOfLast: '2025-12-31',
      latestOnly: { asOf: '2025-12-31', compare: '2025-12-31' },
    });
    expect(observations.filter((row) => row.indicator === 'people').map((row) => row.id)).toEqual([
      'o.1',
    ]);
  });

  test('a register answers with the revision of the time', async () => {
    expect((await findIndicator(store.db, 'people', JANUARY))?.unit).toBe('person');
    expect((await findIndicator(store.db, 'people', FEBRUARY))?.unit).toBe('company');
    expect((await findTask(store.db, 'task.one', JANUARY))?.rhythmDays).toBe(30);
    expect(await findTask(store.db, 'task.one', FEBRUARY)).toMatchObject({
      rhythmDays: 7,
      due: '2026-06',
    });
    expect(await findTask(store.db, 'task.one', null)).toMatchObject({
      rhythmDays: 7,
      due: '2026-09',
    });
    expect(await findTask(store.db, 'task.one', '2026-01-01T00:00:00.000Z')).toBeNull();
  });

  test('a list shows each key once, in its newest known revision', async () => {
    const { tasks, indicators } = await readDataset(store.db, {
      knownAt: null,
      asOfLast: null,
      latestOnly: null,
    });
    expect(tasks.map((row) => `${row.id} ${row.recordedAt}`)).toEqual([
      `task.one ${MARCH}`,
      `task.two ${JANUARY}`,
    ]);
    expect(indicators.map((row) => row.code)).toEqual(['money', 'people', 'share']);
  });

  test('what is registered later than the day is not in its picture', async () => {
    const ids = async (asOfLast: string) =>
      (await readDataset(store.db, { knownAt: null, asOfLast, latestOnly: null })).platforms.map(
        (row) => row.id,
      );
    expect(await ids('2025-12-30')).toEqual([]);
    expect(await ids('2025-12-31')).toEqual(['p.one']);
    expect(await ids('2026-01-15')).toEqual(['p.one', 'p.two']);
  });

  test('later writing does not change what an earlier known-at answers', async () => {
    const question = { knownAt: FEBRUARY, asOfLast: '2025-12-31', latestOnly: null };
    const before = JSON.stringify(await readDataset(store.db, question));
    await loadDataset(store.db, {
      observations: [observation('o.9', at('2026-04-01T00:00:00.000Z'))],
    });
    expect(JSON.stringify(await readDataset(store.db, question))).toBe(before);
  });
});
