/** An indicator's figure at a date, with what it needs to be printed honestly. */
import type { Figure } from '../contract/figure.ts';
import type { Language } from '../contract/lists.ts';
import { daysBetween, lastDay } from './dates.ts';
import type { Standing } from './observations.ts';
import type { IndicatorRecord, IsoDate } from './records.ts';
import { pick } from './text.ts';

/** `numbersOf` gives the open questions that touch a code. */
export function figureView(
  indicator: IndicatorRecord,
  standing: Standing,
  numbersOf: (code: string) => number[],
  asOf: IsoDate,
  lang: Language,
): Figure {
  const name = pick(indicator.name, lang);
  return {
    code: indicator.code,
    theme: indicator.theme,
    name,
    short: pick(indicator.short, lang) ?? name,
    value: standing.value,
    qualifier: standing.qualifier,
    unit: indicator.unit,
    kind: indicator.kind,
    period: standing.period,
    asOf: standing.asOf,
    ageDays: daysBetween(lastDay(standing.asOf), asOf),
    questions: numbersOf(indicator.code),
    source: standing.source,
    note: pick(indicator.note, lang),
  };
}
