import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesOf } from './files.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller than this, a compressed copy saves no packet. */
const LEAST_BYTES = 1024;

/** Writes x.br and x.gz beside each text file x of the built page, once, at the highest level. */
export async function precompress(folder: string): Promise<number> {
  const files = await filesOf(folder, ['.'], /\.(js|css|svg|json|wasm|txt)$/);
  let written = 0;
  for (const file of files) {
    const path = join(folder, file);
    const bytes = await readFile(path);
    if (bytes.length < LEAST_BYTES) continue;
    await writeFile(
      `${path}.br`,
      await brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    );
    await writeFile(`${path}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
    written += 1;
  }
  return written;
}
