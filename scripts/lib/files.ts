import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file under `root`/`folders` whose name matches, relative to `root`, with `/`, sorted. */
export async function filesOf(
  root: string,
  folders: readonly string[],
  name: RegExp,
): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !name.test(entry.name)) continue;
      found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  return found.sort();
}
