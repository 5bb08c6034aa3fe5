import type { FigureKind, Unit } from '../contract/lists.ts';

const COUNTED: readonly Unit[] = ['person', 'person-time', 'company', 'item', 'event', 'rank'];

/** Whether a value of the unit is a whole number that is not negative; a mean of counts may be broken. */
export function isCounted(unit: Unit, kind: FigureKind): boolean {
  return COUNTED.includes(unit) && kind !== 'mean';
}
