/**
 * The last good copy of each picture, kept on the device, so that a screen that starts without a server shows
 * what it last knew, with the time of it, and not an empty page. Storage that is full, barred or broken costs
 * the copy, never the page.
 */
import { CONTRACT_VERSION } from '#core/contract/lists.ts';

const PREFIX = 'reform-cockpit.last-good.';
/** Pictures kept: the current one and a few that were looked at before. */
const KEEP = 4;

export type LastGood = {
  /** By the server's clock, in ms since 1970. */
  readonly savedAt: number;
  readonly data: unknown;
};

/** A page cannot show a copy of another contract. */
const nameOf = (key: readonly unknown[]): string =>
  `${PREFIX}${CONTRACT_VERSION}.${JSON.stringify(key)}`;

const parse = (text: string | null): LastGood | null => {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  const isCopy =
    typeof value === 'object' &&
    value !== null &&
    'savedAt' in value &&
    typeof value.savedAt === 'number' &&
    'data' in value;
  return isCopy ? { savedAt: value.savedAt as number, data: value.data } : null;
};

/** The copy for a query key; null = none was kept, or it cannot be read. */
export function readLastGood(key: readonly unknown[]): LastGood | null {
  try {
    return parse(localStorage.getItem(nameOf(key)));
  } catch {
    return null;
  }
}

/** The one just kept stays, whatever the others say of their age: they may be of a time when the clock was wrong. */
function dropOldest(newest: string): void {
  const names = Object.keys(localStorage).filter(
    (name) => name.startsWith(PREFIX) && name !== newest,
  );
  const byAge = names
    .map((name) => ({ name, savedAt: parse(localStorage.getItem(name))?.savedAt ?? 0 }))
    .sort((a, b) => b.savedAt - a.savedAt);
  for (const { name } of byAge.slice(KEEP - 1)) localStorage.removeItem(name);
}

export function saveLastGood(key: readonly unknown[], data: unknown, savedAt: number): void {
  try {
    const name = nameOf(key);
    localStorage.setItem(name, JSON.stringify({ savedAt, data }));
    dropOldest(name);
  } catch {
    // No room, or storage is barred: there is no copy then, and the page says so when it needs one.
  }
}

/** Takes every copy off the device, of whatever shape. */
export function forgetLastGood(): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // Storage is barred: then nothing was kept either.
  }
}
