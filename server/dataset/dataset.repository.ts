import { sql } from 'kysely';
import type { Dataset, Instant, IsoDate } from '#core/domain/records.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import type { Bounds } from '#server/db/ledger.ts';
import { stands } from '#server/db/ledger.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readElements, readFrameworks } from '#server/frameworks/frameworks.repository.ts';
import { readFunds, readMovements } from '#server/funds/funds.repository.ts';
import { readIndicators, readTargets } from '#server/indicators/indicators.repository.ts';
import {
  readNewestObservations,
  readObservations,
} from '#server/indicators/observations.repository.ts';
import { readPanels } from '#server/panels/panels.repository.ts';
import { readPlatforms } from '#server/platforms/platforms.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readSources } from '#server/sources/sources.repository.ts';
import { readCheckIns, readNewestCheckIns, readTicks } from '#server/tasks/check-ins.repository.ts';
import { readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';

/** The store holds no workspace: nothing was ever loaded into it. */
export class EmptyStoreError extends Error {
  override readonly name = 'EmptyStoreError';
}

export type DatasetQuery = Bounds & {
  /**
   * Only the observations and check-ins that the pictures of these two days show, instead of whole histories
   * (which reach 100,000 rows and more); null = everything within the bounds. With `tasks`, of these tasks only.
   */
  readonly latestOnly: {
    readonly asOf: IsoDate;
    readonly compare: IsoDate;
    readonly tasks?: readonly string[];
  } | null;
};

/**
 * Everything within the bounds, read from one state of the store. Registers come ordered by id, ledgers oldest first.
 * Throws EmptyStoreError where no workspace was ever loaded.
 */
export async function readDataset(db: Db, query: DatasetQuery): Promise<Dataset> {
  const { knownAt, asOfLast, latestOnly } = query;
  const bounds: Bounds = { knownAt, asOfLast };
  const task = latestOnly?.tasks ?? null;
  const newest = latestOnly && { knownAt, days: [latestOnly.asOf, latestOnly.compare] };
  return withSnapshot(db, async (snapshot) => {
    const workspace = await findWorkspace(snapshot, knownAt);
    if (workspace === null) throw new EmptyStoreError('The store holds no workspace yet.');
    return {
      workspace,
      departments: await readDepartments(snapshot, knownAt),
      sources: await readSources(snapshot, knownAt),
      indicators: await readIndicators(snapshot, knownAt),
      observations: newest
        ? await readNewestObservations(snapshot, newest)
        : await readObservations(snapshot, { ...bounds, indicator: null }),
      targets: await readTargets(snapshot, { knownAt, indicator: null }),
      funds: await readFunds(snapshot, knownAt),
      movements: await readMovements(snapshot, { ...bounds, fund: null }),
      platforms: await readPlatforms(snapshot, bounds),
      frameworks: await readFrameworks(snapshot, knownAt),
      elements: await readElements(snapshot, knownAt),
      tasks: await readTasks(snapshot, { ...bounds, task }),
      milestones: await readMilestones(snapshot, { ...bounds, task }),
      ticks: await readTicks(snapshot, { ...bounds, task }),
      checkIns: newest
        ? await readNewestCheckIns(snapshot, { ...newest, task })
        : await readCheckIns(snapshot, { ...bounds, task: null }),
      questions: await readQuestions(snapshot, knownAt),
      panels: await readPanels(snapshot, knownAt),
    };
  });
}

export type FigureDate = { readonly date: IsoDate; readonly figures: number };

/** The days of which there are figures (observations and movements that stand), with their number; oldest first. */
export async function datesWithFigures(db: Db, knownAt: Instant | null): Promise<FigureDate[]> {
  const { rows } = await sql<FigureDate>`
    select date, count(*) as figures from (
      select o.as_of_last as date from observations o where ${stands('observations', 'o', knownAt)}
      union all
      select m.as_of_last as date from movements m where ${stands('movements', 'm', knownAt)}
    ) figure group by date order by date`.execute(db);
  return rows.map(({ date, figures }) => ({ date, figures }));
}
