import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './files.ts';

/** `page` is what the server serves; `bundle` the page of an offline bundle; `demo` carries the server in the page. */
export type BuildKind = 'page' | 'bundle' | 'demo';

/** What each build depends on, and where it leaves its stamp. */
const kinds: Readonly<Record<BuildKind, { readonly folders: string[]; readonly stamp: string }>> = {
  page: { folders: ['core', 'src', 'public'], stamp: 'dist-static/.built-from' },
  bundle: {
    folders: ['core', 'src', 'public', 'server', 'scripts/lib'],
    stamp: 'dist-bundle/.built-from',
  },
  demo: { folders: ['core', 'src', 'public', 'server', 'mocks'], stamp: 'dist-demo/.built-from' },
};

const files = ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json'];

/** A hash over everything that the build reads: another hash, another build. */
export async function sourceHash(root: string, kind: BuildKind): Promise<string> {
  const hash = createHash('sha256');
  const sources = await filesOf(root, kinds[kind].folders, /^(?!.*\.test\.tsx?$)/);
  for (const file of [...files, ...sources]) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

/** Whether the built files are of these sources; no stamp, or another one, means no. */
export async function isBuilt(root: string, kind: BuildKind): Promise<boolean> {
  const stamp = await readFile(join(root, kinds[kind].stamp), 'utf8').catch(() => null);
  return stamp !== null && stamp === (await sourceHash(root, kind));
}

/** To be called last, with the hash taken before the build began. */
export async function markBuilt(root: string, kind: BuildKind, hash: string): Promise<void> {
  await writeFile(join(root, kinds[kind].stamp), hash);
}
