/**
 * Which observation counts. Records are those known by the asked instant already; here valid time decides:
 * the newest one dated by `asOf`, a superseded one never.
 */
import type { Qualifier } from '../contract/lists.ts';
import { lastDay } from './dates.ts';
import type {
  Dataset,
  IndicatorRecord,
  IsoDate,
  MovementRecord,
  ObservationRecord,
  Period,
} from './records.ts';

/** The observation of an indicator that counts at a date, entered or summed from a ledger. */
export type Standing = Omit<ObservationRecord, 'recordedBy' | 'submission'>;

/** Rows by key, each list in the order of the rows. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(key(row));
    if (list === undefined) map.set(key(row), [row]);
    else list.push(row);
  }
  return map;
}

type Superseding = { readonly id: string; readonly supersedes: string | null };

/** Drops rows that a later row took the place of. */
export function withoutSuperseded<T extends Superseding>(rows: readonly T[]): T[] {
  const gone = new Set<string>();
  for (const { supersedes } of rows) if (supersedes !== null) gone.add(supersedes);
  return gone.size === 0 ? [...rows] : rows.filter((row) => !gone.has(row.id));
}

type Dated = { readonly id: string; readonly asOf: string; readonly recordedAt: string };

const later = (a: Dated, b: Dated): boolean => {
  const [da, db] = [lastDay(a.asOf), lastDay(b.asOf)];
  if (da !== db) return da > db;
  return a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt;
};

/** The newest of the rows dated by `asOf`; null = none is. */
export function newest<T extends Dated>(rows: readonly T[], asOf: IsoDate): T | null {
  let best: T | null = null;
  for (const row of rows) {
    if (lastDay(row.asOf) <= asOf && (best === null || later(row, best))) best = row;
  }
  return best;
}

/**
 * Qualifier of a sum. Beside exact numbers "over", "under" and "cap" (a sum of ceilings is a ceiling) survive; where
 * two of them meet, the sum has no honest qualifier and null says that it must not be shown.
 */
export function qualifierOfSum(parts: readonly Qualifier[]): Qualifier | null {
  const kinds = new Set(parts);
  kinds.delete('exact');
  const [only = 'exact', ...others] = kinds;
  return others.length === 0 ? only : null;
}

const FLIPPED: Record<Qualifier, Qualifier | null> = {
  exact: 'exact',
  over: 'under',
  under: 'over',
  cap: null,
};

/** Qualifier of a share: a part "over" makes it "over", a whole "over" makes it "under"; null = it cannot be told. */
export function qualifierOfShare(part: Qualifier, whole: Qualifier): Qualifier | null {
  const flipped = FLIPPED[whole];
  return flipped === null ? null : qualifierOfSum([part, flipped]);
}

/** A plan belongs to the period it names; a payment also where it names a part of it, or only a day in it. */
const inPeriod = (movement: MovementRecord, period: Period): boolean => {
  const own = movement.period;
  if (own === null) {
    const day = lastDay(movement.asOf);
    return day >= period.from && day <= period.to;
  }
  return movement.kind === 'disbursed' || movement.kind === 'spent'
    ? own.from >= period.from && own.to <= period.to
    : own.from === period.from && own.to === period.to;
};

/** Whether a movement is of the kind and, where `period` is not null, belongs to it. */
export function isMovementOf(
  movement: MovementRecord,
  kind: MovementRecord['kind'],
  period: Period | null,
): boolean {
  return movement.kind === kind && (period === null || inPeriod(movement, period));
}

/** Movements that count at `asOf`, of every kind: none that a later one took the place of. Oldest first. */
export function standingMovements(
  movements: readonly MovementRecord[],
  asOf: IsoDate,
): MovementRecord[] {
  return withoutSuperseded(movements)
    .filter((row) => lastDay(row.asOf) <= asOf)
    .sort((a, b) => (later(a, b) ? 1 : -1));
}

/** Movements of one kind that count at `asOf`; with `period`, those that belong to it. Oldest first. */
export function movementsOf(
  movements: readonly MovementRecord[],
  kind: MovementRecord['kind'],
  asOf: IsoDate,
  period: Period | null,
): MovementRecord[] {
  return standingMovements(movements, asOf).filter((row) => isMovementOf(row, kind, period));
}

/** Sum of movements in fen; null where there are none or their qualifiers cannot be joined. */
export function sumMovements(
  rows: readonly MovementRecord[],
): { amountFen: number; qualifier: Qualifier; last: MovementRecord } | null {
  const last = rows.at(-1);
  const qualifier = qualifierOfSum(rows.map((row) => row.qualifier));
  if (last === undefined || qualifier === null) return null;
  return { amountFen: rows.reduce((sum, row) => sum + row.amountFen, 0), qualifier, last };
}

/** The number of an indicator that a ledger carries, as if it had been entered. */
export function ledgerStanding(
  indicator: IndicatorRecord,
  movements: readonly MovementRecord[],
  asOf: IsoDate,
): Standing | null {
  const { ledger } = indicator;
  if (ledger === null) return null;
  const own = movements.filter((movement) => movement.fund === ledger.fund);
  const rows = movementsOf(own, ledger.kind, asOf, ledger.period);
  const sum = sumMovements(rows);
  if (sum === null) return null;
  const corrected = rows.filter((row) => row.supersedes !== null).at(-1);
  const paid = ledger.kind === 'disbursed' || ledger.kind === 'spent';
  return {
    id: sum.last.id,
    indicator: indicator.code,
    value: sum.amountFen,
    qualifier: sum.qualifier,
    period:
      ledger.period !== null && paid
        ? { from: ledger.period.from, to: lastDay(sum.last.asOf) }
        : ledger.period,
    asOf: sum.last.asOf,
    source: sum.last.source,
    // A correction of any movement in it corrects the sum.
    supersedes: corrected?.supersedes ?? null,
    reason: corrected?.reason ?? null,
    recordedAt: sum.last.recordedAt,
  };
}

/** What stands for every indicator at a date; an indicator without a figure is not in the map. */
export function standingsAt(
  dataset: Pick<Dataset, 'indicators' | 'observations' | 'movements'>,
  asOf: IsoDate,
): Map<string, Standing> {
  const byCode = groupBy(withoutSuperseded(dataset.observations), (row) => row.indicator);
  const carried = new Set(dataset.indicators.map((row) => row.ledger?.fund));
  const byFund = groupBy(
    dataset.movements.filter((row) => carried.has(row.fund)),
    (row) => row.fund,
  );
  const result = new Map<string, Standing>();
  for (const indicator of dataset.indicators) {
    const standing =
      indicator.ledger === null
        ? newest(byCode.get(indicator.code) ?? [], asOf)
        : ledgerStanding(indicator, byFund.get(indicator.ledger.fund) ?? [], asOf);
    if (standing !== null) result.set(indicator.code, standing);
  }
  return result;
}
