/** Which days each figure speaks of: a period that its source names, one that was only placed, or a single date. */
import type { Figure } from '#core/contract/figure.ts';
import { daysBetween, lastDay } from '#core/domain/dates.ts';
import type { IsoDate } from '#core/domain/records.ts';

/**
 * stated: the period ends on the figure's own date. placed: it does not, so the source gave a date and no such
 * years; the record had to put them somewhere. until: a sum whose start is not on record. at: a level at a date.
 */
export type SpanKind = 'stated' | 'placed' | 'until' | 'at';

export type Span = {
  readonly figure: Figure;
  readonly kind: SpanKind;
  /** First and last day, both included; `from` is null where only a date is on record. */
  readonly from: IsoDate | null;
  readonly to: IsoDate;
};

function spanOf(figure: Figure): Span {
  const { period, asOf, kind } = figure;
  const on = lastDay(asOf);
  if (period === null)
    return { figure, kind: kind === 'flow' ? 'until' : 'at', from: null, to: on };
  return {
    figure,
    kind: period.to === on ? 'stated' : 'placed',
    from: period.from,
    to: period.to,
  };
}

const byTime = (a: Span, b: Span): number => {
  if (a.from === null || b.from === null) {
    if (a.from !== null) return -1;
    if (b.from !== null) return 1;
    return a.to < b.to ? -1 : a.to > b.to ? 1 : 0;
  }
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.to > b.to ? -1 : a.to < b.to ? 1 : 0;
};

/** Periods by their first day, the longer first, then single dates; figures of one span stay in the record's order. */
export const spansOf = (figures: readonly Figure[]): Span[] => figures.map(spanOf).sort(byTime);

/** The same for figures that speak of the same time in the same way. */
export const spanKey = (span: Span): string =>
  `${span.kind} ${span.from ?? ''} ${span.from === null ? span.figure.asOf : span.to}`;

/** Figures of one and the same time together, in the order of `spans`. */
export function spanGroups(spans: readonly Span[]): readonly (readonly Span[])[] {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = spanKey(span);
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  return [...groups.values()];
}

export type TimeAxis = {
  readonly firstYear: number;
  /** Last year, included. */
  readonly lastYear: number;
  readonly totalDays: number;
  /** Days from the axis's first day. */
  readonly dayOf: (date: IsoDate) => number;
};

/** Whole calendar years around all spans and the page's date. */
export function timeAxis(spans: readonly Span[], asOf: IsoDate): TimeAxis {
  const years = [asOf, ...spans.flatMap((span) => [span.from ?? span.to, span.to])].map((date) =>
    Number(date.slice(0, 4)),
  );
  const firstYear = Math.min(...years);
  const lastYear = Math.max(...years);
  const start = `${firstYear}-01-01`;
  return {
    firstYear,
    lastYear,
    totalDays: daysBetween(start, `${lastYear + 1}-01-01`),
    dayOf: (date) => daysBetween(start, date),
  };
}
