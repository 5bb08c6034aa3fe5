import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';

/** Captions up to this length fit into two lines under their figure. */
const FITS: Record<Language, number> = { zh: 12, en: 40 };

/**
 * True where a panel's captions are longer than its rows have room for: the page then sets its figures
 * smaller. Told from the words alone, so that the server and the page say the same.
 */
export function isWordy(board: Board, figures: FigureIndex): boolean {
  const codes = board.panels.flatMap((panel) =>
    panel.blocks.flatMap((block) =>
      block.kind === 'numbers' || block.kind === 'flow' ? block.codes : [],
    ),
  );
  return codes.some((code) => (figures.get(code)?.short.length ?? 0) > FITS[board.lang]);
}
