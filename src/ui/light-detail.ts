import type { Light } from '#core/contract/task.ts';
import type { UiWords } from './words.ts';

/** When the date falls that decided a red or amber light; null where no date did. */
export function lightDetail(light: Light, w: UiWords): string | null {
  if (light.dueInDays === null) return null;
  if (light.state === 'over') return w.overdueDays(-light.dueInDays);
  if (light.state !== 'near') return null;
  return light.dueInDays === 0 ? w.dueToday : w.dueInDays(light.dueInDays);
}

/** The light in words: its state, and when the date falls that decided it. */
export function lightText(light: Light, w: UiWords): string {
  const detail = lightDetail(light, w);
  return detail === null ? w.light[light.state] : `${w.light[light.state]} · ${detail}`;
}
