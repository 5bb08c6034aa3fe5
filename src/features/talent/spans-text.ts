/** What the chart of spans says: names, times, its title, its sentence and its table; all generated from the figures. */
import type { Language } from '#core/contract/lists.ts';
import { formatDate, formatMeasured, formatPeriod, speak } from '#core/domain/format.ts';
import type { ChartTable } from '#src/charts/table-text.ts';
import { type Span, spanGroups } from '#src/features/talent/spans.ts';
import type { TalentWords } from '#src/features/talent/words.ts';

/** The time that a figure speaks of, in words. */
export function spanWhen(span: Span, lang: Language, w: TalentWords): string {
  if (span.from !== null) {
    const period = formatPeriod({ from: span.from, to: span.to }, lang);
    return span.kind === 'placed' ? w.spans.placed(period) : period;
  }
  const date = formatDate(span.figure.asOf, lang);
  return span.kind === 'until' ? w.spans.until(date) : w.spans.onDate(date);
}

/** How many figures, and of how many different times. */
export const spansTitle = (spans: readonly Span[], w: TalentWords): string =>
  w.spans.title(spans.length, spanGroups(spans).length);

/** Every figure under its time. It compares nothing: figures of different times are not one series. */
export function spansSentence(spans: readonly Span[], lang: Language, w: TalentWords): string {
  const groups = spanGroups(spans).map((group) => {
    const [first] = group;
    if (first === undefined) return '';
    const said = group.map(({ figure }) => w.spans.figure(figure.short, speak(figure, lang)));
    return w.spans.group(spanWhen(first, lang, w), said.join(w.spans.and));
  });
  return w.spans.sentence(groups.join(w.spans.between));
}

/** Open questions and what the record says beside the number. */
const noteOf = (figure: Span['figure'], w: TalentWords): string =>
  [...figure.questions.map(w.mark), ...(figure.note === null ? [] : [figure.note])].join(' ');

export function spansTable(spans: readonly Span[], lang: Language, w: TalentWords): ChartTable {
  const { table } = w.spans;
  return {
    columns: [
      { label: table.name, numeric: false },
      { label: table.value, numeric: true },
      { label: table.unit, numeric: false },
      { label: table.from, numeric: false },
      { label: table.to, numeric: false },
      { label: table.when, numeric: false },
      { label: table.note, numeric: false },
    ],
    rows: spans.map((span) => {
      const { figure } = span;
      const { qualifier, number, unit } = formatMeasured(figure, lang);
      return [
        { text: figure.name },
        qualifier === ''
          ? { text: number, value: figure.value }
          : { text: `${qualifier} ${number}` },
        { text: unit === '' ? w.spans.items : unit },
        { text: span.from ?? w.spans.noStart },
        { text: span.from === null ? figure.asOf : span.to },
        { text: spanWhen(span, lang, w) },
        { text: noteOf(figure, w) },
      ];
    }),
  };
}
