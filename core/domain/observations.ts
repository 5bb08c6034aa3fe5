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
export type Standing = Omit<ObservationRecord, 'recordedBy'>;

type Superseding = { readonly id: string; readonly supersedes: string | null };

/** Drops rows that a later row took the place of. */
export function withoutSuperseded<T extends Superseding>(rows: readonly T[]): T[] {
  const gone = new Set(rows.flatMap((row) => (row.supersedes === null ? [] : [row.supersedes])));
  return rows.filter((row) => !gone.has(row.id));
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
 * Qualifier of a sum. "over" and "under" survive beside exact numbers; where they meet, or a ceiling is among them,
 * the sum has no honest qualifier and null says that it must not be shown.
 */
export function qualifierOfSum(parts: readonly Qualifier[]): Qualifier | null {
  const kinds = new Set(parts);
  kinds.delete('exact');
  if (kinds.size === 0) return 'exact';
  if (kinds.size > 1 || kinds.has('cap')) return null;
  return kinds.has('over') ? 'over' : 'under';
}

const inPeriod = (movement: MovementRecord, period: Period): boolean => {
  if (movement.period !== null)
    return movement.period.from === period.from && movement.period.to === period.to;
  const day = lastDay(movement.asOf);
  return day >= period.from && day <= period.to;
};

/** Movements of one kind that count at `asOf`; with `period`, those that belong to it. */
export function movementsOf(
  movements: readonly MovementRecord[],
  kind: MovementRecord['kind'],
  asOf: IsoDate,
  period: Period | null,
): MovementRecord[] {
  return withoutSuperseded(movements)
    .filter(
      (m) => m.kind === kind && lastDay(m.asOf) <= asOf && (period === null || inPeriod(m, period)),
    )
    .sort((a, b) => (later(a, b) ? 1 : -1));
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
  const rows = movements.filter((movement) => movement.fund === ledger.fund);
  const sum = sumMovements(movementsOf(rows, ledger.kind, asOf, ledger.period));
  if (sum === null) return null;
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
    supersedes: sum.last.supersedes,
    reason: sum.last.reason,
    recordedAt: sum.last.recordedAt,
  };
}

/** What stands for every indicator at a date; an indicator without a figure is not in the map. */
export function standingsAt(
  dataset: Pick<Dataset, 'indicators' | 'observations' | 'movements'>,
  asOf: IsoDate,
): Map<string, Standing> {
  const byCode = new Map<string, ObservationRecord[]>();
  for (const row of withoutSuperseded(dataset.observations)) {
    const rows = byCode.get(row.indicator);
    if (rows === undefined) byCode.set(row.indicator, [row]);
    else rows.push(row);
  }
  const result = new Map<string, Standing>();
  for (const indicator of dataset.indicators) {
    const standing =
      indicator.ledger === null
        ? newest(byCode.get(indicator.code) ?? [], asOf)
        : ledgerStanding(indicator, dataset.movements, asOf);
    if (standing !== null) result.set(indicator.code, standing);
  }
  return result;
}
