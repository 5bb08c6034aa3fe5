import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { listDepartments } from '#server/departments/departments.repository.ts';
import { findFund, listStandingMovements, readMovements } from '#server/funds/funds.repository.ts';
import { listIndicators, readTargets } from '#server/indicators/indicators.repository.ts';
import type { Store } from '#server/node/store.ts';
import { findPlatform, listPlatforms } from '#server/platforms/platforms.repository.ts';
import { findQuestion, listQuestions } from '#server/questions/questions.repository.ts';
import { findSource, listSources } from '#server/sources/sources.repository.ts';
import { readCheckIns, readTicks } from '#server/tasks/check-ins.repository.ts';
import { readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';
import { engines } from './engines.ts';
import { at, FEBRUARY, fixture, indicator } from './fixture.ts';

const codes = ['Zeta', 'alpha', 'a.10', 'a.2', 'Ä', '中', '🙂'];

describe.each(engines)('lists in $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store.db, fixture);
    // Twice: a second revision must not show a key twice, nor shift a page.
    await loadDataset(store.db, { indicators: codes.map((code) => indicator(code, at(FEBRUARY))) });
    await loadDataset(store.db, {
      indicators: codes.map((code) => indicator(code, at('2026-02-11T00:00:00.000Z'))),
    });
  });
  afterAll(async () => store.close());

  const from = { knownAt: null, asOf: '2026-06-01', after: null, limit: 10 };

  test('pages follow each other in the order of bytes, without gaps or repeats, the same on both engines', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listIndicators(store.db, { knownAt: null, after, limit: 3, theme: null });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map((row) => row.code));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([
      'Zeta',
      'a.10',
      'a.2',
      'alpha',
      'money',
      'people',
      'share',
      'Ä',
      '中',
      '🙂',
    ]);
  });

  test('a full last page says that it is the last', async () => {
    const page = await listDepartments(store.db, { ...from, limit: 2 });
    expect(page.items.map((row) => row.id)).toEqual(['d.one', 'd.two']);
    expect(page.next).toBeNull();
    expect((await listDepartments(store.db, { ...from, limit: 1 })).next).toBe('d.one');
  });

  test('what stands of a ledger goes on page by page, newest first', async () => {
    const rows = (
      await readMovements(store.db, { knownAt: null, asOfLast: null, fund: 'f.one' })
    ).filter((row, _, all) => !all.some((other) => other.supersedes === row.id));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const slice = { asOf: '2030-01-01', after, limit: 1 };
      const page = await listStandingMovements(store.db, 'f.one', slice);
      seen.push(...page.items.map((row) => row.id));
      after = page.next;
    } while (after !== null);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(rows.map((row) => row.id).toReversed());
  });

  test('filters narrow a list', async () => {
    expect(
      (await listIndicators(store.db, { ...from, theme: 'fund' })).items.map((row) => row.code),
    ).toEqual(['money']);
    const platforms = await listPlatforms(store.db, { ...from, asOfLast: '2025-12-31' });
    expect(platforms.items.map((row) => row.id)).toEqual(['p.one']);
    // From the day on which it is retired a record is in no list, and in every earlier one.
    const at = async (asOfLast: string) =>
      (await listPlatforms(store.db, { ...from, asOfLast })).items.map((row) => row.id);
    expect(await at('2029-12-31')).toEqual(['p.one', 'p.two']);
    expect(await at('2030-01-01')).toEqual(['p.one']);
  });

  test('every list knows only what the instant knew', async () => {
    const before = { ...from, knownAt: '2026-01-01T00:00:00.000Z' };
    const pages = [
      await listDepartments(store.db, before),
      await listSources(store.db, before),
      await listQuestions(store.db, before),
      await listPlatforms(store.db, { ...before, asOfLast: null }),
    ];
    expect(pages).toEqual(pages.map(() => ({ items: [], next: null })));
  });

  test('one thing is found by its key, and nothing by another', async () => {
    expect(await findSource(store.db, 's.two', null)).toEqual(fixture.sources[1]);
    expect(await findPlatform(store.db, 'p.one', null)).toEqual(fixture.platforms[0]);
    expect(await findQuestion(store.db, 'q.1', null)).toEqual(fixture.questions[0]);
    expect(await findFund(store.db, 'f.one', null)).toEqual(fixture.funds[0]);
    expect(await findSource(store.db, "s.two' or 1=1", null)).toBeNull();
    expect(await findSource(store.db, 'S.TWO', null)).toBeNull();
  });

  test('what belongs to one thing is read alone', async () => {
    const bounds = { knownAt: null, asOfLast: null };
    expect(await readTargets(store.db, { knownAt: null, indicator: 'people' })).toEqual(
      fixture.targets,
    );
    expect(await readTargets(store.db, { knownAt: null, indicator: 'money' })).toEqual([]);
    expect(await readMovements(store.db, { ...bounds, fund: 'f.one' })).toEqual(fixture.movements);
    expect(await readMilestones(store.db, { ...bounds, task: 'task.one' })).toEqual(
      fixture.milestones,
    );
    expect(await readMilestones(store.db, { ...bounds, task: 'task.two' })).toEqual([]);
    expect(await readMilestones(store.db, { ...bounds, task: [] })).toEqual([]);
    const both = { ...bounds, task: ['task.one', 'task.two'] };
    expect((await readTasks(store.db, both)).map((row) => row.id)).toEqual(both.task);
    expect(await readTicks(store.db, both)).toEqual(fixture.ticks);
    expect(await readTicks(store.db, { ...bounds, task: 'task.one' })).toEqual(fixture.ticks);
    expect(await readCheckIns(store.db, { ...bounds, task: 'task.one' })).toEqual(fixture.checkIns);
    expect(await readCheckIns(store.db, { ...bounds, task: 'task.two' })).toEqual([]);
  });
});
