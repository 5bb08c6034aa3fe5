/**
 * Dates as dates: text, never instants. A partial date is as precise as its source; where it must be compared
 * it counts as its last day, so that a fact of "2021-05" is inside the picture of 2021-05-31 and not before.
 */
import type { IsoDate, PartialDate, Period } from './records.ts';

const DAY_MS = 86_400_000;

/** Days of ten years and more; beyond so many texts the memory starts anew. */
const KEPT = 8192;

/** A large picture asks for the same few thousand dates hundreds of thousands of times. Faults are not kept. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = work(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, made);
    return made;
  };
}

const utc = remembered((date) => {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(`${date}T00:00:00.000Z`);
});

const iso = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** Number of days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD that exists. Plain arithmetic: it runs for every row of every picture. */
export function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  if (text.length === 4) return true;
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12) return false;
  if (text.length === 7) return true;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** True for a calendar day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/**
 * Last day that a partial date covers: 2021-05 -> 2021-05-31.
 * @throws RangeError where the text is no partial date.
 */
export const lastDay: (date: PartialDate) => IsoDate = remembered((date) => {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`);
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))}`;
  }
  return date;
});

/** First day that a partial date covers: 2021-05 -> 2021-05-01. */
export function firstDay(date: PartialDate): IsoDate {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${date}`);
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/**
 * Days from one day to another; negative where `to` is earlier.
 * @throws RangeError where one is not a day that exists.
 */
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
