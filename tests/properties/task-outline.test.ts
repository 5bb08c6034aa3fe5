/** Tasks judged in outline are the tasks as they are shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardSchema } from '#core/contract/board.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { lastDay } from '#core/domain/dates.ts';
import type { Dataset } from '#core/domain/records.ts';
import { inOrder, judge, outlinesOf } from '#core/domain/task-outline.ts';
import { taskField, taskSummary } from '#core/domain/task-summary.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { anyDataset } from './arbitrary-dataset.ts';
import { anyDay, anyLanguage } from './arbitrary-values.ts';

const judgedAt = (dataset: Dataset, asOf: string) =>
  outlinesOf(dataset).map((task) =>
    judge(task, { asOf, compare: null, nearDays: dataset.workspace.nearDays }),
  );

const RUNS = { numRuns: 100 };

test('the state of a task is that of its view, in the same order', () => {
  fc.assert(
    fc.property(anyDataset, anyDay, (dataset, asOf) => {
      const states = inOrder(judgedAt(dataset, asOf).map((task) => task.now));
      const views = taskViews(dataset.tasks, dataset, asOf, 'zh');
      expect(
        states.map(({ id, owner, done, total, light, next }) => [
          [id, owner, done, total],
          [light.state, light.rule, light.dueInDays, next?.due ?? null],
        ]),
      ).toEqual(
        views.map(({ id, owner, done, total, light, next }) => [
          [id, owner, done, total],
          [light.state, light.rule, light.dueInDays, next?.due ?? null],
        ]),
      );
    }),
    RUNS,
  );
});

test('the summary counts what a list of all tasks would show', () => {
  fc.assert(
    fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
      const field = taskField(judgedAt(dataset, asOf), asOf);
      const views = taskViews(dataset.tasks, dataset, asOf, lang);
      const summary = taskSummary(field, views, new Map());
      expect(summary.total).toBe(views.length);
      for (const { id, lights } of summary.owners) {
        for (const { state, count } of lights) {
          const own = views.filter((task) => task.owner === id && task.light.state === state);
          expect(own).toHaveLength(count);
        }
      }
      const dates = views.map((task) => {
        if (task.light.state === 'done') return [];
        const steps = task.milestones.filter((step) => step.doneOn === null && step.due !== null);
        const days = steps.map((step) => lastDay(step.due ?? ''));
        const due = task.due === null ? null : lastDay(task.due);
        return due === null || days.includes(due) ? days : [...days, due];
      });
      expect(summary.dates.total).toBe(dates.flat().length);
      expect(summary.dates.undated).toBe(dates.filter((days) => days.length === 0).length);
      const nearest = dates.flat().sort().slice(0, summary.dates.nearest.length);
      expect(summary.dates.nearest.map((row) => lastDay(row.due))).toEqual(nearest);
      expect(new Set(summary.sources)).toEqual(new Set(views.flatMap((task) => task.sources)));
    }),
    RUNS,
  );
});

test('of more tasks than a board carries the worst are carried, and the sentences name the same ones', () => {
  fc.assert(
    fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
      const copies = Array.from({ length: 40 }, (_, n) => n);
      const tasks = copies.flatMap((n) =>
        dataset.tasks.map((task) => ({ ...task, id: `${task.id}-${n}` })),
      );
      const milestones = copies.flatMap((n) =>
        dataset.milestones.map((row) => ({
          ...row,
          id: `${row.id}-${n}`,
          task: `${row.task}-${n}`,
        })),
      );
      const many = { ...dataset, tasks, milestones };
      const ask = { asOf, compare: null, knownAt: '2024-01-01T00:00:00.000Z', lang };
      const board = assembleBoard({ dataset: many, ...ask });
      expect(boardSchema.safeParse(board).error).toBeUndefined();
      expect(board.tasks.length).toBe(Math.min(100, board.taskSummary.total));
      const field = taskField(judgedAt(many, asOf), asOf);
      const named = many.tasks.filter((task) => field.named.has(task.id));
      expect(assembleBoard({ dataset: { ...many, tasks: named }, ...ask, field })).toEqual(board);
    }),
    { numRuns: 20 },
  );
});
