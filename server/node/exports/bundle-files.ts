/** The page that an offline bundle carries, as `npm run build` leaves it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PageFile } from '#server/exports/bundle-writer.ts';

/** Whether there is one: its stamp comes last. */
export const isBundleBuilt = (folder: string): boolean =>
  existsSync(path.join(folder, '.built-from'));

export async function readBundleFiles(folder: string): Promise<readonly PageFile[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      content: new Uint8Array(await readFile(path.join(folder, name))),
    })),
  );
}
