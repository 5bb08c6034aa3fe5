import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useUiWords } from '#src/ui/words.ts';
import { FinanceView } from './finance-view.tsx';

/** Finance and projects on a desk. */
export function FinancePage({ board, link }: BoardPageProps) {
  const ui = useUiWords();
  const href = useHref();
  const earliest = board.freshness.find((row) => row.section === 'finance')?.earliest ?? null;
  return (
    <FinanceView
      board={board}
      frame="desk"
      isCopy={link.isCopy || link.status !== 'online'}
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
