/** The board of a store is read in outline; it must be the board of everything that the store holds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardSchema } from '#core/contract/board.ts';
import { type Task, taskListSchema } from '#core/contract/task.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { worstFirst } from '#core/domain/urgency.ts';
import { createApp } from '#server/app.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Store } from '#server/node/store.ts';
import { generateWorkspace } from '#tests/bench/generate-workspace.ts';
import { engines } from './engines.ts';

const size = { indicators: 20, months: 12, funds: 3, tasks: 250, checkIns: 700 };
const LATER = '2026-02-01T00:00:00.000Z';
const BEFORE = '2026-01-31T00:00:00.000Z';
const NOW = '2026-03-01T00:00:00.000Z';

const everything = { asOfLast: null, latestOnly: null };

describe.each(engines)('tasks in outline, in $engine', ({ open }) => {
  let store: Store;
  const workspace = generateWorkspace(size);

  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, workspace);
    const stamp = { recordedAt: LATER, recordedBy: 'tester' };
    const [tick] = workspace.ticks;
    const [task, second] = workspace.tasks;
    const milestone = workspace.milestones[5];
    if (!(tick && task && second && milestone)) throw new Error('the workspace is too small');
    await loadDataset(store.db, {
      // A withdrawn day, a later due date, a moved milestone, a second tick, a task registered later.
      ticks: [
        { ...tick, id: 'k.corrected', doneOn: '2025-12-20', supersedes: tick.id, ...stamp },
        { ...tick, id: 'k.second', doneOn: '2025-10-01', milestone: milestone.id, ...stamp },
      ],
      tasks: [
        { ...task, due: '2026-06', ...stamp },
        { ...second, id: 'task.new', registeredOn: '2025-12-15', ordinal: 3, ...stamp },
      ],
      milestones: [{ ...milestone, due: null, ...stamp }],
      checkIns: workspace.checkIns.slice(0, 30).map((row) => ({
        ...row,
        id: `${row.id}.b`,
        asOf: '2025-12-30',
        status: 'done' as const,
        ...stamp,
      })),
    });
  });
  afterAll(() => store.close());

  const ask = async (path: string): Promise<unknown> => {
    const app = createApp({ db: store.db, clock: () => NOW, version: 'test' });
    return (await app.fetch(new Request(`http://test/api${path}`))).json();
  };

  test.each([
    ['2025-12-31', '2025-11-30', LATER],
    ['2025-12-31', '2025-11-30', BEFORE],
    ['2025-06-15', '2025-01-31', LATER],
    ['2024-12-31', null, LATER],
  ])('the board of %s, compared with %s, known at %s', async (asOf, compare, knownAt) => {
    const dataset = await readDataset(store.db, { knownAt, ...everything });
    const whole = assembleBoard({ dataset, asOf, compare, knownAt, lang: 'zh' });
    const query = `asOf=${asOf}&compare=${compare ?? 'none'}&knownAt=${knownAt}&lang=zh`;
    const board = boardSchema.parse(await ask(`/board?${query}`));
    expect(board).toEqual(boardSchema.parse(whole));
    expect(board.tasks.length).toBe(Math.min(100, board.taskSummary.total));
  });

  const pages = async (query: string): Promise<{ tasks: Task[]; totals: number[] }> => {
    const tasks: Task[] = [];
    const totals: number[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = taskListSchema.parse(await ask(`/tasks?lang=zh&limit=60${query}${from}`));
      tasks.push(...page.items);
      totals.push(page.total);
      cursor = page.next;
    } while (cursor !== null);
    return { tasks, totals };
  };

  test('pages by urgency, put together, are the whole list', async () => {
    const dataset = await readDataset(store.db, { knownAt: null, ...everything });
    const all = worstFirst(taskViews(dataset.tasks, dataset, '2025-12-31', 'zh'));
    const { tasks, totals } = await pages('&order=urgency');
    expect(tasks).toEqual(all);
    expect(new Set(totals)).toEqual(new Set([all.length]));
    const byId = (await pages('')).tasks.map((task) => task.id);
    expect(byId).toEqual(all.map((task) => task.id).sort());
  });

  test('filters narrow the list and its total', async () => {
    const { tasks, totals } = await pages('&order=urgency&department=d.000003&light=over');
    const all = (await pages('')).tasks;
    const own = all.filter((task) => task.owner === 'd.000003' && task.light.state === 'over');
    expect(own.length).toBeGreaterThan(0);
    expect(tasks.map((task) => task.id).sort()).toEqual(own.map((task) => task.id).sort());
    expect(totals).toEqual([own.length]);
  });
});
