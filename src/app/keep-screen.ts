/** Lets a wall that is registered keep to what it is told. */
import type { QueryClient } from '@tanstack/react-query';
import { navigate } from 'wouter/use-browser-location';
import { isBarred } from '#src/api/board.ts';
import { boardsAsked, startKeeper } from '#src/features/wall-screen/keeper.ts';
import type { Hearer } from '#src/lib/live.ts';
import { findPage } from './pages.ts';

/** @param base what comes before the pages' own paths in the address, without its last slash */
export function keepScreen(client: QueryClient, base: string): Hearer {
  let version: number | null = null;
  const keeper = startKeeper({
    base,
    client,
    dataVersion: () => version,
    go: async (path, search) => {
      // The page's code first: a page that cannot be had leaves the shown one standing.
      await findPage(path)?.part.load();
      navigate(base + path + search, { replace: true });
    },
    reload: () => location.reload(),
  });
  return {
    version: (told) => {
      version = told;
    },
    screen: keeper.news,
    revoked: keeper.revoked,
    isBarred: () => boardsAsked(client).some(isBarred),
  };
}
