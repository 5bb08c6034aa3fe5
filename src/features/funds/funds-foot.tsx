import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import { lastDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { AgeClock } from '#src/ui/as-of.tsx';
import { useFundWords } from './words.ts';

/** How many funds stand at which date before the page's own, oldest first. */
function stopped(board: Board): readonly (readonly [on: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { disbursed } of board.funds) {
    if (disbursed !== null && lastDay(disbursed.asOf) < board.asOf) {
      counts.set(disbursed.asOf, (counts.get(disbursed.asOf) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Titles of the sources that the page's figures come from, in the dataset's order. */
function sourceTitles(board: Board, codes: readonly string[]): string[] {
  const ids = new Set<string | null>();
  for (const fund of board.funds) {
    for (const amount of [fund.committed, fund.planned, fund.disbursed, fund.spent])
      ids.add(amount?.source ?? null);
  }
  for (const figure of board.figures) if (codes.includes(figure.code)) ids.add(figure.source);
  return board.sources.filter((source) => ids.has(source.id)).map((source) => source.title);
}

export type FundsFootProps = {
  board: Board;
  /** Codes of the figures shown beside the funds. */
  codes: readonly string[];
  /** Right end: on walls, whether the server is heard. */
  children?: ReactNode;
};

/** Of which date the page is, which figures are older, and where they come from. */
export function FundsFoot({ board, codes, children }: FundsFootProps) {
  const w = useFundWords();
  const titles = sourceTitles(board, codes);
  return (
    <footer className="funds-foot">
      <span className="nowrap funds-as-of">
        {w.pageAsOf} <b className="digits">{formatDate(board.asOf, board.lang)}</b>
      </span>
      {stopped(board).map(([on, count]) => (
        <span key={on} className="nowrap funds-stopped">
          <AgeClock />
          {w.stopped(count, formatDate(on, board.lang, board.asOf))}
        </span>
      ))}
      <span className="funds-sources">
        {titles.length === 0 ? null : `${w.sources}${titles.map(w.title).join(w.titleSeparator)}`}
      </span>
      {children}
    </footer>
  );
}
