/** What stands above every desk page: a chunk of its own, so that no wall loads it. */
import type { Board } from '#core/contract/board.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';

/** Its source, as the build's manifest names it. */
export const CONTROLS_MODULE = 'src/features/controls/control-bar.tsx';

export const printFoot = lazyPart<{ board: Board }>(
  async () => (await import('#src/features/controls/print-lines.tsx')).PrintFoot,
);

export const controls = lazyPart<{ board: Board }>(
  async () => (await import('#src/features/controls/control-bar.tsx')).ControlBar,
);
