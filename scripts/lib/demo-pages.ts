import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * One page of the demo, with its files where they are from there: a plain file server knows no
 * fallback, so that each page is a file of its own, and the demo may lie in any folder of a host.
 * @param index the built index.html, with its files beside it (`./`).
 * @param path the page's path below the demo's folder, `/wall/funds`.
 */
export function demoPage(index: string, path: string): string {
  const depth = path.split('/').filter((segment) => segment !== '').length;
  const root = depth === 0 ? './' : '../'.repeat(depth);
  return index.replaceAll(/(src|href)="\.\//g, `$1="${root}`);
}

/** Writes `<path>/index.html` for every page beside the built one, which becomes the page `/`. */
export async function writeDemoPages(folder: string, paths: readonly string[]): Promise<void> {
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  for (const path of paths) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, 'index.html'), demoPage(index, path));
  }
}
