/** Lets a wall that is registered keep to what it is told; its code comes after the first picture. */
import type { QueryClient } from '@tanstack/react-query';
import { navigate } from 'wouter/use-browser-location';
import type { Hearer } from '#src/lib/live.ts';
import { findPage } from './pages.ts';

const AFTER_MS = 3_000;

/** @param base what comes before the pages' own paths in the address, without its last slash */
export function keepScreen(client: QueryClient, base: string): Hearer {
  let version: number | null = null;
  let news: () => void = () => undefined;
  const start = async (): Promise<void> => {
    const { startKeeper } = await import('#src/features/wall-screen/keeper.ts');
    const keeper = startKeeper({
      base,
      dataVersion: () => version,
      pictureAt: () =>
        Math.max(
          0,
          ...client
            .getQueryCache()
            .findAll({ queryKey: ['board'] })
            .map(({ state }) => state.dataUpdatedAt),
        ),
      go: async (path, search) => {
        // The page's code first: a page that cannot be had leaves the shown one standing.
        await findPage(path)?.part.load();
        navigate(base + path + search, { replace: true });
      },
      reload: () => location.reload(),
    });
    news = keeper.news;
  };
  setTimeout(() => void start().catch(() => undefined), AFTER_MS);
  return {
    version: (told) => {
      version = told;
    },
    screen: () => news(),
  };
}
