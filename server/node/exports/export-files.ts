/** Files that were made to be fetched, in a folder of their own: they go again. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportFiles } from '#server/exports/export-jobs.ts';
import { openFileStore } from '../file-store.ts';

/** A file that nobody has touched for so long belongs to no job of any process. */
const LEFT_MS = 25 * 60 * 60 * 1000;

/** A draft that was not renamed after so long never will be. */
const DRAFT_MS = 10 * 60 * 1000;

export function openExportFiles(folder: string): ExportFiles {
  const store = openFileStore(folder);
  return {
    ...store,
    remove: (hash) => rm(path.join(folder, hash.slice(0, 2), hash), { force: true }),
  };
}

/** Takes away what a process left behind that ended in the middle. Other processes may be writing meanwhile. */
export async function clearLeftFiles(folder: string, now: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) {
    const place = path.join(folder, name);
    const found = await stat(place).catch(() => null);
    if (found?.isFile() !== true) continue;
    const limit = name.endsWith('.part') ? DRAFT_MS : LEFT_MS;
    if (now - found.mtimeMs > limit) await rm(place, { force: true });
  }
}
