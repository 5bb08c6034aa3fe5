import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './files.ts';

/** What the built files depend on. */
const folders = ['core', 'src', 'public'];
const files = ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json'];

/** A hash over everything that the build reads; changes exactly when a build would. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  const sources = (await filesOf(root, folders, /./)).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of [...files, ...sources]) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

const stampFile = (root: string): string => join(root, 'dist-static', '.built-from');

/** Whether the built files are of these sources; no stamp, or another one, means no. */
export async function isBuilt(root: string): Promise<boolean> {
  const stamp = await readFile(stampFile(root), 'utf8').catch(() => null);
  return stamp !== null && stamp === (await sourceHash(root));
}

/** To be called last, with the hash taken before the build began. */
export async function markBuilt(root: string, hash: string): Promise<void> {
  await writeFile(stampFile(root), hash);
}
