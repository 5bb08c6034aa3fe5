/** What the history says, in a sentence and in rows; never a trend that the points do not carry. */
import type { Language } from '#core/contract/lists.ts';
import { formatDate, type MoneyStyle, speak } from '#core/domain/format.ts';
import type { ChartCell, ChartTable } from '#src/charts/table-text.ts';
import { lastOf } from '#src/lib/last-of.ts';
import type { History, HistoryPoint } from './history.ts';
import type { PassportWords } from './words.ts';

export type HistoryTextAsk = {
  readonly history: History;
  readonly lang: Language;
  /** How the reader wants money written. */
  readonly money: MoneyStyle;
  readonly w: PassportWords;
  /** The mark of an open question, as the page writes it: 核1. */
  readonly mark: (number: number) => string;
};

const spoken = ({ history, lang, money }: HistoryTextAsk, point: HistoryPoint): string =>
  speak({ value: point.value, unit: history.unit, qualifier: point.qualifier }, lang, money);

/** Two bounds, two ranks and two periods that are not alike have no difference worth a word. */
function difference({ history, lang, money, w }: HistoryTextAsk): string | null {
  const [first, last] = [history.points[0], lastOf(history.points)];
  if (first === undefined || last === undefined || !history.isJoined) return null;
  if (first.qualifier !== 'exact' || last.qualifier !== 'exact' || history.unit === 'rank')
    return null;
  const delta = last.value - first.value;
  if (delta === 0) return w.same;
  const size = speak(
    { value: Math.abs(delta), unit: history.unit, qualifier: 'exact' },
    lang,
    money,
  );
  return delta > 0 ? w.more(size) : w.less(size);
}

export function historySentence(ask: HistoryTextAsk): string {
  const { history, lang, w, mark } = ask;
  const [first, last] = [history.points[0], lastOf(history.points)];
  if (first === undefined || last === undefined) return w.historyNone;
  const [a, b] = [first, last].map((point) => spoken(ask, point));
  const [from, to] = [first, last].map((point) => formatDate(point.asOf, lang));
  const found =
    history.points.length === 1
      ? w.onePoint(to ?? '', b ?? '')
      : [
          w.manyPoints(from ?? '', a ?? '', to ?? '', b ?? '', history.points.length),
          difference(ask),
        ]
          .filter((part) => part !== null)
          .join(w.comma);
  const others = history.others.map((point) =>
    w.otherStatement(spoken(ask, point), mark(point.number)),
  );
  return [found, ...others].join(w.semicolon);
}

/** The state of the history beside its heading. */
export function historyNote({ history, w }: Pick<HistoryTextAsk, 'history' | 'w'>): string {
  const count = history.points.length;
  if (count === 0) return w.historyNone;
  if (count === 1) return w.historyOne;
  const parts = [
    w.historyMany(count),
    history.isCumulative ? w.cumulative : null,
    history.isJoined ? null : w.historyApart,
  ];
  return parts.filter((part) => part !== null).join(w.comma);
}

export function historyTable(
  ask: HistoryTextAsk & { readonly sourceTitle: (id: string | null) => string },
): ChartTable {
  const { history, lang, w, mark, sourceTitle } = ask;
  const row = (point: HistoryPoint, state: string): readonly ChartCell[] => [
    { text: formatDate(point.asOf, lang) },
    { text: spoken(ask, point) },
    { text: state },
    { text: sourceTitle(point.source) },
  ];
  return {
    columns: [
      { label: w.table.date, numeric: false },
      { label: w.table.value, numeric: true },
      { label: w.table.state, numeric: false },
      { label: w.table.source, numeric: false },
    ],
    rows: [
      ...history.points.map((point) => row(point, w.table.counted)),
      ...history.superseded.map((point) => row(point, w.table.superseded)),
      ...history.others.map((point) => row(point, w.table.other(mark(point.number)))),
    ],
  };
}
