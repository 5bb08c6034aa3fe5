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
  /** First day on which something in the section was older than its rhythm; null = nothing is. */
  lateSince?: string | null;
  /** The page's date; the year is dropped within the same one. */
  page: string;
};

/** `as of 04-30, 31 days old, late since 05-31`, with the clock where it is older than the page or than its rhythm. */
export function AsOf({ on, ageDays, lateSince = null, page }: AsOfProps) {
  const w = useUiWords();
  const lang = useLanguage();
  const date = formatDate(on, lang, page);
  return (
    <span className="as-of">
      {ageDays === 0 && lateSince === null ? null : <AgeClock />}
      {ageDays === 0 ? w.asOf(date) : w.asOfAge(date, ageDays)}
      {lateSince === null ? null : w.lateSince(formatDate(lateSince, lang, page))}
    </span>
  );
}
