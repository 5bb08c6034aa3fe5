import { describe, expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { calendarOf, datesOf, freshnessOf } from './calendar.ts';
import { lateFigures } from './late-figures.ts';
import { standingsAt } from './observations.ts';
import type { Dataset } from './records.ts';
import { judge, outlinesOf } from './task-outline.ts';
import { taskField } from './task-summary.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const sample = sampleAt(RECORDED);
const freshness = (asOf: string, part: Partial<Dataset> = {}) => {
  const dataset = { ...sample, ...part };
  const at = { asOf, compare: null, nearDays: 10 };
  const judged = outlinesOf(dataset).map((task) => judge(task, at));
  const rows = freshnessOf(
    calendarOf(dataset),
    { movements: dataset.movements, tasks: taskField(judged, asOf).freshness },
    lateFigures(dataset.indicators, standingsAt(dataset, asOf), asOf),
    asOf,
  );
  return Object.fromEntries(rows.map((row) => [row.section, row]));
};

describe('how fresh each section is', () => {
  test('by its own newest figure, not by one date for all', () => {
    const may = freshness('2021-05-31');
    expect(may.funds).toMatchObject({ on: '2021-04-30', ageDays: 31 });
    expect(may.talent).toMatchObject({ on: '2021-05-31', ageDays: 0 });
    expect(may.governance).toMatchObject({ on: '2021-04-30', ageDays: 31 });
  });

  test('a section without a figure yet says which date has one', () => {
    expect(freshness('2020-12-31').funds).toEqual({
      section: 'funds',
      on: null,
      ageDays: null,
      earliest: '2021-04-30',
      late: null,
    });
  });

  test('a section with figures older than their rhythm says how many, and since when', () => {
    const indicators = sample.indicators.map((row) =>
      row.code.startsWith('governance.problems.') ? { ...row, rhythmDays: 30 } : row,
    );
    expect(freshness('2021-05-30', { indicators }).governance).toMatchObject({ late: null });
    const late = freshness('2021-05-31', { indicators });
    expect(late.governance).toMatchObject({ late: { count: 2, since: '2021-05-31' } });
    expect(late.talent).toMatchObject({ late: null });
  });

  test('a tick of a task that is not registered yet is no news', () => {
    expect(sample.ticks.some((row) => row.doneOn === '2020-07')).toBe(true);
    expect(freshness('2021-04-29').tasks).toMatchObject({ on: null, earliest: '2021-04-30' });
    expect(freshness('2021-04-30').tasks).toMatchObject({ on: '2021-04-30', ageDays: 0 });
  });

  test('a report makes tasks fresh, a commitment does not make funds so', () => {
    const checkIns = [
      {
        id: 'c',
        task: 't.centre',
        asOf: '2021-06-10',
        status: 'in_progress' as const,
        progress: null,
        difficulty: null,
        next: null,
        submission: null,
        recordedAt: RECORDED,
        recordedBy: 'someone',
      },
    ];
    expect(freshness('2021-06-12', { checkIns }).tasks).toMatchObject({
      on: '2021-06-10',
      ageDays: 2,
    });
    const movements = sample.movements.map((row) =>
      row.kind === 'committed' ? { ...row, asOf: '2021-06-10' } : row,
    );
    expect(freshness('2021-06-12', { movements }).funds).toMatchObject({ on: '2021-04-30' });
  });
});

describe('the dates with figures', () => {
  test('a month and its last day are one date under the more precise label', () => {
    const entry = (label: string, figures: number) => ({
      label,
      theme: 'talent' as const,
      figures,
    });
    expect(datesOf([entry('2021-05', 2), entry('2020', 1), entry('2021-05-31', 3)])).toEqual([
      { on: '2020-12-31', label: '2020', figures: 1 },
      { on: '2021-05-31', label: '2021-05-31', figures: 5 },
    ]);
  });

  test('a corrected figure is counted once', () => {
    const [first] = sample.observations;
    if (first === undefined) throw new Error('no observation');
    const again = { ...first, id: 'o.again', supersedes: first.id, reason: 'typing error' };
    const observations = [...sample.observations, again];
    expect(datesOf(calendarOf({ ...sample, observations }))).toEqual(datesOf(calendarOf(sample)));
  });
});
