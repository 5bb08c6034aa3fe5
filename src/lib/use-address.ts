import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Address, type Fault, nothingOnPage, readAddress, writeAddress } from './address.ts';

/** The address as it stands, checked. */
export function useAddress(): { readonly address: Address; readonly faults: readonly Fault[] } {
  const search = useSearch();
  return useMemo(() => readAddress(search), [search]);
}

/** Where a link leads: another path, or the same with changes; question, language and theme travel along. */
export function useHref(): (to: { path?: string; change?: Partial<Address> }) => string {
  const { address } = useAddress();
  const [current] = useLocation();
  return ({ path = current, change = {} }) => {
    const kept = path === current ? address : { ...address, ...nothingOnPage };
    return path + writeAddress({ ...kept, ...change });
  };
}

/** Changes the address in place; `replace` leaves no step for the Back key. */
export function useChangeAddress(): (change: Partial<Address>, how?: { replace: boolean }) => void {
  const href = useHref();
  const [, navigate] = useLocation();
  return (change, how = { replace: false }) => navigate(href({ change }), how);
}
