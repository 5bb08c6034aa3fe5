/** Instants as a reader types and sees them: in the bureau's time, eight hours ahead of UTC. */
import { isIsoDate } from '#core/domain/dates.ts';
import type { Instant } from '#core/domain/records.ts';

const ZONE_MS = 8 * 3_600_000;

/** `2021-05-31 18:00` in Beijing time. */
export const momentText = (instant: Instant): string =>
  new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ');

/** The last instant of the day or the minute that was typed; null = it is neither. */
export function readMoment(text: string): Instant | null {
  const [, day = '', time] = /^(\S+?)(?:[ T](\d{2}:\d{2}))?$/.exec(text) ?? [];
  if (!isIsoDate(day)) return null;
  const end = Date.parse(`${day}T${time ?? '23:59'}:59.999Z`);
  return Number.isNaN(end) ? null : new Date(end - ZONE_MS).toISOString();
}
