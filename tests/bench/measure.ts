/** What a bench hands to the table: one line, with the bound it has to keep, if one is stated. */
export type Measure = {
  readonly what: string;
  readonly value: string;
  /** null = for information only. */
  readonly bound: string | null;
  readonly holds: boolean;
};

/** A number against its upper bound. */
export function atMost(
  what: string,
  value: number,
  bound: number,
  unit: string,
  digits = 1,
): Measure {
  return {
    what,
    value: `${value.toFixed(digits)} ${unit}`,
    bound: `at most ${bound} ${unit}`,
    holds: value <= bound,
  };
}

/** A number that nothing is promised about. */
export function noted(what: string, value: string): Measure {
  return { what, value, bound: null, holds: true };
}

/** The middle of several values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value that all but one in a hundred stay below. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}
