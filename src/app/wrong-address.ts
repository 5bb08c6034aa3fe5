/** What is said of an address that cannot be used: a chunk of its own, since few ever see it. */
import { lazyPart } from '#src/lib/lazy-part.tsx';
import type { PageAddress } from './page-address.ts';

export const wrongAddress = lazyPart<PageAddress>(
  async () => (await import('./wrong-address-page.tsx')).WrongAddressPage,
);
