/** The Node home without the page's files, for tests that ask the API over real HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';

export type OpenHome = {
  readonly url: string;
  readonly home: Home;
  readonly close: () => Promise<void>;
};

/** Starts it over a SQLite file of its own, or over what `env` names. */
export async function openHome(env: Readonly<Record<string, string>> = {}): Promise<OpenHome> {
  const folder = await mkdtemp(join(tmpdir(), 'cockpit-home-'));
  const silent = () => undefined;
  const home = await startHome({
    config: readConfig({ PORT: '0', DATA_DIR: folder, ...env }),
    root: folder,
    version: 'test',
    logger: { error: silent, debug: silent },
  });
  return {
    url: `http://127.0.0.1:${home.port}`,
    home,
    close: async () => {
      await home.close();
      await rm(folder, { recursive: true });
    },
  };
}
