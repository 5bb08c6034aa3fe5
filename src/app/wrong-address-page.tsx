import { BadAddressPage } from './bad-address-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { PageAddress } from './page-address.ts';

/** In the place of a page: the address leads nowhere, or asks for what cannot be. */
export function WrongAddressPage({ page, ...rest }: PageAddress) {
  return page === null ? <NotFoundPage /> : <BadAddressPage page={page} {...rest} />;
}
