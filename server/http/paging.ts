import { decodeCursor, encodeCursor } from './cursor.ts';
import { DEFAULT_LIMIT, type Query } from './parameters.ts';

/** Which part of a list is asked for, as the repositories take it. */
export function sliceOf({ cursor, limit = DEFAULT_LIMIT }: Query): {
  after: string | null;
  limit: number;
} {
  return { after: cursor === undefined ? null : decodeCursor(cursor), limit };
}

/** A page as replied. `next`: the key after which the next page starts; null on the last page. */
export function pageReply<T>(items: T[], next: string | null): { items: T[]; next: string | null } {
  return { items, next: next === null ? null : encodeCursor(next) };
}
