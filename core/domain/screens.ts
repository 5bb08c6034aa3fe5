/** Walls: when one counts as late or silent, and when it takes over a new build. */
import type { ScreenBeat, WallPage } from '../contract/lists.ts';
import type { Instant } from './records.ts';

/** Seconds between two heartbeats of a wall. */
export const BEAT_S = 60;
/** One lost heartbeat is no news, two are. */
const LATE_MS = 2.5 * BEAT_S * 1000;
const SILENT_MS = 10 * BEAT_S * 1000;
/** A command that was not fetched by then is not carried out any more: nobody stands there waiting for it. */
const COMMAND_MS = 10 * 60_000;
const PICTURE_MS = 10 * 60_000;

const ZONE_MS = 8 * 3_600_000;
const HOUR_MINUTES = 60;

const age = (at: Instant, now: Instant): number => Date.parse(now) - Date.parse(at);

/** How a wall stands by its last heartbeat; null = none came yet. */
export function beatOf(at: Instant | null, now: Instant): ScreenBeat {
  if (at === null) return 'never';
  const silence = age(at, now);
  if (silence >= SILENT_MS) return 'silent';
  return silence >= LATE_MS ? 'late' : 'reporting';
}

export const isCommandAlive = (at: Instant, now: Instant): boolean => age(at, now) < COMMAND_MS;

/** Whether another picture is due; null = there is none. */
export const isPictureDue = (at: Instant | null, now: Instant): boolean =>
  at === null || age(at, now) >= PICTURE_MS;

/** Minute of the hour in which a wall loads itself anew: always the same one, and spread over all of them. */
export function reloadMinute(screen: string): number {
  let hash = 0;
  for (const letter of screen) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % HOUR_MINUTES;
}

/**
 * Whether it is a wall's time for a new build: within the hour that is set (0 to 23, of the bureau's day), from the
 * wall's own minute on. By the server's clock: that of a wall may be wrong by hours.
 */
export function isReloadTime(screen: string, reloadHour: number, now: Instant): boolean {
  const there = new Date(Date.parse(now) + ZONE_MS);
  return there.getUTCHours() === reloadHour && there.getUTCMinutes() >= reloadMinute(screen);
}

/** Order in which pages are shown: as set, but the tasks come second while one of them is overdue. */
export function inTurn(pages: readonly WallPage[], isOverdue: boolean): readonly WallPage[] {
  if (!isOverdue || !pages.includes('tasks') || pages[0] === 'tasks') return pages;
  const [first, ...others] = pages.filter((page) => page !== 'tasks');
  return first === undefined ? pages : [first, 'tasks', ...others];
}
