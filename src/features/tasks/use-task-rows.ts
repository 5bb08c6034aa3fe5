import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Task, TaskList } from '#core/contract/task.ts';
import { worstFirst } from '#core/domain/urgency.ts';
import { tasksQuery } from '#src/api/tasks.ts';
import { lastOf } from '#src/lib/last-of.ts';
import { type Picture, pictureOf } from '#src/lib/picture.ts';
import { isKnownFilter, matching, type TaskFilter } from './task-filter.ts';

/** Rows of a page: what a list of thousands is read by. */
const PAGE_ROWS = 50;

/** What the list shows, and how it goes on; null = there is no such way. */
export type TaskRows = {
  readonly tasks: readonly Task[];
  /** Tasks that fit the filter, on all pages. */
  readonly total: number;
  /** Number of the first row shown, from 1. */
  readonly from: number;
  readonly isPaged: boolean;
  /** False where the rows are the board's own; true where they were asked for, of the records. */
  readonly isAsked: boolean;
  readonly isTurning: boolean;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
};

/** Cursors of the pages up to the one that is shown; null = the first. */
type Place = { readonly of: string; readonly cursors: readonly (string | null)[] };

/** What the board itself has of a first page until that is fetched; undefined where it cannot tell how many there are. */
function ownRows(board: Board, filter: TaskFilter): TaskList | undefined {
  if (filter.framework !== null) return undefined;
  const total = board.taskSummary.owners
    .filter((row) => filter.department === null || row.id === filter.department)
    .flatMap((row) => row.lights)
    .filter(({ state }) => filter.light === null || state === filter.light)
    .reduce((sum, { count }) => sum + count, 0);
  const items = worstFirst(matching(board.tasks, filter));
  return items.length === 0 && total > 0
    ? undefined
    : { items: items.slice(0, PAGE_ROWS), total, next: null };
}

/**
 * The rows of the list: the board's own where it carries every task, else page by page from the register of tasks,
 * as known at the same moment as the board.
 */
export function useTaskRows(
  board: Board,
  filter: TaskFilter,
): { readonly picture: Picture<TaskRows>; readonly retry: () => void } {
  const isWhole = board.tasks.length >= board.taskSummary.total;
  const { department, framework, light } = filter;
  // Another question starts at its first page; newer records do not turn the page.
  const of = JSON.stringify([board.asOf, department, framework, light]);
  const [place, setPlace] = useState<Place>({ of, cursors: [null] });
  const cursors = place.of === of ? place.cursors : [null];
  const options = tasksQuery(
    { department, framework, light },
    { asOf: board.asOf, knownAt: board.knownAt, lang: board.lang },
    { limit: PAGE_ROWS, cursor: lastOf(cursors) ?? null },
  );
  const isAsked = !isWhole && isKnownFilter(filter, board);
  const result = useQuery({
    ...options,
    enabled: isAsked,
    // A page that is turned stays until the next is there; another question starts with what the board has of it.
    placeholderData: (earlier) =>
      place.of === of && earlier !== undefined ? earlier : ownRows(board, filter),
  });
  const retry = () => void result.refetch();
  const goTo = (next: readonly (string | null)[]) => () => setPlace({ of, cursors: next });
  if (!isAsked) {
    const tasks = matching(board.tasks, filter);
    const data = { tasks, total: tasks.length, from: 1, isPaged: false, isTurning: false, isAsked };
    const still = { syncedAt: 0, link: 'online', isCopy: false } as const;
    return {
      picture: { kind: 'data', data: { ...data, previous: null, next: null }, ...still },
      retry,
    };
  }
  const picture = pictureOf(result, options.queryKey);
  if (picture.kind !== 'data') return { picture, retry };
  const { items, next, total } = picture.data;
  const isTurning = result.isPlaceholderData;
  const data: TaskRows = {
    tasks: items,
    total,
    from: (cursors.length - 1) * PAGE_ROWS + 1,
    isPaged: total > PAGE_ROWS,
    isAsked,
    isTurning,
    previous: cursors.length === 1 ? null : goTo(cursors.slice(0, -1)),
    next: next === null || isTurning ? null : goTo([...cursors, next]),
  };
  return { picture: { ...picture, data }, retry };
}
