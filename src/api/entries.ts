import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  EntryReply,
  MovementInput,
  ObservationInput,
  Submission,
  SubmissionList,
} from '#core/contract/entry.ts';
import type {
  EntrySheet,
  EntryStatementList,
  SubmissionDetail,
} from '#core/contract/entry-sheet.ts';
import type { Language, LintCode, Verdict } from '#core/contract/lists.ts';
import type { Source } from '#core/contract/register.ts';
import type { Watch } from '#core/contract/watch.ts';
import { acrossLanguages } from '#src/lib/across-languages.ts';
import { request, send } from '#src/lib/request.ts';

const STALE_MS = 30_000;

/** What the account's department enters. */
export const entrySheetQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['entry-sheet', lang],
    queryFn: ({ signal }) => request<EntrySheet>('/entry-sheet', { lang }, signal),
    staleTime: STALE_MS,
  });

/** What stands of one thing that is entered (`figure:<code>`, `fund:<id>`), newest first, page by page. */
export const statementsQuery = (item: string, lang: Language) =>
  infiniteQueryOptions({
    queryKey: ['entry-sheet', item, lang],
    queryFn: ({ pageParam, signal }) =>
      request<EntryStatementList>(
        `/entry-sheet/${encodeURIComponent(item)}`,
        { lang, limit: '20', cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: STALE_MS,
  });

/** What waits for review, oldest first, page by page: a reviewer sees all, others their own. */
export const waitingQuery = (lang: Language) =>
  infiniteQueryOptions({
    queryKey: ['submissions', lang],
    placeholderData: acrossLanguages('submissions'),
    queryFn: ({ pageParam, signal }) =>
      request<SubmissionList>(
        '/submissions',
        { state: 'waiting', lang, limit: '50', cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: STALE_MS,
  });

/** What was returned to the reader and is not mended yet, newest first. */
export const returnsQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['returns', lang],
    queryFn: async ({ signal }) =>
      (await request<{ items: Submission[] }>('/returns', { lang }, signal)).items,
    staleTime: STALE_MS,
  });

/** One of them, with the picture as it is and as it would be. */
export const submissionQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['submission', id, lang],
    placeholderData: acrossLanguages('submission', id),
    queryFn: ({ signal }) =>
      request<SubmissionDetail>(`/submissions/${encodeURIComponent(id)}`, { lang }, signal),
    staleTime: 0,
  });

/** The lists of honesty, page by page. */
export const watchQuery = (lang: Language) =>
  infiniteQueryOptions({
    queryKey: ['watch', lang],
    queryFn: ({ pageParam, signal }) =>
      request<Watch>('/watch', { lang, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: STALE_MS,
  });

/** What is entered, and where. */
export type Entry =
  | { readonly kind: 'figure'; readonly id: string; readonly input: Partial<ObservationInput> }
  | { readonly kind: 'fund'; readonly id: string; readonly input: Partial<MovementInput> };

/** Sends a figure or a movement once under its key. Refusals come as ApiError. */
export function useEnter(lang: Language) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ entry, key }: { entry: Entry; key: string }) =>
      send<EntryReply>({
        method: 'POST',
        path:
          entry.kind === 'figure'
            ? `/indicators/${encodeURIComponent(entry.id)}/observations`
            : `/funds/${encodeURIComponent(entry.id)}/movements`,
        params: { lang },
        body: entry.input,
        key,
      }),
    onSuccess: () => client.invalidateQueries(),
  });
}

export type ReviewAsk = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly comment: string | null;
  /** Questions that arose since it was put forward. */
  readonly confirmed: readonly LintCode[];
};

export function useReview(lang: Language) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, ...body }: ReviewAsk) =>
      send<Submission>({
        method: 'POST',
        path: `/submissions/${encodeURIComponent(id)}/review`,
        params: { lang },
        body,
      }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Documents that a number may come from. */
export const sourcesQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['sources', lang],
    queryFn: async ({ signal }) =>
      (await request<{ items: Source[] }>('/sources', { lang }, signal)).items,
    staleTime: 5 * 60_000,
  });
