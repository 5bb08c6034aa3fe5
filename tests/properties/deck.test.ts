/** Rules of meaning on the slides and the agenda of a meeting, for workspaces of any shape. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgendaItem, agendaItemSchema } from '#core/contract/meeting.ts';
import { slideSchema } from '#core/contract/slide.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import { deckOf } from '#core/domain/deck.ts';
import { proposedAsk } from '#core/domain/deck-ask.ts';
import { deckInput } from '#tests/setup/sample-deck.ts';
import { anyDataset } from './arbitrary-dataset.ts';
import { anyDay, anyLanguage } from './arbitrary-values.ts';

const RUNS = { numRuns: 60 };

const anyAsk = fc
  .record({
    days: fc.tuple(anyDay, anyDay),
    isCompared: fc.constantFrom(true, true, false),
    lang: anyLanguage,
  })
  .map(({ days, isCompared, lang }) => {
    const [compare = '', asOf = ''] = [...days].sort();
    return { asOf, compare: isCompared ? compare : null, lang };
  });

const anyInput = fc.tuple(anyDataset, anyAsk).map(([dataset, ask]) => deckInput(dataset, ask));

describe('any deck', () => {
  test('keeps the contract, names no slide twice, and is the same bytes each time', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const slides = deckOf(input);
        for (const slide of slides) expect(slideSchema.safeParse(slide).error).toBeUndefined();
        expect(new Set(slides.map((slide) => slide.key)).size).toBe(slides.length);
        const again = deckOf(structuredClone(input));
        expect(JSON.stringify(again)).toBe(JSON.stringify(slides));
      }),
      RUNS,
    );
  });

  test('missing is never 0: without a baseline there is no count of before', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const body = deckOf(input).find((slide) => slide.kind === 'changes')?.body;
        if (body?.kind !== 'changes') throw new Error('changes are always shown');
        const isCompared = input.board.changes !== null;
        expect(body.ticked.before !== null).toBe(isCompared);
        expect(body.unreported.before !== null).toBe(isCompared);
        for (const row of body.milestones)
          expect(row.before === null).toBe(
            !input.field.before.some((task) => task.id === row.task),
          );
      }),
      RUNS,
    );
  });

  test('a number leaves the board with its qualifier and its open questions, unchanged', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const slides = deckOf(input);
        const rows = (input.board.changes?.groups ?? []).flatMap((group) => group.rows);
        for (const { body } of slides) {
          if (body.kind === 'changes')
            for (const figure of body.figures)
              expect(rows.map(({ light: _, ...row }) => row)).toContainEqual(figure);
          if (body.kind === 'funds') {
            expect(body.funds).toHaveLength(input.board.funds.length);
            for (const fund of body.funds) expect(input.board.funds).toContainEqual(fund);
          }
          if (body.kind === 'platforms') {
            expect(body.stages).toEqual(input.board.platforms.stages);
            for (const row of body.register)
              expect(input.board.platforms.register).toContainEqual(row);
          }
          if (body.kind === 'questions')
            expect(body.questions).toEqual(input.board.questions.filter((one) => one.open));
        }
      }),
      RUNS,
    );
  });

  test('every title has a number in it, and no full stop', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const slide of deckOf(input)) {
          if (slide.kind === 'decisions') continue;
          expect(slide.title).toMatch(/\d/);
          expect(slide.title).not.toMatch(/[。.]$/);
        }
      }),
      RUNS,
    );
  });
});

const anyChange = fc.record({
  order: fc.array(fc.nat(), { maxLength: 20 }),
  dropped: fc.array(fc.nat(30), { maxLength: 4 }),
  notes: fc.array(fc.tuple(fc.nat(30), fc.string({ minLength: 1, maxLength: 20 })), {
    maxLength: 4,
  }),
  own: fc.uniqueArray(fc.nat(99), { maxLength: 3 }),
});

/** An agenda as somebody may have left it: reordered, dropped, with notes and own items. */
function changed(
  items: readonly AgendaItem[],
  { order, dropped, notes, own }: typeof anyChange extends fc.Arbitrary<infer C> ? C : never,
): AgendaItem[] {
  const said = new Map(notes);
  const kept = items.map((item, index) => ({
    ...item,
    shown: !dropped.includes(index),
    notes: said.get(index) ?? null,
  }));
  for (const [index, n] of order.entries()) {
    const [moved] = kept.splice(index % kept.length, 1);
    if (moved !== undefined) kept.splice(n % (kept.length + 1), 0, moved);
  }
  const extra = own.map(
    (n): AgendaItem => ({
      key: `own:${n}`,
      kind: 'own',
      shown: true,
      title: `item ${n}`,
      text: null,
      notes: null,
      minutes: null,
      ask: null,
    }),
  );
  return [...kept, ...extra];
}

describe('any agenda', () => {
  test('what a person wrote survives every change of the data, in its order', () => {
    fc.assert(
      fc.property(anyInput, anyInput, anyChange, (first, second, change) => {
        const kept = changed(agendaOf(deckOf(first), [], first.lang), change);
        const slides = deckOf(second);
        const merged = agendaOf(slides, kept, second.lang);
        const byKey = new Map(merged.map((item) => [item.key, item]));
        expect(byKey.size).toBe(merged.length);
        for (const slide of slides) expect(byKey.has(slide.key)).toBe(true);
        for (const item of kept) {
          const found = byKey.get(item.key);
          const slide = slides.find(({ key }) => key === item.key);
          // A task that has turned red since gets its ask, unless somebody took one out.
          const turnedRed = item.ask === null && !item.declined && slide !== undefined;
          const ask = turnedRed ? proposedAsk(slide, second.lang) : item.ask;
          if (slide !== undefined || item.kind === 'own') expect(found).toEqual({ ...item, ask });
          else if (item.notes !== null || item.ask !== null)
            expect(found).toEqual({ ...item, shown: false });
          else expect(found).toBeUndefined();
        }
        const survivors = kept.map((item) => item.key).filter((key) => byKey.has(key));
        expect(merged.map((item) => item.key).filter((key) => survivors.includes(key))).toEqual(
          survivors,
        );
        for (const item of merged) expect(agendaItemSchema.safeParse(item).error).toBeUndefined();
      }),
      RUNS,
    );
  });
});
