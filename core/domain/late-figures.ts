/** Figures that are older than their rhythm: the picture says so, however well the page hears from its server. */
import type { Section, Theme } from '../contract/lists.ts';
import { addDays, lastDay } from './dates.ts';
import type { Standing } from './observations.ts';
import type { IndicatorRecord, IsoDate, PartialDate } from './records.ts';
import { isRetired } from './retirement.ts';

/** The part of the picture that figures of a theme belong to. */
export const SECTION_OF: Record<Theme, Section> = {
  talent: 'talent',
  platform: 'platforms',
  fund: 'funds',
  finance: 'finance',
  project: 'projects',
  governance: 'governance',
};

export type LateFigure = {
  readonly indicator: IndicatorRecord;
  readonly section: Section;
  /** Date of the figure that stands. */
  readonly on: PartialDate;
  /** Days within which the next one was due. */
  readonly rhythmDays: number;
  /** First day on which the figure was too old. */
  readonly since: IsoDate;
};

/**
 * Figures in use whose rhythm has passed without a newer one, the longest late first. A rhythm that nobody set makes
 * nothing late; an indicator that never had a figure is missing, not late.
 */
export function lateFigures(
  indicators: readonly IndicatorRecord[],
  standings: ReadonlyMap<string, Pick<Standing, 'asOf'>>,
  asOf: IsoDate,
): LateFigure[] {
  return indicators
    .flatMap((indicator) => {
      const { rhythmDays, theme } = indicator;
      const standing = standings.get(indicator.code);
      if (rhythmDays === null || standing === undefined || isRetired(indicator, asOf)) return [];
      const since = addDays(lastDay(standing.asOf), rhythmDays + 1);
      if (since > asOf) return [];
      return [{ indicator, section: SECTION_OF[theme], on: standing.asOf, rhythmDays, since }];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}
