/** Which indicators a panel's blocks name. */
import type { PanelBlockView } from '../contract/board.ts';
import type { PanelBlock } from './records.ts';

/** Codes of one block, in its order; a record and its view answer alike. */
export function codesOfBlock(block: PanelBlock | PanelBlockView): readonly string[] {
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
