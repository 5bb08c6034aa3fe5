import type { Panel, PanelBlockView } from '#core/contract/board.ts';

function codesOfBlock(block: PanelBlockView): readonly string[] {
  switch (block.kind) {
    case 'numbers':
    case 'flow':
      return block.codes;
    case 'apart':
      return block.statements.flat();
    case 'pipeline':
      return [block.total, block.part, block.landed, block.investment];
    case 'ratio':
      return [block.part, block.whole];
    default:
      return block satisfies never;
  }
}

/** Codes of the figures that a panel lays out, in its order. */
export const panelCodes = (panel: Pick<Panel, 'blocks'> | undefined): readonly string[] =>
  panel?.blocks.flatMap(codesOfBlock) ?? [];
