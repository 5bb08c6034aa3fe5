/** Edit distance, counted up to `limit` and no further. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** The known word most like `given`; null where none shares at least half of its letters. */
export function nearest(given: string, known: Iterable<string>): string | null {
  const asked = given.toLowerCase().slice(0, 200);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(asked.length / 2)) + 1;
  for (const word of known) {
    const found = distance(asked, word.toLowerCase(), bestDistance - 1);
    if (found < bestDistance) {
      best = word;
      bestDistance = found;
    }
  }
  return best;
}
