import type { StoreConfig } from './config.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens and migrates the store that the configuration names. Throws StartError; then nothing was changed. */
export async function openStore(config: StoreConfig): Promise<Store> {
  return config.kind === 'sqlite' ? openSqliteStore(config.file) : openPostgresStore(config.url);
}
