import { useLocation, useSearch } from 'wouter';
import { useHref } from '#src/lib/use-address.ts';

/** The way to sign in and back to where one is. */
export function useSignInHref(): string {
  const href = useHref();
  const [path] = useLocation();
  const search = useSearch();
  return href({
    path: '/sign-in',
    change: { back: path + (search === '' ? '' : `?${search}`) },
  });
}
