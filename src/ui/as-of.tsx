import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useUiWords } from './words.ts';

/** The clock face: the figure is older than the page. */
export function AgeClock() {
  return (
    <svg className="as-of-clock" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M9 4v5h4" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

export type AsOfProps = {
  /** Newest date in the section, as precise as its source. */
  on: string;
  /** Days from `on` to the page's date. */
  ageDays: number;
  /** The page's date; the year is dropped within the same one. */
  page: string;
};

/** `as of 04-30, 31 days old`, with the clock where it is older than the page. */
export function AsOf({ on, ageDays, page }: AsOfProps) {
  const w = useUiWords();
  const date = formatDate(on, useLanguage(), page);
  if (ageDays === 0) return <span className="as-of">{w.asOf(date)}</span>;
  return (
    <span className="as-of">
      <AgeClock />
      {w.asOfAge(date, ageDays)}
    </span>
  );
}
