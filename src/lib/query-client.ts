import { QueryClient } from '@tanstack/react-query';
import { saveLastGood } from './last-good.ts';
import { ApiError, OtherVersionError } from './request.ts';
import { serverTime } from './server-time.ts';

/** Replies of these resources are kept for a start without a server. */
const KEPT = ['board'];
/** Writing the copy waits until the picture is painted. */
const SAVE_AFTER_MS = 1_000;

/** What the server refused stays refused; what never arrived is worth one more try at once. */
const shouldRetry = (failures: number, error: Error): boolean =>
  failures < 1 &&
  !(error instanceof OtherVersionError) &&
  !(error instanceof ApiError && error.status < 500);

/**
 * The page's one query client. `always`: a wall in a building network is asked for even where the browser
 * believes that there is no internet.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay: 500,
        refetchOnWindowFocus: true,
      },
    },
  });
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const { queryKey, queryHash } = event.query;
    if (!KEPT.includes(String(queryKey[0]))) return;
    setTimeout(() => {
      const state = client.getQueryCache().get(queryHash)?.state;
      if (state?.data !== undefined)
        saveLastGood(queryKey, state.data, serverTime(state.dataUpdatedAt));
    }, SAVE_AFTER_MS);
  });
  return client;
}
