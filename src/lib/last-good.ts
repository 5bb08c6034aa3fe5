/**
 * The last good copy of each picture, kept on the device, so that a screen that starts without a server shows
 * what it last knew, with the time of it, and not an empty page. Storage that is full, barred or broken costs
 * the copy, never the page.
 */
const PREFIX = 'reform-cockpit.last-good.';
/** Grows when a picture's shape changes: a page cannot show a copy of another shape. */
const SHAPE = 3;
/** Pictures kept: the current one and a few that were looked at before. */
const KEEP = 4;

export type LastGood = { readonly savedAt: number; readonly data: unknown };

const nameOf = (key: readonly unknown[]): string => `${PREFIX}${SHAPE}.${JSON.stringify(key)}`;

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

function dropOldest(): void {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  const byAge = names
    .map((name) => ({ name, savedAt: parse(localStorage.getItem(name))?.savedAt ?? 0 }))
    .sort((a, b) => b.savedAt - a.savedAt);
  for (const { name } of byAge.slice(KEEP)) localStorage.removeItem(name);
}

export function saveLastGood(key: readonly unknown[], data: unknown, savedAt: number): void {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify({ savedAt, data }));
    dropOldest();
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
