/** The words on a year ramp, as data: what is said is decided here, where it stands in year-ramp-notes.ts. */
import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import type { Language } from '#core/contract/lists.ts';
import { calendarYear } from '#core/domain/dates.ts';
import {
  formatDate,
  formatMeasured,
  formatPercent,
  formatPoints,
  type MoneyStyle,
  moneyScale,
} from '#core/domain/format.ts';
import type { FundWords } from '#src/features/funds/words.ts';
import type { TimeTick, YearRamp } from '#src/features/funds/year-ramp.ts';

/** A number with the words around it; the number is set larger and in the face of figures. */
export type Labelled = { readonly before: string; readonly number: string; readonly after: string };

export type RampText = {
  readonly axis: string;
  readonly plan: string;
  readonly schedule: string;
  readonly expected: Labelled;
  readonly gap: string;
  readonly paid: Labelled;
  readonly share: Labelled;
  /** Date and day of the latest figure; and, where that is so, that nothing is recorded before it. */
  readonly when: readonly string[];
  readonly separator: string;
  readonly asked: string;
  /** Null where the latest figure is of the page's date. */
  readonly silent: string | null;
  /** What the plan still holds, or what was paid beyond it; null where both are equal. */
  readonly rest: { readonly words: string; readonly number: string; readonly unit: string } | null;
  readonly money: (fen: number) => string;
  readonly time: (tick: TimeTick) => string;
};

const gapText = (points: number, w: FundWords, lang: Language): string => {
  if (points === 0) return w.ramp.level;
  return points < 0
    ? w.ramp.behind(formatPoints(points, lang))
    : w.ramp.ahead(formatPoints(points, lang));
};

function restText(fund: Fund, w: FundWords, lang: Language, style: MoneyStyle): RampText['rest'] {
  if (fund.undisbursedFen === null || fund.undisbursedFen === 0) return null;
  const rest = formatMeasured(
    { value: Math.abs(fund.undisbursedFen), unit: 'fen', qualifier: 'exact' },
    lang,
    style,
  );
  const words = fund.undisbursedFen > 0 ? w.ramp.undisbursed : w.ramp.overpaid;
  return { words, number: rest.number, unit: w.ramp.derived(rest.unit) };
}

/** `1,300` with `已拨付 超` before and `万元` behind: the qualifier never leaves its number. */
function moneyText(
  fen: number,
  qualifier: 'exact' | 'over' | 'under' | 'cap',
  w: FundWords,
  lang: Language,
  style: MoneyStyle,
): Labelled {
  const paid = formatMeasured({ value: fen, unit: 'fen', qualifier }, lang, style);
  return {
    before: [w.ramp.paid, paid.qualifier].filter(Boolean).join(' '),
    number: paid.number,
    after: paid.unit,
  };
}

export function rampText(
  fund: Fund,
  ramp: YearRamp,
  board: Pick<Board, 'asOf' | 'lang' | 'workspace'>,
  w: FundWords,
  style: MoneyStyle = 'scaled',
): RampText {
  const { lang } = board;
  const scale = moneyScale(ramp.planFen, lang, style);
  const { latest, asked, points } = ramp;
  const fullYear = calendarYear(ramp.period) !== null;
  const isToday = board.workspace.clockPinnedOn === board.asOf;
  const day = w.ramp.day(formatDate(latest.on, lang), latest.day);
  const askedDate = formatDate(asked.on, lang, ramp.period.to);
  const askedPercent = formatPercent(asked.expectedPercent);
  return {
    axis: w.ramp.axis(scale.unit),
    plan: fullYear ? w.ramp.plan : w.ramp.planOther,
    schedule: w.ramp.schedule,
    expected: { before: w.ramp.expected, number: formatPercent(latest.expectedPercent), after: '' },
    gap: gapText(latest.gapPoints, w, lang),
    paid: moneyText(latest.fen, fund.disbursed?.qualifier ?? 'exact', w, lang, style),
    share: { before: w.ramp.equals, number: formatPercent(latest.actualPercent), after: '' },
    when: points.length > 1 ? [day] : [day, w.ramp.onlyOne],
    separator: w.ramp.separator,
    asked: isToday ? w.ramp.today(askedDate, askedPercent) : w.ramp.asked(askedDate, askedPercent),
    silent: ramp.silent === null ? null : w.ramp.silent(formatDate(latest.on, lang, asked.on)),
    rest: restText(fund, w, lang, style),
    money: scale.number,
    time: (tick) => {
      const days = tick.toDay - tick.fromDay;
      return days > 100
        ? String(tick.year)
        : ramp.totalDays > 550
          ? `${tick.year}-${String(tick.month).padStart(2, '0')}`
          : w.ramp.month(tick.month);
    },
  };
}
