/** Where each of a wall's pages lies. */
import { type WallPage, wallPages } from '#core/contract/lists.ts';

export const wallPath = (page: WallPage): string =>
  page === 'overview' ? '/wall' : `/wall/${page}`;

/** The wall's page at a path; null = none of them. */
export function wallPageAt(path: string): WallPage | null {
  const plain = path.replace(/\/+$/, '');
  return wallPages.find((page) => wallPath(page) === plain) ?? null;
}
