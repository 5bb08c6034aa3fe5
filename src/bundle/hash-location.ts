/**
 * Where a bundle stands, behind the `#` of its one document: a folder on a disk has no other addresses. Path and search
 * are those of the pages everywhere else.
 */
import { useSyncExternalStore } from 'react';

/** What was asked last; a `#` of another kind (the way past the navigation) leads nowhere. */
let last = '/';

function place(): string {
  const { hash } = location;
  if (hash.startsWith('#/')) last = hash.slice(1);
  return last;
}

function subscribe(notify: () => void): () => void {
  addEventListener('hashchange', notify);
  return () => removeEventListener('hashchange', notify);
}

export const hashOf = (href: string): string => `#${href}`;

function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', hashOf(to));
  else history.pushState(null, '', hashOf(to));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

const path = (): string => place().split('?')[0] ?? '/';
const search = (): string => place().split('?')[1] ?? '';

/** For the router: the path, and the way to another. */
export const useHashLocation = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, path),
  navigate,
];

/** For the router: what follows the question mark. */
export const useHashSearch = (): string => useSyncExternalStore(subscribe, search);
