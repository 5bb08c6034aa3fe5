import { useEffect } from 'react';
import { reloadAgain, reloadWait } from '#src/lib/reload-again.ts';

/** Loads the page anew where the server speaks another version of the contract; screens of one building not all at once. */
export function useRenewal(isOutdated: boolean): void {
  useEffect(() => {
    if (!isOutdated) return;
    const wait = reloadWait(Date.now()) * (0.5 + Math.random());
    const timer = setTimeout(() => reloadAgain(Date.now(), () => location.reload()), wait);
    return () => clearTimeout(timer);
  }, [isOutdated]);
}
