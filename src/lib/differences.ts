/** What became of what: the leaves of two states of one thing that are not alike. */

export type Difference = {
  /** Names from the outermost in, with dots between: `name.zh`. */
  readonly path: string;
  /** As JSON writes it; null = there was, or is, nothing. */
  readonly before: string | null;
  readonly after: string | null;
};

/** The leaves by their path. Lists are leaves: what moved within one is read best as a whole. */
function leavesOf(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, inner] of Object.entries(value))
      leavesOf(inner, path === '' ? name : `${path}.${name}`, into);
    return into;
  }
  return into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

/** In the order of the later state, then what is gone. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const old = leavesOf(before, '', new Map());
  const now = leavesOf(after, '', new Map());
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((row) => row.before !== row.after);
}
