/**
 * Level x type of the platforms: what one year added and what a longer period came to. The two are never added up;
 * where an open question says that they are the same things, the cell names it.
 */
import type { Board } from '../contract/board.ts';
import type { Figure } from '../contract/figure.ts';
import {
  type CarrierType,
  carrierTypes,
  type PlatformLevel,
  platformLevels,
} from '../contract/lists.ts';
import { calendarYear } from './dates.ts';
import { groupBy } from './observations.ts';
import { questionBetween } from './questions.ts';
import type { IndicatorRecord, IsoDate, QuestionRecord } from './records.ts';

type Cell = Board['platforms']['matrix'][number];

/** The figure of the newest period; of equal periods, the one named first. */
const latest = (figures: readonly Figure[]): Figure | null =>
  figures.reduce<Figure | null>(
    (best, figure) =>
      best === null || (figure.period?.to ?? '') > (best.period?.to ?? '') ? figure : best,
    null,
  );

/** All nine cells; both codes null = the source lists nothing there. */
export function platformMatrix(
  indicators: readonly IndicatorRecord[],
  figures: ReadonlyMap<string, Figure>,
  questions: readonly QuestionRecord[],
  asOf: IsoDate,
): Cell[] {
  const byCell = groupBy(indicators, ({ dimensions }) => `${dimensions.level} ${dimensions.type}`);
  const cell = (level: PlatformLevel, type: CarrierType): Cell => {
    const here = (byCell.get(`${level} ${type}`) ?? []).flatMap(
      (row) => figures.get(row.code) ?? [],
    );
    const added = latest(
      here.filter((figure) => figure.period !== null && calendarYear(figure.period) !== null),
    );
    const total = latest(
      here.filter((figure) => figure.period !== null && calendarYear(figure.period) === null),
    );
    return {
      level,
      type,
      added: added?.code ?? null,
      total: total?.code ?? null,
      same:
        added !== null && total !== null
          ? questionBetween(questions, added.code, total.code, asOf)
          : null,
    };
  };
  return platformLevels.flatMap((level) => carrierTypes.map((type) => cell(level, type)));
}
