/** What each meeting saw of an indicator, as places in a drawing. Pure. */
import type { Timeline } from '#core/contract/meeting.ts';
import { daysBetween } from '#core/domain/dates.ts';

type Point = Timeline['points'][number];

export const STRIP = { width: 640, height: 120, left: 16, right: 624, top: 14, base: 100 } as const;

export type StripDot = {
  readonly meeting: string;
  readonly asOf: string;
  readonly x: number;
  /** null = it showed nothing then. */
  readonly y: number | null;
  /** What stands today for the same day, where it is another; null = as seen. */
  readonly restatedY: number | null;
};

/** Dots in the order of their dates, on a scale that has 0 in it; null = no meeting saw a value. */
export function stripOf(
  points: readonly Point[],
): { readonly dots: readonly StripDot[]; readonly zero: number } | null {
  const seen = points.filter((point) => point.sound);
  const values = seen.flatMap(({ value, restated }) => [value, restated?.value ?? null]);
  const known = values.filter((value) => value !== null);
  const days = seen.map((point) => point.asOf).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  if (known.length === 0 || first === undefined || last === undefined) return null;
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const span = top - bottom === 0 ? 1 : top - bottom;
  const whole = Math.max(1, daysBetween(first, last));
  const yOf = (value: number): number =>
    Math.round(STRIP.base - ((STRIP.base - STRIP.top) * (value - bottom)) / span);
  const dots = [...seen]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))
    .map(({ meeting, asOf, value, restated }) => ({
      meeting,
      asOf,
      x: Math.round(STRIP.left + ((STRIP.right - STRIP.left) * daysBetween(first, asOf)) / whole),
      y: value === null ? null : yOf(value),
      restatedY: restated === null || restated.value === null ? null : yOf(restated.value),
    }));
  return { dots, zero: yOf(0) };
}
