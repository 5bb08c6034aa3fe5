/** A workspace as if nothing had been dated after a day. */
import { lastDay } from '#core/domain/dates.ts';
import type { Dataset, IsoDate } from '#core/domain/records.ts';

type Row = { readonly id: string; readonly supersedes: string | null };

/**
 * Rows dated by the day. One that was corrected by a row of a later day goes with it, and so does what that one had
 * corrected: what is known to be wrong does not come back in an earlier picture.
 */
function datedBy<R extends Row>(
  rows: readonly R[],
  dayOf: (row: R) => IsoDate,
  asOf: IsoDate,
): R[] {
  const corrector = new Map(rows.map((row) => [row.supersedes, row]));
  const stays = (row: R): boolean => {
    const next = corrector.get(row.id);
    return dayOf(row) <= asOf && (next === undefined || stays(next));
  };
  return rows.filter(stays);
}

/** The records that a picture of `asOf` may be made of; registers without a date of their own stay. */
export function withoutLater(dataset: Dataset, asOf: IsoDate): Dataset {
  return {
    ...dataset,
    observations: datedBy(dataset.observations, (row) => lastDay(row.asOf), asOf),
    movements: datedBy(dataset.movements, (row) => lastDay(row.asOf), asOf),
    ticks: datedBy(dataset.ticks, (row) => lastDay(row.doneOn), asOf),
    checkIns: dataset.checkIns.filter((row) => row.asOf <= asOf),
    platforms: dataset.platforms.filter((row) => lastDay(row.registeredOn) <= asOf),
    tasks: dataset.tasks.filter((row) => lastDay(row.registeredOn) <= asOf),
    milestones: dataset.milestones.filter((row) => lastDay(row.registeredOn) <= asOf),
    questions: dataset.questions.filter((row) => row.arisesOn <= asOf),
  };
}
