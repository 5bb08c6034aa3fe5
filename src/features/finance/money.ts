/** Amounts that may stand on one scale, those that are kept apart, and those of another kind. */
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import { panelCodes } from '#src/lib/panel-codes.ts';

type Panel = Board['panels'][number];
export type ApartBlock = Extract<Panel['blocks'][number], { kind: 'apart' }>;

/** The statements of a panel that must not be added up. */
export const apartBlocks = (panel: Panel | undefined): readonly ApartBlock[] =>
  panel?.blocks.filter((block) => block.kind === 'apart') ?? [];

export type Money = {
  /** Amounts without an open question about adding them, largest first. */
  readonly given: readonly Figure[];
  /** Statements that are kept apart, by their block, in the record's order. */
  readonly apart: readonly { readonly block: ApartBlock; readonly figures: readonly Figure[] }[];
  /** Amounts of projects: another kind of number, so not on this scale. */
  readonly elsewhere: readonly Figure[];
  /** Name of an amount by itself: the short one, unless another figure has the same. */
  readonly nameOf: (figure: Figure) => string;
};

export function moneyOf(board: Pick<Board, 'figures' | 'panels'>): Money {
  const blocks = apartBlocks(board.panels.find((panel) => panel.id === 'finance'));
  const kept = new Set(panelCodes({ blocks: [...blocks] }));
  const money = board.figures.filter((figure) => figure.unit === 'fen');
  const shorts = board.figures.map((figure) => figure.short);
  return {
    given: money
      .filter((figure) => figure.theme === 'finance' && !kept.has(figure.code))
      .sort((a, b) => b.value - a.value),
    apart: blocks
      .map((block) => ({
        block,
        figures: block.statements.flatMap((codes) =>
          codes.flatMap((code) => money.find((figure) => figure.code === code) ?? []),
        ),
      }))
      .filter(({ figures }) => figures.length > 0),
    elsewhere: money.filter((figure) => figure.theme === 'project'),
    nameOf: ({ short, name }) => (shorts.filter((row) => row === short).length > 1 ? name : short),
  };
}

/**
 * The amount that is the largest whatever the qualifiers leave open; null where that cannot be said: a tie, a bound
 * that another amount may lie above, or only one amount.
 */
export function surelyLargest(figures: readonly Figure[]): Figure | null {
  const [first, second] = figures;
  if (first === undefined || second === undefined || first.value === second.value) return null;
  const isFloor = first.qualifier === 'exact' || first.qualifier === 'over';
  const othersHold = figures.slice(1).every((figure) => figure.qualifier !== 'over');
  return isFloor && othersHold ? first : null;
}

/** Ticks of an axis from 0 to `largest` or just above: at most five, each a round number of fen. */
export function roundTicks(largest: number): readonly number[] {
  if (largest <= 0) return [0];
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
