/**
 * The first picture's data, put into the page by the server, so that the page starts with what it already shows.
 */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Problem } from '#core/contract/problem.ts';
import { boardQuery } from '#src/api/board.ts';
import type { Question } from '#src/lib/address.ts';
import { ApiError } from '#src/lib/request.ts';

export type FirstData = {
  readonly question: Question & { readonly lang: Language };
  /** Exactly one of the two is there. */
  readonly board: Board | null;
  readonly problem: Problem | null;
  /** What else the page shows, by the keys of its queries. */
  readonly answers: readonly (readonly [key: readonly string[], answer: unknown])[];
};

/** What the server put into the document; null where a plain file server sent the page. */
export function readFirstData(): FirstData | null {
  const text = document.getElementById('first-data')?.textContent;
  return text ? (JSON.parse(text) as FirstData) : null;
}

/** Puts the first data where the page's query will find it: the same on the server and in the browser. */
export function seedFirstData(client: QueryClient, first: FirstData): void {
  for (const [key, answer] of first.answers) client.setQueryData(key, answer);
  const options = boardQuery(first.question, first.question.lang);
  if (first.board !== null) client.setQueryData(options.queryKey, first.board);
  if (first.problem !== null) {
    const error = new ApiError(first.problem.status, first.problem);
    const { queryKey, queryHash = hashKey(queryKey) } = options;
    client
      .getQueryCache()
      .build(client, { queryKey, queryHash })
      .setState({ status: 'error', error });
  }
}
