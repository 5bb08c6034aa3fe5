/**
 * Loading a page anew that could not help itself: later and later each time, so that a fault that stays never becomes a
 * loop. How often it was tried is kept on the device, since the page that tried is gone.
 */
const KEY = 'reform-cockpit.reloads';
const FIRST_MS = 30_000;
const LONGEST_MS = 60 * 60_000;
/** So long after the last try, a fault is a new one. */
const FORGET_MS = 6 * LONGEST_MS;

type Tried = { readonly times: number; readonly at: number };

function readTried(now: number): Tried | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { times, at } = kept as Partial<Tried>;
    if (typeof times !== 'number' || typeof at !== 'number') return null;
    return now - at > FORGET_MS || at > now ? null : { times, at };
  } catch {
    return null;
  }
}

/** Milliseconds to wait before the next try. */
export function reloadWait(now: number): number {
  const times = readTried(now)?.times ?? 0;
  return Math.min(FIRST_MS * 2 ** Math.min(times, 20), LONGEST_MS);
}

/** Loads the page anew; on a device that cannot remember it not before the longest wait. */
export function reloadAgain(now: number, reload: () => void): void {
  try {
    const tried = { times: (readTried(now)?.times ?? 0) + 1, at: now };
    localStorage.setItem(KEY, JSON.stringify(tried));
    reload();
  } catch {
    setTimeout(reload, LONGEST_MS);
  }
}
