/** Links to what a page needs beyond the entry: its styles, so that it is painted in them, and its code, early. */

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

/** Vite's manifest: chunks by the source they were built from. */
export type Manifest = Readonly<Record<string, Chunk>>;

function withImports(
  manifest: Manifest,
  names: readonly string[],
  known: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = manifest[name];
    if (chunk === undefined || found.has(name) || known.has(name)) continue;
    found.add(name);
    queue.push(...(chunk.imports ?? []));
  }
  return found;
}

/**
 * Links for a page's modules (their source paths). What the entry brings along is in the document already; parts that
 * the page loads for itself (its charts) are preloaded, so that they do not wait for the page to ask.
 */
export function linksFor(manifest: Manifest, modules: readonly string[]): string {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true);
  const known = withImports(manifest, entries, new Set());
  const own = withImports(manifest, modules, known);
  const later = (names: Iterable<string>) =>
    [...names].flatMap((name) => manifest[name]?.dynamicImports ?? []);
  // What every page starts with knows all pages; only this page's own code says what this page will load.
  const shared = withImports(manifest, later(entries), known);
  const lazy = later([...own].filter((name) => !shared.has(name)));
  const all = new Set([...own, ...withImports(manifest, lazy, known)]);
  const styles = new Set([...all].flatMap((name) => manifest[name]?.css ?? []));
  const scripts = [...all]
    .map((name) => manifest[name]?.file ?? '')
    .filter((file) => file.endsWith('.js'));
  return [
    ...[...styles].map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('');
}
