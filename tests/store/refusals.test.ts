import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '#core/domain/records.ts';
import { inUse } from '#core/domain/retirement.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { engines } from './engines.ts';
import {
  at,
  FEBRUARY,
  fixture,
  indicator,
  JANUARY,
  milestone,
  movement,
  observation,
  task,
} from './fixture.ts';

const everything = { knownAt: null, asOfLast: null, latestOnly: null };

const [panel] = fixture.panels;
const [question] = fixture.questions;
const [platform] = fixture.platforms;
const [tick] = fixture.ticks;
const [checkIn] = fixture.checkIns;
const [target] = fixture.targets;
const [framework] = fixture.frameworks;
const [element] = fixture.elements;
if (!panel || !question || !platform || !tick || !checkIn || !target || !framework || !element)
  throw new Error('thin fixture');

const later = at(FEBRUARY);
const correction = { supersedes: 'o.2', reason: 'miscounted', ...later };

/** One record each that must not get in, and what its refusal must name. */
const broken: readonly (readonly [message: string, records: Partial<Dataset>])[] = [
  [
    'observations x, indicator: names nobody, which is not among the indicators',
    { observations: [observation('x', { indicator: 'nobody', ...later })] },
  ],
  [
    'observations x, source: names A9, which is not among the sources',
    { observations: [observation('x', { source: 'A9', ...later })] },
  ],
  [
    'observations x, supersedes: names o.0, which is not among the observations',
    { observations: [observation('x', { ...correction, supersedes: 'o.0' })] },
  ],
  [
    'observations x, supersedes: o.3 is of share, not of people',
    { observations: [observation('x', { ...correction, supersedes: 'o.3' })] },
  ],
  [
    'observations x, reason: supersedes a row without saying why',
    { observations: [observation('x', { ...correction, reason: null })] },
  ],
  [
    'observations y, supersedes: o.2 was superseded already',
    { observations: [observation('x', correction), observation('y', correction)] },
  ],
  [
    'observations x, supersedes: x was not recorded before it',
    { observations: [observation('x', { ...correction, supersedes: 'x' })] },
  ],
  ['observations o.1, id: is used twice', { observations: [observation('o.1', later)] }],
  [
    'observations x, id: is used twice',
    { observations: [observation('x', later), observation('x', later)] },
  ],
  [
    'observations x, asOf: 2025-13 is not a date (YYYY, YYYY-MM or YYYY-MM-DD)',
    { observations: [observation('x', { asOf: '2025-13', ...later })] },
  ],
  [
    'observations x, value: 0.1234567 is not a decimal of at most 6 places within 2^53 steps',
    { observations: [observation('x', { value: 0.1234567, ...later })] },
  ],
  [
    'observations x, period: 2026-01-01 is after 2025-12-31',
    {
      observations: [
        observation('x', { period: { from: '2026-01-01', to: '2025-12-31' }, ...later }),
      ],
    },
  ],
  [
    `observations x, recordedAt: ${JANUARY} is not after ${JANUARY}, the store's newest record`,
    { observations: [observation('x')] },
  ],
  [
    'observations x, recordedAt: 2026-02-10 is not a UTC instant',
    { observations: [observation('x', { recordedAt: '2026-02-10' })] },
  ],
  [
    'movements x, fund: names f.two, which is not among the funds',
    { movements: [movement('x', { fund: 'f.two', ...later })] },
  ],
  [
    'movements x, amountFen: 0.5 is not a whole number of fen within 2^53',
    { movements: [movement('x', { amountFen: 0.5, ...later })] },
  ],
  [
    'indicators x, ownerDepartment: names d.three, which is not among the departments',
    { indicators: [indicator('x', { ownerDepartment: 'd.three', ...later })] },
  ],
  [
    'indicators x, ledger.fund: names f.two, which is not among the funds',
    {
      indicators: [
        indicator('x', { ledger: { fund: 'f.two', kind: 'spent', period: null }, ...later }),
      ],
    },
  ],
  [
    'targets t.2, indicator: names nobody, which is not among the indicators',
    { targets: [{ ...target, id: 't.2', indicator: 'nobody', ...later }] },
  ],
  [
    'platforms x, source: names A9, which is not among the sources',
    { platforms: [{ ...platform, id: 'x', source: 'A9', ...later }] },
  ],
  [
    'frameworks x, source: names A9, which is not among the sources',
    { frameworks: [{ ...framework, id: 'x', source: 'A9', ...later }] },
  ],
  [
    'elements x, framework: names none, which is not among the frameworks',
    { elements: [{ ...element, id: 'x', framework: 'none', ...later }] },
  ],
  [
    'tasks x, element: names none, which is not among the elements',
    { tasks: [task('x', { element: 'none', ...later })] },
  ],
  [
    'tasks x, ownerDepartment: names none, which is not among the departments',
    { tasks: [task('x', { ownerDepartment: 'none', ...later })] },
  ],
  [
    'tasks x, sources: names A9, which is not among the sources',
    { tasks: [task('x', { sources: ['s.one', 'A9'], ...later })] },
  ],
  [
    'milestones x, task: names none, which is not among the tasks',
    { milestones: [milestone('x', { task: 'none', ...later })] },
  ],
  [
    'ticks x, milestone: names none, which is not among the milestones',
    { ticks: [{ ...tick, id: 'x', milestone: 'none', ...later }] },
  ],
  [
    'ticks x, checkIn: names none, which is not among the check_ins',
    { ticks: [{ ...tick, id: 'x', checkIn: 'none', ...later }] },
  ],
  [
    'checkIns x, task: names none, which is not among the tasks',
    { checkIns: [{ ...checkIn, id: 'x', task: 'none', ...later }] },
  ],
  [
    'questions q.1, platforms: names none, which is not among the platforms',
    { questions: [{ ...question, platforms: ['none'], ...later }] },
  ],
  [
    'questions q.1, statements.figure: names none, which is not among the indicators',
    {
      questions: [
        {
          ...question,
          statements: [{ text: question.title, source: null, figure: 'none' }],
          ...later,
        },
      ],
    },
  ],
  [
    'panels talent, blocks.codes: names none, which is not among the indicators',
    {
      panels: [
        {
          ...panel,
          blocks: [{ kind: 'numbers', size: 'm', codes: ['none'], divided: false }],
          ...later,
        },
      ],
    },
  ],
  [
    'panels talent, blocks.question: names 8, which is not among the questions',
    {
      panels: [
        {
          ...panel,
          blocks: [{ kind: 'apart', title: panel.title, question: 8, statements: [] }],
          ...later,
        },
      ],
    },
  ],
];

describe.each(engines)('refusals in $engine', ({ engine, open }) => {
  let store: Store;
  let before: string;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, fixture);
    before = JSON.stringify(await readDataset(store.db, everything));
  });
  afterAll(async () => store.close());

  test.each(broken)('%s', async (message, records) => {
    // Sound records beside the broken one must not get in either.
    const departments = [{ id: 'd.new', name: panel.title, review: false, ...inUse, ...later }];
    await expect(loadDataset(store.db, { departments, ...records })).rejects.toThrow(
      new RegExp(`^${RegExp.escape(message)}$`),
    );
    expect(JSON.stringify(await readDataset(store.db, everything))).toBe(before);
    expect(await readDataVersion(store.db)).toBe(1);
  });

  test('a record may not name what was recorded after it', async () => {
    const departments = [
      {
        id: 'd.new',
        name: panel.title,
        review: false,
        ...inUse,
        ...at('2026-03-01T00:00:00.000Z'),
      },
    ];
    const tasks = [task('x', { ownerDepartment: 'd.new', ...later })];
    await expect(loadDataset(store.db, { departments, tasks })).rejects.toThrow(
      /tasks x, ownerDepartment: recorded at .*, before departments d.new/,
    );
  });

  describe('of the database itself', () => {
    const tables = [
      'observations',
      'movements',
      'ticks',
      'check_ins',
      'tasks',
      'departments',
      'workspaces',
    ];

    test.each(tables)('%s takes no change and no deletion', async (table) => {
      const name = sql.table(table);
      await expect(
        sql`update ${name} set recorded_by = 'somebody'`.execute(store.db),
      ).rejects.toThrow(`${table} is append-only`);
      await expect(sql`delete from ${name}`.execute(store.db)).rejects.toThrow(
        `${table} is append-only`,
      );
      expect(JSON.stringify(await readDataset(store.db, everything))).toBe(before);
    });

    test('nor does a row get replaced or a table emptied in one go', async () => {
      const sneaky =
        engine === 'sqlite'
          ? sql`insert or replace into departments select * from departments`
          : sql`truncate departments`;
      await expect(sneaky.execute(store.db)).rejects.toThrow('departments is append-only');
    });

    test('half a name does not get in', async () => {
      const half = sql`insert into elements (id, revision, recorded_at, recorded_by, framework, slot, ordinal, name_zh)
        values ('x', 1, ${FEBRUARY}, 'tester', 'fw', 'pillar', 9, '半')`;
      await expect(half.execute(store.db)).rejects.toThrow(/constraint/i);
    });
  });
});
