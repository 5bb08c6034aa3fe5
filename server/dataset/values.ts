/** What a record's own fields must look like before it is written; SQL compares dates and instants as text. */
import { isIsoDate, isPartialDate } from '#core/domain/dates.ts';
import type { Dataset, Period, Recorded } from '#core/domain/records.ts';
import { toDecimal } from '#server/db/decimal.ts';
import { DatasetError } from './dataset-error.ts';

type Field = readonly [field: string, fault: string | null];

/** True for a UTC instant that exists, written with milliseconds and Z. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

const partial = (text: string | null): string | null =>
  text === null || isPartialDate(text)
    ? null
    : `${text} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)`;

const day = (text: string | null): string | null =>
  text === null || isIsoDate(text) ? null : `${text} is not a day (YYYY-MM-DD)`;

const period = (value: Period | null): string | null => {
  if (value === null) return null;
  const fault = day(value.from) ?? day(value.to);
  return fault ?? (value.from <= value.to ? null : `${value.from} is after ${value.to}`);
};

const decimal = (value: number): string | null => {
  try {
    toDecimal(value);
    return null;
  } catch (error) {
    return (error as RangeError).message;
  }
};

const fen = (value: number): string | null =>
  Number.isSafeInteger(value) ? null : `${value} is not a whole number of fen within 2^53`;

const whyOf = (record: {
  readonly supersedes: string | null;
  readonly reason: string | null;
}): string | null =>
  record.supersedes !== null && !record.reason ? 'supersedes a row without saying why' : null;

/** Throws DatasetError at the first field that the store could not keep or compare. */
export function checkValues(dataset: Partial<Dataset>): void {
  function check<R extends Recorded>(
    table: string,
    records: readonly R[] | undefined,
    key: (record: R) => string,
    fields: (record: R) => readonly Field[] = () => [],
  ): void {
    for (const record of records ?? []) {
      if (!isInstant(record.recordedAt)) {
        throw new DatasetError(
          table,
          key(record),
          'recordedAt',
          `${record.recordedAt} is not a UTC instant`,
        );
      }
      for (const [field, fault] of fields(record)) {
        if (fault !== null) throw new DatasetError(table, key(record), field, fault);
      }
    }
  }
  const id = (record: { readonly id: string }): string => record.id;

  check('departments', dataset.departments, id);
  check('sources', dataset.sources, id, (record) => [['asOf', partial(record.asOf)]]);
  check(
    'indicators',
    dataset.indicators,
    (record) => record.code,
    (record) => [['ledger.period', period(record.ledger?.period ?? null)]],
  );
  check('observations', dataset.observations, id, (record) => [
    ['value', decimal(record.value)],
    ['period', period(record.period)],
    ['asOf', partial(record.asOf)],
    ['reason', whyOf(record)],
  ]);
  check('targets', dataset.targets, id, (record) => [
    ['value', decimal(record.value)],
    ['period', period(record.period)],
  ]);
  check('funds', dataset.funds, id);
  check('movements', dataset.movements, id, (record) => [
    ['amountFen', fen(record.amountFen)],
    ['period', period(record.period)],
    ['asOf', partial(record.asOf)],
    ['reason', whyOf(record)],
  ]);
  check('platforms', dataset.platforms, id, (record) => [
    ['recognised', partial(record.recognised)],
    ['registeredOn', partial(record.registeredOn)],
  ]);
  check('frameworks', dataset.frameworks, id);
  check('elements', dataset.elements, id);
  check('tasks', dataset.tasks, id, (record) => [
    ['start', partial(record.start)],
    ['due', partial(record.due)],
    ['originalDue', partial(record.originalDue)],
    ['registeredOn', partial(record.registeredOn)],
  ]);
  check('milestones', dataset.milestones, id, (record) => [
    ['due', partial(record.due)],
    ['originalDue', partial(record.originalDue)],
    ['registeredOn', partial(record.registeredOn)],
  ]);
  check('ticks', dataset.ticks, id, (record) => [['doneOn', partial(record.doneOn)]]);
  check('checkIns', dataset.checkIns, id, (record) => [['asOf', day(record.asOf)]]);
  check('questions', dataset.questions, id, (record) => [
    ['arisesOn', day(record.arisesOn)],
    ['settledOn', day(record.settledOn)],
  ]);
  check('panels', dataset.panels, id);
}
