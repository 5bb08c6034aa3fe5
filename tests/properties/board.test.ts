/** The rules of meaning on the whole picture, for workspaces of any shape. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Board, boardSchema } from '#core/contract/board.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { changeState } from '#core/domain/changes.ts';
import { standingsAt } from '#core/domain/observations.ts';
import type { Dataset } from '#core/domain/records.ts';
import { anyDataset } from './arbitrary-dataset.ts';
import { anyDay, anyLanguage } from './arbitrary-values.ts';
import { withoutLater } from './without-later.ts';

const KNOWN = '2024-01-01T00:00:00.000Z';
const RUNS = { numRuns: 80 };

/** A date and, two times of three, a baseline not after it. */
const anyQuestion = fc
  .record({
    days: fc.tuple(anyDay, anyDay),
    isCompared: fc.constantFrom(true, true, false),
    lang: anyLanguage,
  })
  .map(({ days, isCompared, lang }) => {
    const [compare = '', asOf = ''] = [...days].sort();
    return { asOf, compare: isCompared ? compare : null, lang };
  });

type Ask = typeof anyQuestion extends fc.Arbitrary<infer Q> ? Q : never;

const boardOf = (dataset: Dataset, ask: Ask): Board =>
  assembleBoard({ dataset, knownAt: KNOWN, ...ask });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** The picture without what may speak of later dates. */
const asSeen = ({ dates: _, freshness, ...rest }: Board) => ({
  ...rest,
  freshness: freshness.map(({ earliest: __, ...row }) => row),
});

const EMPTY: Dataset = {
  workspace: {
    name: { zh: '空', en: 'Empty' },
    organisation: { zh: '无', en: 'None' },
    clockPinnedOn: null,
    lastMeetingOn: null,
    nearDays: 10,
    openReading: true,
    separateOfficers: false,
    keeperDepartment: null,
  },
  departments: [],
  sources: [],
  indicators: [],
  observations: [],
  targets: [],
  funds: [],
  movements: [],
  platforms: [],
  frameworks: [],
  elements: [],
  tasks: [],
  milestones: [],
  ticks: [],
  checkIns: [],
  questions: [],
  panels: [],
};

describe('any board', () => {
  test('keeps the contract and is made without touching its records', () => {
    fc.assert(
      fc.property(anyDataset.map(deepFreeze), anyQuestion, (dataset, ask) => {
        expect(boardSchema.safeParse(boardOf(dataset, ask)).error).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('is the same bytes each time', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const again = boardOf(structuredClone(dataset), ask);
        expect(JSON.stringify(again)).toBe(JSON.stringify(boardOf(dataset, ask)));
      }),
      RUNS,
    );
  });

  test('does not depend on the order in which the ledgers are read', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const reversed: Dataset = {
          ...dataset,
          observations: [...dataset.observations].reverse(),
          movements: [...dataset.movements].reverse(),
          milestones: [...dataset.milestones].reverse(),
          ticks: [...dataset.ticks].reverse(),
          checkIns: [...dataset.checkIns].reverse(),
          tasks: [...dataset.tasks].reverse(),
          funds: [...dataset.funds].reverse(),
          elements: [...dataset.elements].reverse(),
          questions: [...dataset.questions].reverse(),
        };
        expect(boardOf(reversed, ask)).toEqual(boardOf(dataset, ask));
      }),
      RUNS,
    );
  });

  test('does not know what is dated later: only the list of dates does', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const then = boardOf(withoutLater(dataset, ask.asOf), ask);
        expect(asSeen(boardOf(dataset, ask))).toEqual(asSeen(then));
      }),
      RUNS,
    );
  });

  test('of a workspace without records is valid and says so', () => {
    for (const lang of ['zh', 'en'] as const) {
      const board = boardOf(EMPTY, { asOf: '2021-05-31', compare: '2021-04-30', lang });
      expect(boardSchema.parse(board)).toEqual(board);
      expect(board).toMatchObject({ figures: [], tasks: [], funds: [], exceptions: [], dates: [] });
      expect(board.changes).toMatchObject({ newFigures: 0, withoutNewFigure: 0 });
      expect(board.freshness.every((row) => row.on === null && row.earliest === null)).toBe(true);
    }
  });

  test('prints no hole in its words', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const words = JSON.stringify(boardOf(dataset, ask)).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
        expect(
          words.filter((word) => /undefined|NaN|\bnull\b|Infinity|\[object/.test(word)),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test('counts each task under one light, and each figure once', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const board = boardOf(dataset, ask);
        const counted = board.lights.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(board.tasks.length);
        expect(new Set(board.figures.map((figure) => figure.code)).size).toBe(board.figures.length);
        const staged = board.platforms.stages.reduce((sum, { count }) => sum + count, 0);
        expect(staged).toBe(board.platforms.register.length);
      }),
      RUNS,
    );
  });

  test('names the worst exceptions first and only what is there', () => {
    const order = [
      'overdue',
      'blocked',
      'due-soon',
      'behind-schedule',
      'late-figures',
      'not-reported',
      'open-question',
    ];
    const kindOf = {
      over: 'overdue',
      blocked: 'blocked',
      near: 'due-soon',
      none: 'not-reported',
    } as const;
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const board = boardOf(dataset, ask);
        const places = board.exceptions.map((row) => order.indexOf(row.kind));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(board.exceptions.every((row) => row.value > 0)).toBe(true);
        for (const { state, count } of board.lights) {
          const kind = state === 'done' || state === 'ok' ? null : kindOf[state];
          if (kind === null) continue;
          const value = board.exceptions.find((row) => row.kind === kind)?.value ?? 0;
          expect([state, value]).toEqual([state, count]);
        }
      }),
      RUNS,
    );
  });
});

describe('the changes since a baseline', () => {
  const compared = anyQuestion.filter((ask) => ask.compare !== null);

  test('put every figure into exactly one state, and the two counts cover all of them', () => {
    fc.assert(
      fc.property(anyDataset, compared, (dataset, ask) => {
        const { changes, figures } = boardOf(dataset, ask);
        const since = ask.compare ?? '';
        const [before, after] = [standingsAt(dataset, since), standingsAt(dataset, ask.asOf)];
        const states = dataset.indicators.flatMap(
          ({ code }) => changeState(before.get(code), after.get(code), since) ?? [],
        );
        const count = (...names: string[]): number =>
          states.filter((state) => names.includes(state)).length;
        expect(states).toHaveLength(figures.length);
        expect(changes?.newFigures).toBe(count('new', 'changed', 'unchanged'));
        expect(changes?.withoutNewFigure).toBe(count('no-new-figure', 'restated'));
      }),
      RUNS,
    );
  });

  test('against the same day hold nothing new', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const { changes, figures } = boardOf(dataset, { ...ask, compare: ask.asOf });
        expect(changes).toMatchObject({ newFigures: 0, withoutNewFigure: figures.length });
        const states = changes?.groups.flatMap((group) => group.rows.map((row) => row.state)) ?? [];
        expect(states.filter((state) => state === 'new' || state === 'changed')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('subtract only exact numbers', () => {
    fc.assert(
      fc.property(anyDataset, compared, (dataset, ask) => {
        const rows = boardOf(dataset, ask).changes?.groups.flatMap((group) => group.rows) ?? [];
        for (const { before, after, delta } of rows) {
          const isExact = before?.qualifier === 'exact' && after?.qualifier === 'exact';
          if (isExact) expect(delta).toBeCloseTo(after.value - before.value, 9);
          else expect(delta).toBeNull();
        }
      }),
      RUNS,
    );
  });
});

describe('open questions', () => {
  test('mark what they touch from the day they arise, and release it once settled', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        const board = boardOf(dataset, ask);
        for (const figure of board.figures) {
          const touching = dataset.questions.filter(
            (row) =>
              row.indicators.includes(figure.code) &&
              row.arisesOn <= ask.asOf &&
              (row.settledOn === null || row.settledOn > ask.asOf),
          );
          expect(figure.questions).toEqual(touching.map((row) => row.number));
        }
        const questions = dataset.questions.map((row) => ({ ...row, settledOn: row.arisesOn }));
        const settled = boardOf({ ...dataset, questions }, ask);
        const marked = [
          ...settled.figures,
          ...settled.frameworks,
          ...settled.frameworks.flatMap((frame) => frame.elements),
          ...settled.tasks,
          ...settled.platforms.register,
        ];
        expect(marked.filter((row) => row.questions.length > 0)).toEqual([]);
        expect(settled.platforms.matrix.filter((cell) => cell.same !== null)).toEqual([]);
        expect(settled.exceptions.filter((row) => row.kind === 'open-question')).toEqual([]);
        expect(settled.questions.map((row) => row.number)).toEqual(
          board.questions.map((row) => row.number),
        );
      }),
      RUNS,
    );
  });

  test('keep their conclusion to themselves until the day they are settled', () => {
    fc.assert(
      fc.property(anyDataset, anyQuestion, (dataset, ask) => {
        for (const question of boardOf(dataset, ask).questions) {
          const isSaid = question.resolution !== null;
          expect([question.id, isSaid, question.settledOn !== null]).toEqual([
            question.id,
            !question.open,
            !question.open,
          ]);
        }
      }),
      RUNS,
    );
  });
});
