import { type QueryState, queryOptions } from '@tanstack/react-query';
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Question } from '#src/lib/address.ts';
import { ApiError, request } from '#src/lib/request.ts';

/**
 * Between two looks for newer records while a page is open. With the time that a question may take it stays below the
 * minute within which a page says that it has lost its server.
 */
const LOOK_EVERY_MS = 40_000;
/** A lost link is tried again sooner, and less and less often the longer it is lost. */
const RETRY_MS = { first: 5_000, longest: 30_000 } as const;
/** Screens that lost one server in one moment do not all come back in one. */
const OWN_PACE = 0.75 + Math.random() / 2;

function retryAfter({ dataUpdatedAt, errorUpdatedAt }: QueryState<Board>): number {
  const lostFor = dataUpdatedAt === 0 ? 0 : (errorUpdatedAt - dataUpdatedAt) / 4;
  return Math.min(Math.max(lostFor, RETRY_MS.first), RETRY_MS.longest) * OWN_PACE;
}

/** What was a wall may not read any more: its token is dead, and is not shown again. */
export const isBarred = ({
  state,
}: {
  readonly state: { readonly error: Error | null };
}): boolean => state.error instanceof ApiError && state.error.status === 403;

/** The whole overview. It goes on asking in the background, also where nobody touches the page. */
export const boardQuery = (question: Question, lang: Language) =>
  queryOptions({
    queryKey: ['board', question.asOf, question.compare, question.knownAt, lang],
    queryFn: ({ signal }) =>
      request<Board>(
        '/board',
        { asOf: question.asOf, compare: question.compare, knownAt: question.knownAt, lang },
        signal,
      ),
    staleTime: LOOK_EVERY_MS,
    refetchInterval: (query) =>
      isBarred(query)
        ? false
        : query.state.status === 'error'
          ? retryAfter(query.state)
          : LOOK_EVERY_MS,
    refetchOnWindowFocus: (query) => !isBarred(query),
    refetchIntervalInBackground: true,
    // A failure that the server painted stays on the page until the next look.
    retryOnMount: false,
  });
