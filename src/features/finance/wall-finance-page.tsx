import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { FinanceView } from './finance-view.tsx';

/** Finance and projects on a wall; the foot tells whether the wall still hears from its server. */
export function WallFinancePage({ board, link }: BoardPageProps) {
  return (
    <FinanceView
      board={board}
      frame="wall"
      isCopy={link.isCopy || link.status !== 'online'}
      foot={<LinkState {...useSynced(link)} />}
    />
  );
}
