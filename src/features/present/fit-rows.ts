/** How many rows fit a part of a slide, before anything is drawn. Lengths are in rem of a slide of 120 by 67.5. Pure. */
import { roughWidth } from '#src/charts/rough-width.ts';

/** About how high a text is in a column. `leading`: height of a line as a share of the size. */
export function roughHeight(text: string, size: number, width: number, leading = 1.38): number {
  return Math.max(1, Math.ceil(roughWidth(text, size) / width)) * size * leading;
}

/** Height of the line that says how many are left out. */
export const MORE = 2.6;

/**
 * How many of the first rows fit the room, `most` at most; at least one where there is any.
 * @param more what the room loses where some are left out
 */
export function fitting<T>(
  rows: readonly T[],
  most: number,
  room: number,
  heightOf: (row: T) => number,
  more = 0,
): number {
  const within = (limit: number): number => {
    let used = 0;
    const end = rows.findIndex((row, index) => {
      used += heightOf(row);
      return index >= most || (used > limit && index > 0);
    });
    return end === -1 ? rows.length : end;
  };
  const count = within(room);
  return count === rows.length ? count : within(room - more);
}
