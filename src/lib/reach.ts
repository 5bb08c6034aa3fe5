import { createContext, useContext } from 'react';
import type { Address } from './address.ts';

/** How far a wall is read from: everything on it, what matters most in larger letters, or only that. */
export type Reach = 'near' | 'far' | 'farther';

/** Metres of the shorter side of a 55-inch screen. */
const USUAL_SIDE = 0.68;
/** A Chinese letter wants 20 minutes of arc; on a wall the smallest one is 1/67.5 of the shorter side. */
const NEAR_SIDES = 1 / 67.5 / Math.tan((20 / 60) * (Math.PI / 180));
/** Letters of a far wall are half as large again. */
const FAR_SIDES = NEAR_SIDES * 1.5;

/** How the wall of an address is read. Bounds: near without a distance; beyond the last step the last. */
export function reachOf({ distance, side }: Pick<Address, 'distance' | 'side'>): Reach {
  if (distance === null) return 'near';
  const sides = Number(distance) / (side === null ? USUAL_SIDE : Number(side));
  if (sides <= NEAR_SIDES) return 'near';
  return sides <= FAR_SIDES ? 'far' : 'farther';
}

export const ReachContext = createContext<Reach>('near');

export const useReach = (): Reach => useContext(ReachContext);
