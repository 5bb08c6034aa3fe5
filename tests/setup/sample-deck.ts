import type { Language } from '#core/contract/lists.ts';
import type { Slide } from '#core/contract/slide.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { deckOf, deckTasks } from '#core/domain/deck.ts';
import type { DeckInput } from '#core/domain/deck-parts.ts';
import type { Dataset } from '#core/domain/records.ts';
import { judge, outlinesOf } from '#core/domain/task-outline.ts';
import { taskField } from '#core/domain/task-summary.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { sampleAt } from '#core/sample/sample.ts';

const RECORDED = '2021-06-01T00:00:00.000Z';

export type DeckAsk = {
  readonly asOf: string;
  readonly compare: string | null;
  readonly lang: Language;
};

const NOTHING = { disagreements: [], disagreementsTotal: 0, silent: [], silentTotal: 0 };

/** What a deck is written from, read from whole records. */
export function deckInput(
  dataset: Dataset,
  { asOf, compare, lang }: DeckAsk,
  more: Partial<Pick<DeckInput, 'watch' | 'previous'>> = {},
): DeckInput {
  const { nearDays } = dataset.workspace;
  const field = taskField(
    outlinesOf(dataset).map((task) => judge(task, { asOf, compare, nearDays })),
    asOf,
  );
  const named = deckTasks(field, asOf, compare);
  const views = taskViews(
    dataset.tasks.filter((task) => named.has(task.id)),
    dataset,
    asOf,
    lang,
  );
  return {
    board: assembleBoard({ dataset, asOf, compare, knownAt: RECORDED, lang }),
    field,
    now: new Map(views.map((task) => [task.id, task])),
    watch: NOTHING,
    previous: null,
    lang,
    ...more,
  };
}

/** The slides of the default dataset. */
export const sampleDeck = (
  ask: Partial<DeckAsk> = {},
  more: Parameters<typeof deckInput>[2] = {},
): Slide[] =>
  deckOf(
    deckInput(
      sampleAt(RECORDED),
      { asOf: '2021-05-31', compare: '2021-04-30', lang: 'zh', ...ask },
      more,
    ),
  );
