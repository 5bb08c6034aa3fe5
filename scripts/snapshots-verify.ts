/** Looks through every frozen meeting of the configured store; ends with 1 where one is not what was frozen. */
import { readSnapshots } from '#server/meetings/snapshots.repository.ts';
import { isSound } from '#server/meetings/soundness.ts';
import { readConfig } from '#server/node/config.ts';
import { openStoreToRead } from '#server/node/open-store.ts';
import { StartError } from '#server/node/start-error.ts';

try {
  const store = await openStoreToRead(readConfig(process.env).store);
  try {
    const snapshots = await readSnapshots(store.db, null);
    let unsigned = 0;
    for (const snapshot of snapshots) {
      if (snapshot.signature === null) unsigned += 1;
      if (await isSound(store.db, snapshot)) continue;
      const { meeting, version, sha256 } = snapshot;
      console.error(
        `${store.place}: meeting ${meeting}, freeze ${version} is damaged 已损坏 (sha256 ${sha256})`,
      );
      process.exitCode = 1;
    }
    if (process.exitCode !== 1) {
      const rows = snapshots.length;
      console.log(
        `${store.place}: ${rows} frozen pictures are sound, ${unsigned} of them unsigned. ` +
          `共 ${rows} 份冻结数据，全部完好，其中 ${unsigned} 份没有签名。`,
      );
    }
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
