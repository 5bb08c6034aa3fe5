/** The history drawn: a dot for each date, a line from two like periods on, other statements hollow and dashed. */
import type { Language } from '#core/contract/lists.ts';
import { addDays, daysBetween } from '#core/domain/dates.ts';
import {
  formatDate,
  formatMeasured,
  type MoneyStyle,
  moneyScale,
  speak,
} from '#core/domain/format.ts';
import type { IsoDate } from '#core/domain/records.ts';
import type { ChartContext, ChartOption } from '#src/charts/option.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { faces } from '#src/charts/tokens.ts';
import { lastOf } from '#src/lib/last-of.ts';
import type { History, HistoryPoint } from './history.ts';

/** More dates than these are a line without dots and words of their own; the table has them all. */
const MOST_LABELS = 6;
const MOST_DOTS = 40;
const MOST_TICKS = 5;

const monthStart = (on: IsoDate): IsoDate => `${on.slice(0, 7)}-01`;
const nextMonth = (on: IsoDate): IsoDate => monthStart(addDays(monthStart(on), 31));

export type TimeAxis = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** First days of months, or of years where the span is long. */
  readonly ticks: readonly IsoDate[];
  readonly isYearly: boolean;
};

/** From four months before the last point at the latest, so that a single dot stands in time and not in a void. */
export function timeAxis(days: readonly IsoDate[]): TimeAxis {
  const sorted = [...days].sort();
  const last = lastOf(sorted) ?? '';
  const early = addDays(last, -100);
  const from = monthStart(sorted[0] !== undefined && sorted[0] < early ? sorted[0] : early);
  const to = nextMonth(addDays(last, 31));
  const isYearly = daysBetween(from, to) > 730;
  const all: IsoDate[] = [];
  for (let day = from; day <= to; day = nextMonth(day)) {
    if (!isYearly || day.slice(5, 7) === '01') all.push(day);
  }
  const step = Math.ceil(all.length / MOST_TICKS);
  return { from, to, isYearly, ticks: all.filter((_, index) => index % step === 0) };
}

/** Round steps from 0 on; a rank has no zero and counts down. */
export function valueTicks(top: number): readonly number[] {
  if (top <= 0) return [0];
  const rough = top / 3;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * size).find((n) => n >= rough) ?? rough;
  const count = Math.ceil(top / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

export type HistoryOptionAsk = {
  readonly history: History;
  readonly lang: Language;
  readonly money: MoneyStyle;
  readonly mark: (number: number) => string;
};

export function historyOption(
  { history, lang, money, mark }: HistoryOptionAsk,
  context: ChartContext,
): ChartOption {
  const { tokens, u, width } = context;
  const { points, others, unit } = history;
  const everything: readonly HistoryPoint[] = [...points, ...others];
  const axis = timeAxis(everything.map((point) => point.on));
  const at = (point: HistoryPoint): [number, number] => [
    daysBetween(axis.from, point.on),
    point.value,
  ];
  const values = everything.map((point) => point.value);
  const isRank = unit === 'rank';
  const ticks = isRank
    ? [...new Set([1, Math.max(1, ...values)])]
    : valueTicks(Math.max(0, ...values));
  const low = Math.min(0, ...values);
  const scale = unit === 'fen' ? moneyScale(Math.max(...values.map(Math.abs)), lang, money) : null;
  const tickText = (value: number): string =>
    scale?.number(value) ?? formatMeasured({ value, unit, qualifier: 'exact' }, lang).number;
  const said = (point: HistoryPoint): string =>
    speak({ value: point.value, unit, qualifier: point.qualifier }, lang, money);
  const ends = roughWidth(formatDate(axis.from.slice(0, 7), lang), 16) / 2 + 4;
  const left =
    Math.max(ends, 12 + Math.max(...ticks.map((tick) => roughWidth(tickText(tick), 17)))) * u;
  const span = daysBetween(axis.from, axis.to);
  const label = (point: HistoryPoint, text: string, color: string) => {
    const isLate = daysBetween(axis.from, point.on) > span * 0.6;
    return {
      show: true,
      position: isLate ? ('left' as const) : ('right' as const),
      distance: 8 * u,
      formatter: () => text,
      color,
      fontSize: 16 * u,
    };
  };
  return {
    animation: false,
    grid: {
      left,
      // Room for the button of the table above the plot.
      top: 40 * u,
      width: width - left - ends * u,
      bottom: 34 * u,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: span,
      axisTick: {
        show: true,
        length: 5 * u,
        customValues: axis.ticks.map((day) => daysBetween(axis.from, day)),
      },
      axisLabel: {
        customValues: axis.ticks.map((day) => daysBetween(axis.from, day)),
        margin: 9 * u,
        fontSize: 16 * u,
        formatter: (day: number) => {
          const on = addDays(axis.from, day);
          return formatDate(axis.isYearly ? on.slice(0, 4) : on.slice(0, 7), lang);
        },
      },
    },
    yAxis: {
      type: 'value',
      inverse: isRank,
      min: isRank ? 0 : low,
      max: isRank ? Math.max(...ticks) + 1 : Math.max(1, ...ticks),
      axisTick: { customValues: [...ticks] },
      axisLabel: {
        customValues: [...ticks],
        margin: 8 * u,
        fontFamily: faces.fig,
        fontWeight: 500,
        fontSize: 17 * u,
        formatter: tickText,
      },
      splitLine: { show: true },
    },
    series: [
      {
        id: 'counted',
        type: 'line',
        silent: true,
        z: 4,
        symbol: 'circle',
        showSymbol: points.length <= MOST_DOTS,
        showAllSymbol: true,
        symbolSize: 13 * u,
        itemStyle: { color: tokens.data },
        lineStyle: { color: tokens.data, width: history.isJoined ? 3 * u : 0 },
        data: points.map((point) => ({
          value: at(point),
          ...(points.length <= MOST_LABELS ? { label: label(point, said(point), tokens.ink) } : {}),
        })),
      },
      {
        id: 'others',
        type: 'line',
        silent: true,
        z: 3,
        symbol: 'circle',
        showAllSymbol: true,
        symbolSize: 11 * u,
        lineStyle: { width: 0 },
        itemStyle: {
          color: context.ground,
          borderColor: tokens.q,
          borderWidth: 2 * u,
          borderType: [3 * u, 2 * u],
        },
        data: others.map((point) => ({
          value: at(point),
          label: label(point, `${said(point)} ${mark(point.number)}`, tokens.q),
        })),
      },
    ],
  };
}
