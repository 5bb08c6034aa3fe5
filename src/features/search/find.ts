/** Which entries fit a query, best first. */
import { type SearchKind, searchKinds } from '#src/lib/search-kind.ts';
import type { Entry } from './entries.ts';
import { findInitials } from './initials.ts';

/** More characters than these are no search: they are refused with a sentence and cost nothing. */
export const MOST_LETTERS = 100;
/** Rows of one kind that are shown. */
export const MOST_ROWS = 8;

/** Lower is better; null = does not fit. */
function rankOf(entry: Entry, term: string): number | null {
  const at = entry.text.indexOf(term);
  if (at === 0) return entry.text.length === term.length ? 0 : 1;
  if (at > 0) return 2;
  if (/^[a-z0-9]{2,}$/.test(term)) {
    const found = findInitials(entry.initials, term);
    if (found === 0) return 3;
    if (found > 0) return 4;
  }
  return entry.others.some((text) => text.includes(term)) ? 5 : null;
}

export type Group = {
  readonly kind: SearchKind;
  readonly rows: readonly Entry[];
  /** Rows that fit and are not shown. */
  readonly hidden: number;
};

export const termsOf = (query: string): string[] =>
  query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);

/** Every term has to fit. Groups with the best fit come first. */
export function find(entries: readonly Entry[], query: string): Group[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const fits = entries.flatMap((entry) => {
    let rank = 0;
    for (const term of terms) {
      const one = rankOf(entry, term);
      if (one === null) return [];
      rank += one;
    }
    return { entry, rank };
  });
  const sorted = fits.sort((a, b) => a.rank - b.rank || a.entry.name.length - b.entry.name.length);
  return searchKinds
    .flatMap((kind) => {
      const own = sorted.filter(({ entry }) => entry.kind === kind);
      const best = own[0]?.rank;
      if (best === undefined) return [];
      const rows = own.slice(0, MOST_ROWS).map(({ entry }) => entry);
      return { best, group: { kind, rows, hidden: own.length - rows.length } };
    })
    .sort((a, b) => a.best - b.best)
    .map(({ group }) => group);
}
