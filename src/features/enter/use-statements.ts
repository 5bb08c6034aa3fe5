import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EntryStatement } from '#core/contract/entry-sheet.ts';
import { statementsQuery } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { type Item, statementsOf } from './items.ts';

export type Statements = {
  /** Newest first, as far as they were asked for. */
  readonly rows: readonly EntryStatement[];
  /** The one that the draft corrects; null = none, or it is not among the rows. */
  readonly corrected: EntryStatement | null;
  /** Asks for earlier ones; null = there are none. */
  readonly onEarlier: (() => void) | null;
  readonly isReading: boolean;
};

/** What stands of an item and may be corrected: as many pages as somebody asks for, or as it takes to find `wanted`. */
export function useStatements(item: Item, wanted: string): Statements {
  const query = useInfiniteQuery(statementsQuery(item.name, useLanguage()));
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = query;
  // Until the first page is there, what the sheet itself tells.
  const rows = data?.pages.flatMap((page) => page.items) ?? statementsOf(item);
  const corrected = rows.find((row) => row.id === wanted) ?? null;
  const isSought = wanted !== '' && corrected === null && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isSought) void fetchNextPage();
  }, [isSought, fetchNextPage]);
  const isUnread = data === undefined && isError;
  return {
    rows,
    corrected,
    onEarlier: hasNextPage || isUnread ? () => void (isUnread ? refetch() : fetchNextPage()) : null,
    isReading: isFetching,
  };
}
