import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { lastOf } from '#src/lib/last-of.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useControlWords } from './words.ts';

/** For a day of which there is no figure: what is shown is older, and where the nearest figures are. */
export function NearestDates({ board }: { board: Pick<Board, 'asOf' | 'compare' | 'dates'> }) {
  const w = useControlWords();
  const lang = useLanguage();
  const href = useHref();
  const { asOf, compare, dates } = board;
  if (dates.length === 0 || dates.some((date) => date.on === asOf)) return null;
  const before = lastOf(dates.filter((date) => date.on < asOf));
  const after = dates.find((date) => date.on > asOf);
  const to = (on: string) =>
    href({ change: { asOf: on, ...(compare !== null && compare > on ? { compare: null } : {}) } });
  return (
    <p className="nearest-dates" role="status">
      {w.noFigures(formatDate(asOf, lang))}
      {before === undefined ? null : (
        <Link href={to(before.on)}>{w.earlier(formatDate(before.on, lang))}</Link>
      )}
      {after === undefined ? null : (
        <Link href={to(after.on)}>{w.later(formatDate(after.on, lang))}</Link>
      )}
    </p>
  );
}
