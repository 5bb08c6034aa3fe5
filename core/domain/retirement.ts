/** What is in use at a day, and what is not any more. Nothing is deleted: an earlier picture keeps showing it. */
import { addDays } from './dates.ts';
import type { IsoDate, Retirable } from './records.ts';

/** What is in use, and is not known ever to be otherwise. */
export const inUse: Retirable = { retiredOn: null, retiredReason: null };

/** Whether nothing new of it is expected or taken on the day. */
export function isRetired({ retiredOn }: Pick<Retirable, 'retiredOn'>, asOf: IsoDate): boolean {
  return retiredOn !== null && retiredOn <= asOf;
}

/** The last day up to the given one on which it was in use: a thing that is retired is shown as it stood then. */
export function lastInUse({ retiredOn }: Pick<Retirable, 'retiredOn'>, asOf: IsoDate): IsoDate {
  return retiredOn !== null && retiredOn <= asOf ? addDays(retiredOn, -1) : asOf;
}
