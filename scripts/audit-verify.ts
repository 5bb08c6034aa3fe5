/** Looks through the audit trail of the configured store; ends with 1 where it is not whole. */
import { verifyAudit } from '#server/audit/audit.repository.ts';
import { readConfig } from '#server/node/config.ts';
import { openStoreToRead } from '#server/node/open-store.ts';
import { StartError } from '#server/node/start-error.ts';

const faults = {
  changed: 'was changed 被改动',
  removed: 'is missing 缺失',
  inserted: 'was put in 被插入',
} as const;

try {
  const store = await openStoreToRead(readConfig(process.env).store);
  try {
    const { ok, rows, brokenAt, fault } = await verifyAudit(store.db);
    if (ok) {
      console.log(
        `${store.place}: ${rows} rows, the trail is whole. 共 ${rows} 行，审计记录完整。`,
      );
    } else {
      console.error(
        `${store.place}: row ${brokenAt} ${fault === null ? '' : faults[fault]} (${rows} rows looked at 已检查 ${rows} 行)`,
      );
      process.exitCode = 1;
    }
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
