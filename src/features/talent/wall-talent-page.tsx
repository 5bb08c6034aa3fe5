import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { TalentView } from './talent-view.tsx';

/** Talent on a wall; the foot tells whether the wall still hears from its server. */
export function WallTalentPage({ board, link }: BoardPageProps) {
  const status = link.isCopy ? 'offline' : link.status;
  return (
    <TalentView
      board={board}
      frame="wall"
      isCopy={link.isCopy || link.status === 'offline'}
      foot={<LinkState status={status} synced={useSynced(link.syncedAt)} />}
    />
  );
}
