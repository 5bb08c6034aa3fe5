/** A board whose records were kept from the one before is, byte for byte, the board that is read anew. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { type App, createApp } from '#server/app.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { createKept } from '#server/kept/kept.ts';
import type { Store } from '#server/node/store.ts';
import { generateWorkspace } from '#tests/bench/generate-workspace.ts';
import { engines } from './engines.ts';

const workspace = generateWorkspace({
  indicators: 20,
  months: 12,
  funds: 4,
  tasks: 130,
  checkIns: 300,
});
const NOW = '2026-12-01T00:00:00.000Z';
const TASKS = [7, 31, 129].map((n) => `/tasks/${workspace.tasks[n]?.id}?lang=zh`);
const PATHS = [
  ...TASKS,
  '/board?lang=zh',
  '/board?lang=zh&compare=none',
  '/board?lang=zh&asOf=2025-06-30&compare=2025-03-31',
  '/tasks?lang=zh&order=urgency&limit=40',
  '/tasks?lang=zh&light=over',
];

const must = <T>(row: T | undefined): T => {
  if (row === undefined) throw new Error('the workspace is too small');
  return row;
};
const [indicator, otherIndicator] = [must(workspace.indicators[3]), must(workspace.indicators[4])];
const observation = must(workspace.observations.find((row) => row.indicator === indicator.code));
const movement = must(workspace.movements.find((row) => row.kind === 'disbursed'));
const [task, tick, milestone] = [
  must(workspace.tasks[7]),
  must(workspace.ticks[9]),
  must(workspace.milestones[31]),
];
const checkIn = must(workspace.checkIns[11]);

type Stamp = { readonly recordedAt: Instant; readonly recordedBy: string };
const writes: readonly (readonly [string, (stamp: Stamp) => Partial<Dataset>])[] = [
  [
    'a department',
    (s) => ({ departments: [{ ...must(workspace.departments[2]), review: true, ...s }] }),
  ],
  [
    'a check-in',
    (s) => ({
      checkIns: [
        { ...checkIn, id: 'n.c', asOf: '2025-12-30', status: 'blocked', difficulty: 'stuck', ...s },
      ],
    }),
  ],
  [
    'a check-in of an earlier day',
    (s) => ({ checkIns: [{ ...checkIn, id: 'n.d', asOf: '2025-03-30', ...s }] }),
  ],
  [
    'a corrected tick',
    (s) => ({ ticks: [{ ...tick, id: 'n.k', doneOn: '2025-12-24', supersedes: tick.id, ...s }] }),
  ],
  [
    'a new tick',
    (s) => ({
      ticks: [{ ...tick, id: 'n.l', milestone: milestone.id, doneOn: '2025-11-11', ...s }],
    }),
  ],
  ['a moved milestone', (s) => ({ milestones: [{ ...milestone, due: '2026-01', ...s }] })],
  ['a task with a later date', (s) => ({ tasks: [{ ...task, due: '2026-08', ...s }] })],
  ['a new task', (s) => ({ tasks: [{ ...task, id: 'a.new', registeredOn: '2025-12-01', ...s }] })],
  [
    'a figure',
    (s) => ({ observations: [{ ...observation, id: 'n.o', asOf: '2025-12-28', value: 7, ...s }] }),
  ],
  [
    'a corrected figure',
    (s) => ({
      observations: [
        {
          ...observation,
          id: 'n.p',
          asOf: '2025-12-27',
          value: 8,
          supersedes: 'n.o',
          reason: 'mistyped',
          ...s,
        },
      ],
    }),
  ],
  ['a payment', (s) => ({ movements: [{ ...movement, id: 'n.m', asOf: '2025-12', ...s }] })],
  [
    'a corrected payment',
    (s) => ({
      movements: [
        { ...movement, id: 'n.n', amountFen: 5, supersedes: movement.id, reason: 'mistyped', ...s },
      ],
    }),
  ],
  [
    'a renamed indicator',
    (s) => ({ indicators: [{ ...indicator, name: { zh: '新名', en: 'New name' }, ...s }] }),
  ],
  [
    'an indicator that carries a ledger',
    (s) => ({
      indicators: [
        {
          ...otherIndicator,
          code: 'a.paid',
          unit: 'fen',
          ledger: { fund: movement.fund, kind: 'disbursed', period: null },
          ...s,
        },
      ],
    }),
  ],
  [
    'a payment into that ledger',
    (s) => ({ movements: [{ ...movement, id: 'n.q', asOf: '2025-12-29', ...s }] }),
  ],
];

describe.each(engines)('kept records, in $engine', ({ open }) => {
  let store: Store;
  let app: App;
  let at = Date.parse('2026-02-01T00:00:00.000Z');
  const anew = (): App => createApp({ db: store.db, clock: () => NOW, version: 'test' });
  const ask = async (of: App, path: string): Promise<string> => {
    const reply = await of.fetch(new Request(`http://test/api${path}`));
    expect(reply.status).toBe(200);
    return reply.text();
  };

  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, workspace);
    app = anew();
    for (const path of PATHS) await ask(app, path);
  });
  afterAll(() => store.close());

  test.each(writes)('after %s', async (_what, records) => {
    const before = await ask(app, '/board?lang=zh');
    at += 1000;
    const stamp = { recordedAt: new Date(at).toISOString(), recordedBy: 'tester' };
    await loadDataset(store.db, records(stamp));
    for (const path of PATHS) expect(await ask(app, path)).toBe(await ask(anew(), path));
    expect(await ask(app, '/board?lang=zh')).not.toBe(before);
  });
});

test('what another process wrote later is neither shown nor lost', async () => {
  const kept = createKept();
  const reading = {
    name: 'rows',
    whole: async () => 'whole',
    since: async (_db: unknown, earlier: string, after: string) => `${earlier} after ${after}`,
  };
  const read = (newest: string, knownAt: string | null = null) =>
    kept.read({} as Store['db'], { newest, knownAt }, reading);
  expect(await read('2026-01-02')).toBe('whole');
  expect(await read('2026-01-03')).toBe('whole after 2026-01-02');
  expect(await read('2026-01-02')).toBe('whole');
  expect(await read('2026-01-03', '2026-01-01')).toBe('whole');
  expect(await read('2026-01-03')).toBe('whole after 2026-01-02');
});
