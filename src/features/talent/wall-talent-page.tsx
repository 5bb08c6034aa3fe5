import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { TalentView } from './talent-view.tsx';

/** Talent on a wall; the foot tells whether the wall still hears from its server. */
export function WallTalentPage({ board, link }: BoardPageProps) {
  return (
    <TalentView
      board={board}
      frame="wall"
      isCopy={link.isCopy || link.status !== 'online'}
      foot={<LinkState {...useSynced(link)} />}
    />
  );
}
