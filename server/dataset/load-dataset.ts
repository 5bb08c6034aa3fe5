import type { Dataset, Instant, Recorded } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import { appendDepartments } from '#server/departments/departments.repository.ts';
import { appendElements, appendFrameworks } from '#server/frameworks/frameworks.repository.ts';
import { appendFunds, appendMovements } from '#server/funds/funds.repository.ts';
import { appendIndicators, appendTargets } from '#server/indicators/indicators.repository.ts';
import { appendObservations } from '#server/indicators/observations.repository.ts';
import { appendPanels } from '#server/panels/panels.repository.ts';
import { appendPlatforms } from '#server/platforms/platforms.repository.ts';
import { appendQuestions } from '#server/questions/questions.repository.ts';
import { appendSources } from '#server/sources/sources.repository.ts';
import { beginWriting, noteLatest } from '#server/store/store.repository.ts';
import { appendCheckIns, appendTicks } from '#server/tasks/check-ins.repository.ts';
import { appendMilestones, appendTasks } from '#server/tasks/tasks.repository.ts';
import { appendWorkspace } from '#server/workspace/workspace.repository.ts';
import { checkCorrections } from './corrections.ts';
import { DatasetError } from './dataset-error.ts';
import { knownKeys } from './known-keys.ts';
import { checkReferences } from './references.ts';
import { checkValues } from './values.ts';

type Entry = readonly [table: string, key: string, recorded: Recorded];

function entries({ workspace: _, ...tables }: Partial<Dataset>): Entry[] {
  return Object.entries(tables).flatMap(([table, records]) =>
    records.map((record): Entry => [table, 'id' in record ? record.id : record.code, record]),
  );
}

const earlier = (a: Recorded, b: Recorded): Recorded => (b.recordedAt < a.recordedAt ? b : a);

/**
 * What a store already answered stays answered: a record may not be recorded at or before an instant that the
 * store knows of, or the same question with the same known-at would get another answer.
 */
function checkOrder(rows: readonly Entry[], latest: Instant | null): void {
  for (const [table, key, { recordedAt }] of rows) {
    if (latest !== null && recordedAt <= latest) {
      throw new DatasetError(
        table,
        key,
        'recordedAt',
        `${recordedAt} is not after ${latest}, the store's newest record`,
      );
    }
  }
}

/**
 * Appends records in one transaction: new keys begin, known keys of registers get a further revision, ledger rows are
 * added. The data version grows by one. Throws DatasetError, with nothing written, at the first record that is not
 * sound or names something unknown.
 *
 * The workspace itself carries no recording fields: it is recorded as `stamp` says, by default with the earliest of
 * the other records.
 */
export async function loadDataset(
  db: Db,
  dataset: Partial<Dataset>,
  stamp: Recorded | null = null,
): Promise<void> {
  checkValues(dataset);
  const rows = entries(dataset);
  const { workspace } = dataset;
  const workspaceStamp =
    stamp ??
    rows
      .map(([, , recorded]) => recorded)
      .reduce<Recorded | null>((a, b) => (a ? earlier(a, b) : b), null);
  if (workspace && workspaceStamp === null) {
    throw new DatasetError(
      'workspace',
      'workspace',
      'recordedAt',
      'comes without other records, and nothing says when it was recorded',
    );
  }
  if (workspace && workspaceStamp) rows.push(['workspace', 'workspace', workspaceStamp]);
  const last = rows.reduce<Instant | null>(
    (max, [, , r]) => (max === null || r.recordedAt > max ? r.recordedAt : max),
    null,
  );
  if (last === null) return;

  await db.transaction().execute(async (tx) => {
    checkOrder(rows, await beginWriting(tx));
    checkReferences(dataset, await knownKeys(tx, dataset));
    await checkCorrections(tx, dataset);
    if (workspace && workspaceStamp) await appendWorkspace(tx, workspace, workspaceStamp);
    await appendDepartments(tx, dataset.departments ?? []);
    await appendSources(tx, dataset.sources ?? []);
    await appendFunds(tx, dataset.funds ?? []);
    await appendIndicators(tx, dataset.indicators ?? []);
    await appendTargets(tx, dataset.targets ?? []);
    await appendPlatforms(tx, dataset.platforms ?? []);
    await appendFrameworks(tx, dataset.frameworks ?? []);
    await appendElements(tx, dataset.elements ?? []);
    await appendTasks(tx, dataset.tasks ?? []);
    await appendMilestones(tx, dataset.milestones ?? []);
    await appendQuestions(tx, dataset.questions ?? []);
    await appendPanels(tx, dataset.panels ?? []);
    await appendCheckIns(tx, dataset.checkIns ?? []);
    await appendObservations(tx, dataset.observations ?? []);
    await appendMovements(tx, dataset.movements ?? []);
    await appendTicks(tx, dataset.ticks ?? []);
    await noteLatest(tx, last);
  });
}
