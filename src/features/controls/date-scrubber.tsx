import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { intoSight } from '#src/lib/into-sight.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useControlWords } from './words.ts';

/** More dates than these do not fit the bar; the field beside it takes any. */
const SHOWN = 6;
const BAR_REM = 1.7;

export type DateScrubberProps = { board: Pick<Board, 'dates' | 'asOf' | 'compare'> };

const isAfter = (baseline: string | null, on: string): boolean =>
  baseline !== null && baseline > on;

/** The dates that have figures, each with how many, so that nobody picks an empty one unawares. */
export function DateScrubber({ board }: DateScrubberProps) {
  const w = useControlWords();
  const lang = useLanguage();
  const href = useHref();
  const shown = board.dates.slice(-SHOWN);
  const most = Math.max(1, ...shown.map((date) => date.figures));
  const earlier = board.dates.length - shown.length;
  const inRange = (on: string): boolean =>
    board.compare !== null && on >= board.compare && on < board.asOf;
  return (
    <nav className="scrubber" aria-label={w.dates}>
      {earlier > 0 ? <span className="scrubber-earlier">{w.earlierDates(earlier)}</span> : null}
      <ol>
        {shown.map(({ on, label, figures }, i) => {
          const isLast = i === shown.length - 1;
          const text = formatDate(
            label,
            lang,
            isLast && label.length > 7 && shown.length > 1 ? board.asOf : null,
          );
          const mark = on === board.asOf ? 'current' : on === board.compare ? 'baseline' : 'plain';
          return (
            <li key={on} className={inRange(on) ? 'scrubber-range' : undefined}>
              <Link
                ref={on === board.asOf ? intoSight : undefined}
                href={href({
                  change: { asOf: on, ...(isAfter(board.compare, on) ? { compare: null } : {}) },
                })}
                className={`scrubber-date scrubber-${mark}`}
                aria-current={on === board.asOf ? 'date' : undefined}
              >
                <span className="scrubber-bar">
                  <i style={{ height: `${((figures / most) * BAR_REM).toFixed(3)}rem` }} />
                  <b className="digits">{figures}</b>
                  <span className="visually-hidden">{w.figuresOn(figures)}</span>
                </span>
                <span className="scrubber-dot" />
                <span className="scrubber-label digits">{text}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
