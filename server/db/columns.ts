/** Between a record's fields and a row's columns: names in two languages, periods, JSON text. */
import type { Bilingual, Period, Retirable } from '#core/domain/records.ts';

type NameColumns<P extends string> = Record<`${P}_zh` | `${P}_en`, string>;
type NameColumnsOrNull<P extends string> = Record<`${P}_zh` | `${P}_en`, string | null>;

/** `{zh, en}` as the two columns `<prefix>_zh` and `<prefix>_en`. */
export function nameColumns<P extends string>(prefix: P, name: Bilingual): NameColumns<P> {
  return { [`${prefix}_zh`]: name.zh, [`${prefix}_en`]: name.en } as NameColumns<P>;
}

export function nameColumnsOrNull<P extends string>(
  prefix: P,
  name: Bilingual | null,
): NameColumnsOrNull<P> {
  return {
    [`${prefix}_zh`]: name?.zh ?? null,
    [`${prefix}_en`]: name?.en ?? null,
  } as NameColumnsOrNull<P>;
}

export function nameOrNull(zh: string | null, en: string | null): Bilingual | null {
  return zh === null || en === null ? null : { zh, en };
}

export function periodColumns(period: Period | null): {
  period_from: string | null;
  period_to: string | null;
} {
  return { period_from: period?.from ?? null, period_to: period?.to ?? null };
}

export function periodOrNull(from: string | null, to: string | null): Period | null {
  return from === null || to === null ? null : { from, to };
}

/** JSON text that this store itself wrote, in the type that it was written from. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

export function toJson(value: object): string {
  return JSON.stringify(value);
}

type RetirableColumns = { retired_on: string | null; retired_reason: string | null };

export function retirableColumns({ retiredOn, retiredReason }: Retirable): RetirableColumns {
  return { retired_on: retiredOn, retired_reason: retiredReason };
}

export function retirableFields(row: RetirableColumns): Retirable {
  return { retiredOn: row.retired_on, retiredReason: row.retired_reason };
}

type RecordedColumns = { recorded_at: string; recorded_by: string };

export function recordedColumns(record: {
  recordedAt: string;
  recordedBy: string;
}): RecordedColumns {
  return { recorded_at: record.recordedAt, recorded_by: record.recordedBy };
}

export function recordedFields(row: RecordedColumns): { recordedAt: string; recordedBy: string } {
  return { recordedAt: row.recorded_at, recordedBy: row.recorded_by };
}
