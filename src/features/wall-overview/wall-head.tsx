import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Link } from '#src/lib/page-props.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { useWallWords } from './words.ts';

/** The pages that a wall turns through, and which one this is. */
export type Rotation = { readonly names: readonly string[]; readonly current: number };

const clockTime = (ms: number): string => {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
};

function RotationBar({ names, current }: Rotation) {
  const w = useWallWords();
  return (
    <span className="rotation" role="img" aria-label={w.rotation(current + 1, names.length)}>
      {names.map((name, i) => (
        <span key={name} className={i === current ? 'rotation-on' : 'rotation-off'} />
      ))}
      <span className="rotation-name">
        {names[current]} <b className="digits">{`${current + 1}/${names.length}`}</b>
      </span>
    </span>
  );
}

export type WallHeadProps = {
  board: Board;
  link: Link;
  /** null = the wall shows one page only. */
  rotation: Rotation | null;
};

/** Whose picture it is, of which date, and whether the wall still hears from its server. */
export function WallHead({ board, link, rotation }: WallHeadProps) {
  const w = useWallWords();
  const lang = useLanguage();
  const isLive = link.status === 'online' && !link.isCopy;
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
        <LinkState
          status={link.isCopy ? 'offline' : link.status}
          synced={isLive ? w.justSynced : w.syncedAt(clockTime(link.syncedAt))}
        />
        {rotation === null || rotation.names.length < 2 ? null : <RotationBar {...rotation} />}
      </div>
    </header>
  );
}
