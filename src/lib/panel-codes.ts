import type { Panel } from '#core/contract/board.ts';
import { codesOfBlock } from '#core/domain/panel-codes.ts';

/** Codes of the figures that a panel lays out, in its order. */
export const panelCodes = (panel: Pick<Panel, 'blocks'> | undefined): readonly string[] =>
  panel?.blocks.flatMap(codesOfBlock) ?? [];
