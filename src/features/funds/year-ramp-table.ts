/** The year ramp as rows: every point on record, the page's date and the end of the plan. */
import type { Fund } from '#core/contract/fund.ts';
import type { Language } from '#core/contract/lists.ts';
import { formatMeasured, type MoneyStyle, moneyScale, oneDecimal } from '#core/domain/format.ts';
import type { ChartCell, ChartTable } from '#src/charts/table-text.ts';
import type { FundWords } from '#src/features/funds/words.ts';
import type { YearRamp } from '#src/features/funds/year-ramp.ts';

const decimal = (value: number): ChartCell => ({
  text: oneDecimal(value),
  value: Number(oneDecimal(value)),
});
const words = (text: string): ChartCell => ({ text });

export function yearRampTable(
  fund: Fund,
  ramp: YearRamp,
  lang: Language,
  w: FundWords,
  style: MoneyStyle = 'scaled',
): ChartTable {
  const scale = moneyScale(ramp.planFen, lang, style);
  const { latest, asked } = ramp;
  // A number that is more or less than it says is no bare number for a spreadsheet: its qualifier comes along.
  const qualifier = formatMeasured(
    { value: 0, unit: 'fen', qualifier: fund.disbursed?.qualifier ?? 'exact' },
    lang,
  ).qualifier;
  const money = (fen: number, mark: string): ChartCell => {
    const text = scale.number(fen);
    return mark === ''
      ? { text, value: Number(text.replaceAll(',', '')) }
      : { text: `${mark} ${text}` };
  };
  const rows = ramp.points.map((point) => {
    const share = (point.fen / ramp.planFen) * 100;
    return [
      words(point.on),
      words(w.table.recorded),
      money(point.fen, qualifier),
      decimal(share),
      decimal(point.expectedPercent),
      decimal(share - point.expectedPercent),
    ];
  });
  if (ramp.silent !== null) {
    const none = words(w.table.silent);
    rows.push([
      words(asked.on),
      none,
      none,
      none,
      decimal(asked.expectedPercent),
      words(w.table.notCompared),
    ]);
  }
  if (latest.on < ramp.period.to) {
    const none = words(w.table.notCompared);
    rows.push([
      words(ramp.period.to),
      words(w.table.plan),
      money(ramp.planFen, ''),
      decimal(100),
      decimal(100),
      none,
    ]);
  }
  return {
    columns: [
      { label: w.table.date, numeric: false },
      { label: w.table.state, numeric: false },
      { label: w.table.paid(scale.unit), numeric: true },
      { label: w.table.share, numeric: true },
      { label: w.table.expected, numeric: true },
      { label: w.table.gap, numeric: true },
    ],
    rows,
  };
}
