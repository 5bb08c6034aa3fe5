import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useUiWords } from '#src/ui/words.ts';
import { TalentView } from './talent-view.tsx';
import { useTalentWords } from './words.ts';

/** Talent on a desk. */
export function TalentPage({ board, link }: BoardPageProps) {
  const w = useTalentWords();
  const ui = useUiWords();
  const href = useHref();
  const earliest = board.freshness.find((row) => row.section === 'talent')?.earliest ?? null;
  return (
    <TalentView
      board={board}
      frame="desk"
      isCopy={link.isCopy || link.status !== 'online'}
      fundsLink={<Link href={href({ path: '/funds' })}>{w.subsidyLink}</Link>}
      emptyAction={
        earliest === null ? null : (
          <Link className="button" href={href({ change: { asOf: earliest, compare: null } })}>
            {ui.lookAt(formatDate(earliest, board.lang))}
          </Link>
        )
      }
    />
  );
}
