import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { RotationBar } from '#src/ui/rotation-bar.tsx';
import { FundsView } from './funds-view.tsx';
import { useFundWords } from './words.ts';

/** The funds on a wall: no pointer, no scroll; the foot tells whether the wall still hears from its server. */
export function WallFundsPage({ board, link }: BoardPageProps) {
  const w = useFundWords();
  const head = (
    <header className="funds-head">
      <h1>{board.workspace.name}</h1>
      <span className="muted">{board.workspace.organisation}</span>
      {board.workspace.clockPinnedOn === null ? null : (
        <span className="funds-pinned dim">{w.pinnedClock}</span>
      )}
      <RotationBar />
    </header>
  );
  const foot = <LinkState {...useSynced(link)} />;
  const isCopy = link.isCopy || link.status !== 'online';
  return <FundsView board={board} frame="wall" isCopy={isCopy} head={head} foot={foot} />;
}
