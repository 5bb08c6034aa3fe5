/** The slides of a store are written from outlines; they must be those of everything that the store holds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slideSchema } from '#core/contract/slide.ts';
import { deckOf } from '#core/domain/deck.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { createKept } from '#server/kept/kept.ts';
import { readDeckRecords, slidesFrom } from '#server/meetings/deck-records.ts';
import type { Store } from '#server/node/store.ts';
import { generateWorkspace } from '#tests/bench/generate-workspace.ts';
import { deckInput } from '#tests/setup/sample-deck.ts';
import { engines } from './engines.ts';

const LATER = '2026-02-01T00:00:00.000Z';
const BEFORE = '2026-01-31T00:00:00.000Z';

const MEETING = {
  id: 'm',
  title: 'a meeting',
  date: '2026-01-05',
  asOf: '2025-12-31',
  compareMeeting: null,
  compare: null,
  participants: [],
  recordedAt: LATER,
  recordedBy: 'tester',
};

describe.each(engines)('the slides of a workspace, in $engine', ({ open }) => {
  let store: Store;
  const workspace = generateWorkspace({
    indicators: 20,
    months: 12,
    funds: 3,
    tasks: 150,
    checkIns: 400,
  });

  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, workspace);
    const stamp = { recordedAt: LATER, recordedBy: 'tester' };
    await loadDataset(store.db, {
      tasks: workspace.tasks.slice(0, 40).map((row) => ({ ...row, due: '2025-12-05', ...stamp })),
      checkIns: workspace.checkIns.slice(0, 20).map((row) => ({
        ...row,
        id: `${row.id}.b`,
        asOf: '2025-12-30',
        status: 'done',
        ...stamp,
      })),
    });
  });
  afterAll(() => store.close());

  test.each([
    ['2025-12-31', '2025-11-30', LATER],
    ['2025-12-31', '2025-11-30', BEFORE],
    ['2025-06-15', null, LATER],
  ])('of %s, compared with %s, known at %s', async (asOf, compare, knownAt) => {
    const dataset = await readDataset(store.db, { knownAt, asOfLast: null, latestOnly: null });
    const picture = {
      workspace: dataset.workspace,
      asOf,
      compare,
      knownAt,
      newest: LATER,
      knownAtShown: knownAt,
    };
    const records = await readDeckRecords(store.db, createKept(), picture, MEETING);
    for (const lang of ['zh', 'en'] as const) {
      const { board, slides } = slidesFrom(records, lang);
      for (const slide of slides) expect(slideSchema.safeParse(slide).error).toBeUndefined();
      const watch = records.honesty(lang);
      const whole = deckInput(dataset, { asOf, compare, lang }, { watch });
      expect(board.asOf).toBe(asOf);
      expect(slides).toEqual(deckOf(whole));
    }
  });
});
