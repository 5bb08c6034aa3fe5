import { expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { type FieldDescription, fields } from './fields.ts';
import { formValues, statedValues } from './form-values.ts';

const sample = sampleAt('2026-01-02T03:04:05.678Z');

/** What a record states: without the stamp, and without what the store derives. */
function stated(record: object): Record<string, unknown> {
  const {
    recordedAt: _,
    recordedBy: __,
    originalDue: ___,
    postponed: ____,
    ...rest
  } = record as Record<string, unknown>;
  return rest;
}

const registers: readonly (readonly [string, readonly FieldDescription[], readonly object[]])[] = [
  ['workspace', fields.workspace, [sample.workspace]],
  ['departments', fields.departments, sample.departments],
  ['sources', fields.sources, sample.sources],
  ['indicators', fields.indicators, sample.indicators],
  ['targets', fields.targets, sample.targets],
  ['funds', fields.funds, sample.funds],
  ['platforms', fields.platforms, sample.platforms],
  ['frameworks', fields.frameworks, sample.frameworks],
  ['elements', fields.elements, sample.elements],
  ['tasks', fields.tasks, sample.tasks],
  ['milestones', fields.milestones, sample.milestones],
];

test.each(registers)(
  '%s: what a form shows untouched states the same record',
  (_, described, records) => {
    for (const record of records)
      expect(statedValues(described, formValues(described, record))).toEqual(stated(record));
  },
);

test('a target keeps its points, a ledger its period', () => {
  const target = {
    id: 't',
    indicator: 'i',
    period: { from: '2021-01-01', to: '2021-12-31' },
    value: 10,
    curve: 'steps',
    points: [{ on: '2021-06-30', value: 2.5 }],
  };
  expect(statedValues(fields.targets, formValues(fields.targets, target))).toEqual(target);
  const [indicator] = sample.indicators.filter((row) => row.ledger === null);
  const ledger = { fund: 'f', kind: 'spent', period: null };
  const carried = { ...stated(indicator ?? {}), ledger };
  expect(statedValues(fields.indicators, formValues(fields.indicators, carried))).toEqual(carried);
});
