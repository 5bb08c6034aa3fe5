/**
 * Dates as dates: text, never instants. A partial date is as precise as its source; where it must be compared
 * it counts as its last day, so that a fact of "2021-05" is inside the picture of 2021-05-31 and not before.
 */
import type { IsoDate, PartialDate, Period } from './records.ts';

const DAY_MS = 86_400_000;

const utc = (date: IsoDate): number => {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`);
  return ms;
};

const iso = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** True for a calendar day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && iso(ms) === text;
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD that exists. */
export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  if (/^\d{4}-\d{2}$/.test(text)) return isIsoDate(`${text}-01`);
  return isIsoDate(text);
}

/** Number of days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Last day that a partial date covers: 2021-05 -> 2021-05-31.
 * @throws RangeError where the text is no partial date.
 */
export function lastDay(date: PartialDate): IsoDate {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`);
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const [year = 0, month = 0] = date.split('-').map(Number);
    return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
  }
  return date;
}

/** First day that a partial date covers: 2021-05 -> 2021-05-01. */
export function firstDay(date: PartialDate): IsoDate {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`);
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** The day `days` later (or earlier, where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return iso(utc(date) + days * DAY_MS);
}

/** Days in a period, first and last day included. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1;
}

/** Calendar year that a period covers exactly, as YYYY; null for any other period. */
export function calendarYear(period: Period): string | null {
  const year = period.from.slice(0, 4);
  return period.from === `${year}-01-01` && period.to === `${year}-12-31` ? year : null;
}

/** True where a fact of this partial date is inside the picture of `asOf`. */
export function isKnownBy(date: PartialDate, asOf: IsoDate): boolean {
  return lastDay(date) <= asOf;
}
