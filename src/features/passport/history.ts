/** The rows behind a figure as points in time. What is drawn, said and tabled comes from here. */
import type { Figure } from '#core/contract/figure.ts';
import type { Observation, Passport } from '#core/contract/indicator.ts';
import type { Qualifier, Unit } from '#core/contract/lists.ts';
import { daysIn, lastDay } from '#core/domain/dates.ts';
import type { IsoDate, PartialDate, Period } from '#core/domain/records.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';

export type HistoryPoint = {
  readonly id: string;
  readonly on: IsoDate;
  readonly asOf: PartialDate;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly period: Period | null;
  readonly source: string | null;
};

/** A number of an open question beside the one that is looked at. */
export type OtherPoint = HistoryPoint & { readonly number: number; readonly name: string };

export type History = {
  readonly unit: Unit;
  /** Oldest first; one for each date. */
  readonly points: readonly HistoryPoint[];
  /** Rows that a later one took the place of. */
  readonly superseded: readonly HistoryPoint[];
  readonly others: readonly OtherPoint[];
  /** True where a line may join the points: at least two of them, and all over like periods. */
  readonly isJoined: boolean;
  /** True where the points are running sums of a ledger. */
  readonly isCumulative: boolean;
};

const pointOf = (row: Observation): HistoryPoint => ({
  id: row.id,
  on: lastDay(row.asOf),
  asOf: row.asOf,
  value: row.value,
  qualifier: row.qualifier,
  period: row.period,
  source: row.source,
});

/** Of a day the row that was entered last counts; rows arrive oldest first. */
function onePerDay(points: readonly HistoryPoint[]): HistoryPoint[] {
  return [...new Map(points.map((point) => [point.on, point])).values()];
}

/** A ledger's rows add up; a sum with a bound in it is a bound. */
function running(points: readonly HistoryPoint[]): HistoryPoint[] {
  let sum = 0;
  let qualifier: Qualifier = 'exact';
  return points.map((point) => {
    sum += point.value;
    if (point.qualifier !== 'exact') qualifier = point.qualifier;
    return { ...point, value: sum, qualifier };
  });
}

/** Lengths of months and years differ by a few days; a year and five years are not alike. */
const LIKE = 0.15;

function alike(a: Period | null, b: Period | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.from === b.from) return true;
  const [x, y] = [daysIn(a), daysIn(b)];
  return Math.abs(x - y) <= LIKE * Math.max(x, y);
}

function othersOf(passport: Passport, figures: FigureIndex): OtherPoint[] {
  const { indicator, questions } = passport;
  return questions
    .filter((question) => question.open)
    .flatMap((question) =>
      question.statements.flatMap(({ figure: code }) => {
        const figure: Figure | undefined = code === null ? undefined : figures.get(code);
        if (figure === undefined || figure.code === indicator.code) return [];
        if (figure.unit !== indicator.unit) return [];
        return {
          id: figure.code,
          on: lastDay(figure.asOf),
          asOf: figure.asOf,
          value: figure.value,
          qualifier: figure.qualifier,
          period: figure.period,
          source: figure.source,
          number: question.number,
          name: figure.short,
        };
      }),
    );
}

export function historyOf(passport: Passport, figures: FigureIndex): History {
  const { indicator, history } = passport;
  const isCumulative = indicator.ledger !== null;
  const standing = history.filter((row) => !row.superseded).map(pointOf);
  const points = onePerDay(isCumulative ? running(standing) : standing);
  const [first, ...later] = points;
  return {
    unit: indicator.unit,
    points,
    superseded: history.filter((row) => row.superseded).map(pointOf),
    others: othersOf(passport, figures),
    isJoined:
      first !== undefined &&
      later.length > 0 &&
      (isCumulative || later.every((point) => alike(first.period, point.period))),
    isCumulative,
  };
}
