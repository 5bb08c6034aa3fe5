import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restatementSchema } from '#core/contract/meeting.ts';
import { sampleAt } from '../sample/sample.ts';
import { figureView } from './figure-view.ts';
import { standingsAt } from './observations.ts';
import type { Dataset } from './records.ts';
import { restatementsOf } from './restatement.ts';

const KNOWN = '2021-06-01T00:00:00.000Z';
const LATER = '2021-07-01T00:00:00.000Z';
const ASOF = '2021-05-31';
const sample = sampleAt(KNOWN);

function figures(dataset: Dataset) {
  const standings = standingsAt(dataset, ASOF);
  return dataset.indicators.flatMap((row) => {
    const standing = standings.get(row.code);
    return standing === undefined ? [] : [figureView(row, standing, () => [], ASOF, 'zh')];
  });
}

const compared = (before: Dataset, after: Dataset) =>
  restatementsOf({
    shown: figures(before),
    now: standingsAt(after, ASOF),
    indicators: after.indicators,
    movements: after.movements,
    knownAt: KNOWN,
    lang: 'zh',
  });

const target = sample.observations.find(
  (row) => row.asOf <= '2021-04-30' && row.qualifier === 'exact',
);
if (target === undefined) throw new Error('the default dataset has one');

describe('restatements', () => {
  it('are none where nothing was corrected', () => {
    expect(compared(sample, sample)).toEqual([]);
  });

  it('tell the number then and now, with reason and instant', () => {
    const correction = {
      ...target,
      id: 'corrected',
      value: target.value + 5,
      qualifier: 'over' as const,
      supersedes: target.id,
      reason: '原文抄错',
      recordedAt: LATER,
    };
    const after = { ...sample, observations: [...sample.observations, correction] };
    expect(compared(sample, after)).toMatchObject([
      {
        code: target.indicator,
        shown: { value: target.value, qualifier: 'exact' },
        now: { value: target.value + 5, qualifier: 'over' },
        reason: '原文抄错',
        recordedAt: LATER,
      },
    ]);
  });

  it('are told of a fund by the movement that changed it', () => {
    const paid = sample.movements.find((row) => row.kind === 'disbursed');
    if (paid === undefined) throw new Error('the default dataset has a payment');
    const correction = {
      ...paid,
      id: 'corrected',
      amountFen: paid.amountFen + 100,
      supersedes: paid.id,
      reason: '少记一笔',
      recordedAt: LATER,
    };
    const rows = compared(sample, { ...sample, movements: [...sample.movements, correction] });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ unit: 'fen', reason: '少记一笔', recordedAt: LATER });
  });

  it('say that a figure came on record later, without a 0 in place of what was missing', () => {
    const before = {
      ...sample,
      observations: sample.observations.filter((row) => row.indicator !== target.indicator),
    };
    expect(compared(before, sample)).toMatchObject([{ code: target.indicator, shown: null }]);
    expect(compared(sample, before)).toMatchObject([
      { code: target.indicator, now: null, reason: null, recordedAt: null },
    ]);
  });
});

it('names exactly the codes whose number or qualifier is another', () => {
  const changes = fc.array(
    fc.record({
      row: fc.nat(sample.observations.length - 1),
      add: fc.integer({ min: -3, max: 3 }),
      qualifier: fc.constantFrom('exact', 'over', 'under', 'cap'),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(changes, (made) => {
      const by = new Map(made.map((one) => [one.row, one]));
      const after: Dataset = {
        ...sample,
        observations: sample.observations.map((row, index) => {
          const one = by.get(index);
          if (one === undefined) return row;
          return { ...row, value: row.value + one.add, qualifier: one.qualifier };
        }),
      };
      const now = standingsAt(after, ASOF);
      const expected = figures(sample)
        .filter(({ code, value, qualifier }) => {
          const standing = now.get(code);
          return standing?.value !== value || standing.qualifier !== qualifier;
        })
        .map((figure) => figure.code);
      const rows = compared(sample, after);
      expect(rows.map((row) => row.code)).toEqual(expected.toSorted());
      for (const row of rows) expect(restatementSchema.safeParse(row).error).toBeUndefined();
    }),
  );
});
