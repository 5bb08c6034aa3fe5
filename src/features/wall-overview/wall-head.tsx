import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Link } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { RotationBar } from '#src/ui/rotation-bar.tsx';
import { useWallWords } from './words.ts';

export type WallHeadProps = {
  board: Board;
  link: Link;
};

/** Whose picture it is, of which date, and whether the wall still hears from its server. */
export function WallHead({ board, link }: WallHeadProps) {
  const w = useWallWords();
  const lang = useLanguage();
  return (
    <header className="wall-head">
      <div className="wall-title">
        <h1>{board.workspace.name}</h1>
        <span className="muted">{board.workspace.organisation}</span>
      </div>
      <div className="wall-meta">
        <span>
          {w.dataAsOf} <b className="digits">{formatDate(board.asOf, lang)}</b>
          {board.workspace.clockPinnedOn === null ? null : (
            <span className="dim"> · {w.pinnedClock}</span>
          )}
        </span>
        <LinkState {...useSynced(link)} />
        <RotationBar compact />
      </div>
    </header>
  );
}
