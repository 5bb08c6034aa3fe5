import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '#core/domain/records.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';
import { openStore } from '#server/node/open-store.ts';

const root = join(import.meta.dirname, '..', '..');

export type ServedCockpit = {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly url: string;
  readonly home: Home;
  readonly close: () => Promise<void>;
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * The built page and the app behind it, over a SQLite file of its own that holds the default
 * dataset, or `dataset` instead, on a free port. Throws where nothing is built (`npm run build`).
 */
export async function serveCockpit(
  env: Readonly<Record<string, string>> = {},
  dataset: Dataset | null = null,
): Promise<ServedCockpit> {
  if (!existsSync(join(root, 'dist-static', 'entry-static.js'))) {
    throw new Error('Nothing is built yet: npm run build.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'cockpit-served-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder, ...env });
  if (dataset !== null) {
    const store = await openStore(config.store);
    await loadDataset(store.db, dataset);
    await store.close();
  }
  const home = await startHome({ config, root, version: 'test', logger: silent });
  return {
    url: `http://127.0.0.1:${home.port}`,
    home,
    close: async () => {
      await home.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
