/** Contents as files of one folder beside the database, named by their SHA-256. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '#server/http/services.ts';
import { codeOf } from './start-error.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * The folder is made when the first file comes. A content is written under a name of its own, brought to the disk and
 * then renamed, so that a name never stands for half a content.
 */
export function openFileStore(folder: string): FileStore {
  const placeOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError(`not a SHA-256: ${hash}`);
    return path.join(folder, hash.slice(0, 2), hash);
  };
  return {
    async put(hash, content) {
      const place = placeOf(hash);
      const known = await stat(place).catch(() => null);
      if (known?.size === content.length) return;
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const draft = `${place}.${crypto.randomUUID()}.part`;
      try {
        const file = await open(draft, 'wx', 0o600);
        try {
          await file.writeFile(content);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(hash) {
      try {
        return new Uint8Array(await readFile(placeOf(hash)));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
