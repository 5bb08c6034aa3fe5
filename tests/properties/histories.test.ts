/** Passports, ledgers and light histories of workspaces of any shape. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fundDetailSchema } from '#core/contract/fund.ts';
import { passportSchema } from '#core/contract/indicator.ts';
import { taskDetailSchema } from '#core/contract/task.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { addDays, lastDay } from '#core/domain/dates.ts';
import { lightHistory } from '#core/domain/light-history.ts';
import { movementView } from '#core/domain/movement-view.ts';
import { movementsOf, qualifierOfSum, sumMovements } from '#core/domain/observations.ts';
import { passportOf } from '#core/domain/passport.ts';
import type { Dataset } from '#core/domain/records.ts';
import { inUse } from '#core/domain/retirement.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { anyDataset } from './arbitrary-dataset.ts';
import { anyDay, anyLanguage } from './arbitrary-values.ts';
import { withoutLater } from './without-later.ts';

const KNOWN = '2024-01-01T00:00:00.000Z';
const RUNS = { numRuns: 60 };

describe('any passport', () => {
  test('keeps the contract, shows the figure of the board and every row behind it', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
        const board = assembleBoard({ dataset, asOf, compare: null, knownAt: KNOWN, lang });
        const figures = new Map(board.figures.map((figure) => [figure.code, figure]));
        for (const { code, ledger } of dataset.indicators) {
          const passport = passportOf({ dataset, code, asOf, knownAt: KNOWN, lang });
          expect(passportSchema.safeParse(passport).error).toBeUndefined();
          const figure = passport?.indicator.figure ?? null;
          expect(figure).toEqual(figures.get(code) ?? null);
          const counted = passport?.history.filter((row) => !row.superseded) ?? [];
          if (ledger === null) {
            // The newest row that stands is the figure; without one there is none.
            const last = counted.at(-1);
            expect([last?.value, last?.qualifier, last?.asOf]).toEqual([
              figure?.value,
              figure?.qualifier,
              figure?.asOf,
            ]);
          } else if (figure !== null) {
            expect(counted.reduce((sum, row) => sum + row.value, 0)).toBe(figure.value);
          }
          const sources = passport?.sources.map((source) => source.id) ?? [];
          if (figure?.source != null) expect(sources).toContain(figure.source);
          expect(passport?.questions.filter((row) => row.open).map((row) => row.number)).toEqual(
            passport?.indicator.questions,
          );
        }
      }),
      RUNS,
    );
  });

  test('does not know what is dated later', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
        const then = withoutLater(dataset, asOf);
        for (const { code } of dataset.indicators) {
          const ask = { code, asOf, knownAt: KNOWN, lang };
          expect(passportOf({ ...ask, dataset })).toEqual(passportOf({ ...ask, dataset: then }));
        }
      }),
      RUNS,
    );
  });

  test('of a code that does not exist is none', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (dataset, asOf) => {
        const ask = { dataset, code: 'no.such.code', asOf, knownAt: KNOWN, lang: 'zh' as const };
        expect(passportOf(ask)).toBeNull();
      }),
      { numRuns: 5 },
    );
  });
});

describe('any fund', () => {
  test('sums whole fen of rows that stand, and nothing where their qualifiers disagree', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
        const { funds } = assembleBoard({ dataset, asOf, compare: null, knownAt: KNOWN, lang });
        for (const fund of funds) {
          const own = dataset.movements.filter((row) => row.fund === fund.id);
          const rows = movementsOf(own, 'committed', asOf, null);
          const total = rows.reduce((sum, row) => sum + BigInt(row.amountFen), 0n);
          const qualifier = qualifierOfSum(rows.map((row) => row.qualifier));
          const isHonest = rows.length > 0 && qualifier !== null;
          expect(fund.committed?.amountFen).toBe(isHonest ? Number(total) : undefined);
          expect(fund.committed?.qualifier ?? null).toBe(rows.length > 0 ? qualifier : null);
          const shown = {
            fund,
            movements: own.map((row) => movementView(row, lang)),
          };
          expect(fundDetailSchema.safeParse(shown).error).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test('compares with the schedule at the payment’s date, never at the asked one', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, fc.nat(400), (dataset, asOf, later) => {
        const at = (day: string) =>
          assembleBoard({ dataset, asOf: day, compare: null, knownAt: KNOWN, lang: 'zh' }).funds;
        const [now, then] = [at(asOf), at(addDays(asOf, later))];
        for (const [index, fund] of now.entries()) {
          const next = then[index];
          const isSame =
            fund.disbursed?.asOf === next?.disbursed?.asOf &&
            fund.planned?.period?.from === next?.planned?.period?.from &&
            fund.planned?.amountFen === next?.planned?.amountFen;
          if (!isSame || fund.schedule === null || next?.schedule == null) continue;
          expect(next.schedule.gapPoints).toBe(fund.schedule.gapPoints);
          expect(fund.schedule.on).toBe(lastDay(fund.disbursed?.asOf ?? ''));
          expect(next.schedule.expectedTodayPercent).toBeGreaterThanOrEqual(
            fund.schedule.expectedTodayPercent,
          );
        }
      }),
      RUNS,
    );
  });

  test('draws a running total that ends in the sum', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (dataset, asOf) => {
        const board = assembleBoard({ dataset, asOf, compare: null, knownAt: KNOWN, lang: 'zh' });
        for (const fund of board.funds) {
          const days = fund.points.map((point) => point.on);
          expect(days).toEqual([...new Set(days)].sort());
          expect(fund.points.at(-1)?.cumulativeFen).toBe(fund.disbursed?.amountFen);
        }
      }),
      RUNS,
    );
  });

  test('the order of movements does not matter to their sum', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, (dataset, asOf) => {
        const rows = movementsOf(dataset.movements, 'disbursed', asOf, null);
        const turned = movementsOf([...dataset.movements].reverse(), 'disbursed', asOf, null);
        expect(sumMovements(turned)).toEqual(sumMovements(rows));
      }),
      RUNS,
    );
  });
});

/** A task that is retired is shown as it stood before; its history is that of its days in use. */
const tasksInUse = (dataset: Dataset) => dataset.tasks.map((task) => ({ ...task, ...inUse }));

describe('any light history', () => {
  test('has exactly the days on which the light was another than the day before', () => {
    fc.assert(
      fc.property(anyDataset, fc.integer({ min: 0, max: 250 }), (dataset, days) => {
        const [task] = tasksInUse(dataset);
        if (task === undefined) return;
        const registered = lastDay(task.registeredOn);
        const asOf = addDays(registered, days);
        const expected: { on: string; state: string }[] = [];
        for (let n = 0; n <= days; n += 1) {
          const on = addDays(registered, n);
          const state = taskViews([task], dataset, on, 'zh')[0]?.light.state ?? '';
          if (state !== expected.at(-1)?.state) expected.push({ on, state });
        }
        const history = lightHistory(task, dataset, asOf, 'zh');
        expect(history.map(({ on, state }) => ({ on, state }))).toEqual(expected);
      }),
      RUNS,
    );
  });

  test('ends in the light now, and is empty before the task is registered', () => {
    fc.assert(
      fc.property(anyDataset, anyDay, anyLanguage, (dataset, asOf, lang) => {
        const tasks = tasksInUse(dataset);
        const views = new Map(taskViews(tasks, dataset, asOf, lang).map((t) => [t.id, t]));
        for (const record of tasks) {
          const lights = lightHistory(record, dataset, asOf, lang);
          const task = views.get(record.id);
          expect(lights.at(-1)?.state).toBe(task?.light.state);
          if (task === undefined) continue;
          const detail = { task, retired: null, version: '', waiting: 0, checkIns: [], lights };
          expect(taskDetailSchema.safeParse(detail).error).toBeUndefined();
        }
      }),
      RUNS,
    );
  });
});
