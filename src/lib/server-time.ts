/**
 * Instants as the server counts them. The clock of a wall's box may be wrong by hours, and may be set right while it
 * runs; what a page says of how old its picture is must not depend on it.
 */

/** Less is the way of the reply and its rounding to a second. */
const TOLERANCE_MS = 5_000;

/** null = nothing was heard yet. */
let aheadMs: number | null = null;

/** Takes the server's time from a reply's Date header; null = the reply has none. */
export function learnServerTime(date: string | null): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const ahead = server - Date.now();
  if (Math.abs(ahead - (aheadMs ?? 0)) > TOLERANCE_MS) aheadMs = ahead;
  else aheadMs ??= 0;
}

/** The server's instant at an instant of this device, both in ms since 1970; as last learned. */
export const serverTime = (deviceMs: number): number => deviceMs + (aheadMs ?? 0);

/**
 * As `learnServerTime`, but for the first time only: what was learned with the picture that is shown is not changed
 * under it.
 */
export function learnFirstServerTime(date: string): void {
  if (aheadMs === null) learnServerTime(date);
}
