/**
 * What a query has to show, in one of four states. Data beats everything: an error or a lost link never takes a
 * picture away, it only marks it.
 */
import type { UseQueryResult } from '@tanstack/react-query';
import { readLastGood } from './last-good.ts';
import { ApiError, OtherVersionError } from './request.ts';
import { serverTime } from './server-time.ts';

/**
 * online: the last request was answered. waiting: the first is under way. offline: the last was not answered. outdated: it
 * was, in a version that this page does not know.
 */
export type LinkStatus = 'online' | 'waiting' | 'offline' | 'outdated';

export type Picture<T> =
  | {
      readonly kind: 'data';
      readonly data: T;
      /** By the server's clock, in ms since 1970. */
      readonly syncedAt: number;
      readonly link: LinkStatus;
      readonly isCopy: boolean;
    }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: Error };

/** A wall whose registration was revoked keeps what it last showed, with its date: a page of its own would be blank. */
const isRevoked = (error: Error): boolean =>
  error instanceof ApiError && error.problem?.code === 'screen-revoked';

/** A refusal (4xx) is an answer: it is shown as one, and an older picture is no substitute for it. */
const isRefusal = (error: Error | null): boolean =>
  error instanceof ApiError && error.status < 500 && !isRevoked(error);

function lostLink(error: Error | null): LinkStatus {
  return error instanceof OtherVersionError ? 'outdated' : 'offline';
}

export function pictureOf<T>(query: UseQueryResult<T>, key: readonly unknown[]): Picture<T> {
  if (query.error !== null && isRefusal(query.error)) return { kind: 'failed', error: query.error };
  if (query.data !== undefined) {
    const isLost = query.isError || query.failureCount > 0;
    const link = isLost ? lostLink(query.error ?? query.failureReason) : 'online';
    const syncedAt = serverTime(query.dataUpdatedAt);
    return { kind: 'data', data: query.data, syncedAt, link, isCopy: false };
  }
  if (query.isPending && query.failureCount === 0) return { kind: 'waiting' };
  const copy = readLastGood(key);
  if (copy !== null) {
    return {
      kind: 'data',
      data: copy.data as T,
      syncedAt: copy.savedAt,
      link: lostLink(query.error ?? query.failureReason),
      isCopy: true,
    };
  }
  return query.error === null ? { kind: 'waiting' } : { kind: 'failed', error: query.error };
}
