/** Kysely's driver for SQLite, for a store that another program may hold for a while. */
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { storeFaultOf } from './store-fault.ts';

/** How long a writer waits for the store. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 50;

/**
 * SQLite itself waits by holding up the whole process, readers and all. Here a transaction that may write takes the
 * store when it begins and not in its midst, and waits in between tries.
 */
export class PatientSqliteDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    if (settings?.accessMode === 'read only') return super.beginTransaction(connection);
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (storeFaultOf(error) !== 'busy' || performance.now() >= until) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Where the disk is full SQLite has given up the transaction by itself; the reason must not be lost over that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }
}
