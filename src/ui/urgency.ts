import type { LightState } from '#core/contract/lists.ts';

/** What needs somebody to act comes first, as in the band of exceptions. */
export const urgency: Record<LightState, number> = {
  over: 0,
  blocked: 1,
  near: 2,
  none: 3,
  ok: 4,
  done: 5,
};
