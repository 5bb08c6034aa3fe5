import { queryOptions } from '@tanstack/react-query';
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Question } from '#src/lib/address.ts';
import { request } from '#src/lib/request.ts';

/** Between two looks for newer records while a page is open. */
const LOOK_EVERY_MS = 60_000;
/** A lost link is tried again sooner. */
const RETRY_EVERY_MS = 10_000;

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
    refetchInterval: (query) => (query.state.status === 'error' ? RETRY_EVERY_MS : LOOK_EVERY_MS),
    refetchIntervalInBackground: true,
    // A failure that the server painted stays on the page until the next look.
    retryOnMount: false,
  });
