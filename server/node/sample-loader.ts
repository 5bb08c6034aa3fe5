import type { Instant, Workspace } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { DatasetError } from '#server/dataset/dataset-error.ts';
import { knownKeys } from '#server/dataset/known-keys.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { checkReferences } from '#server/dataset/references.ts';
import { checkValues } from '#server/dataset/values.ts';
import type { Db } from '#server/db/tables.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { StartError } from './start-error.ts';

/** What a store that starts empty is called until its administrator says otherwise. */
const emptyWorkspace: Workspace = {
  name: { zh: '数字化改革驾驶舱', en: 'Reform Cockpit' },
  organisation: { zh: '本单位', en: 'Our organisation' },
  clockPinnedOn: null,
  lastMeetingOn: null,
  nearDays: 10,
  openReading: false,
  separateOfficers: false,
  keeperDepartment: null,
};

/** loaded: the default dataset went in; empty: the store starts empty; kept: it had been written to before. */
export type FirstContent = 'loaded' | 'empty' | 'kept';

function broken(error: DatasetError): StartError {
  return new StartError(
    'sample-broken',
    `The default dataset cannot be loaded: ${error.message}.`,
    `无法载入默认数据集：${error.message}。`,
    error,
  );
}

/** Before any store is touched: throws StartError `sample-broken` where the default dataset contradicts itself. */
export async function checkSample(now: Instant): Promise<void> {
  const sample = sampleAt(now);
  try {
    checkValues(sample);
    checkReferences(sample, await knownKeys(null, sample));
  } catch (error) {
    throw error instanceof DatasetError ? broken(error) : error;
  }
}

async function fill(db: Db, sample: 'auto' | 'none', now: Instant): Promise<void> {
  if (sample === 'auto') return loadDataset(db, sampleAt(now));
  const stamp = { recordedAt: now, recordedBy: 'system' };
  return loadDataset(db, { workspace: emptyWorkspace }, stamp);
}

/**
 * Gives a store that was never written to its first content, recorded at `now`. Throws StartError `sample-broken`,
 * with nothing written, where the dataset contradicts itself.
 */
export async function fillEmptyStore(
  db: Db,
  sample: 'auto' | 'none',
  now: Instant,
): Promise<FirstContent> {
  if ((await readDataVersion(db)) > 0) return 'kept';
  try {
    await fill(db, sample, now);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    // Several processes may start on one empty PostgreSQL at once: the first fills it, the others find it full.
    if ((await readDataVersion(db)) > 0) return 'kept';
    throw broken(error);
  }
  return sample === 'auto' ? 'loaded' : 'empty';
}
