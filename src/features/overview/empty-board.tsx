import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useOverviewWords } from './words.ts';

/** Nothing at all by the asked date: names the first date that has something, and leads there. */
export function EmptyBoard({ board }: { board: Pick<Board, 'asOf' | 'dates'> }) {
  const w = useOverviewWords();
  const lang = useLanguage();
  const href = useHref();
  const first = board.dates[0];
  return (
    <section className="empty-board">
      <h2>{w.emptyBoard(formatDate(board.asOf, lang))}</h2>
      {first === undefined ? (
        <p>{w.emptyNever}</p>
      ) : (
        <>
          <p>{w.emptyFirst(formatDate(first.label, lang))}</p>
          <Link className="button" href={href({ change: { asOf: first.on, compare: null } })}>
            {w.lookAt(formatDate(first.label, lang))}
          </Link>
        </>
      )}
    </section>
  );
}
