/** Which files of the built page the worker keeps on the device. */

type Entry = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
export type Manifest = Readonly<Record<string, Entry>>;

/** Entry and administration need the server for all they do; their weight stays off the walls. */
const SERVER_ONLY =
  /^src\/(admin-ui|features\/(accounts|audit|enter|registers|review|screens|watch))\//;

/** Everything that boards, walls and the update of a task are made of, as paths on the server, sorted. */
export function workerFiles(manifest: Manifest): string[] {
  const files = new Set<string>(['/favicon.svg']);
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const entry = manifest[key];
    if (entry === undefined || seen.has(key) || SERVER_ONLY.test(key)) return;
    seen.add(key);
    for (const file of [entry.file, ...(entry.css ?? []), ...(entry.assets ?? [])])
      files.add(`/${file}`);
    for (const next of [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])]) visit(next);
  };
  visit('index.html');
  // The one sheet of all pages belongs to no chunk.
  visit('style.css');
  return [...files].toSorted();
}
