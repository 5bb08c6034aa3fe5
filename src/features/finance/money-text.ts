/** What the chart of amounts says: title, sentence, table; generated from the figures. */
import type { Figure } from '#core/contract/figure.ts';
import type { Language } from '#core/contract/lists.ts';
import {
  formatDate,
  formatMeasured,
  formatPeriod,
  moneyScale,
  speak,
} from '#core/domain/format.ts';
import type { ChartTable } from '#src/charts/table-text.ts';
import { type Money, surelyLargest } from '#src/features/finance/money.ts';
import type { FinanceWords } from '#src/features/finance/words.ts';

/** When an amount is of: its period where it has one, else the date that it was counted up to. */
export function moneyWhen(figure: Figure, lang: Language, w: FinanceWords): string {
  return figure.period === null
    ? w.money.until(formatDate(figure.asOf, lang))
    : formatPeriod(figure.period, lang);
}

export const allMoney = (money: Money): readonly Figure[] => [
  ...money.given,
  ...money.apart.flatMap((row) => row.figures),
];

/** Names the largest amount only where no qualifier leaves that open. */
export function moneyTitle(money: Money, lang: Language, w: FinanceWords): string {
  const largest = surelyLargest(money.given);
  return largest === null
    ? w.money.title(allMoney(money).length)
    : w.money.largest(money.nameOf(largest), speak(largest, lang));
}

const said = (
  figures: readonly Figure[],
  nameOf: Money['nameOf'],
  lang: Language,
  w: FinanceWords,
): string =>
  figures
    .map((figure) =>
      w.money.amount(nameOf(figure), moneyWhen(figure, lang, w), speak(figure, lang)),
    )
    .join(w.money.and);

/** Every amount with its time; what is kept apart is said apart, and nothing is added up. */
export function moneySentence(money: Money, lang: Language, w: FinanceWords): string {
  const parts = [
    ...(money.given.length === 0
      ? []
      : [w.money.group(w.money.given, said(money.given, money.nameOf, lang, w))]),
    ...money.apart.map(({ block, figures }) =>
      w.money.group(
        block.title,
        said(figures, (figure) => figure.short, lang, w),
      ),
    ),
  ];
  return parts.join(w.money.between);
}

/** What is not drawn, and why; null where there is nothing of another kind. */
export function elsewhereSentence(money: Money, lang: Language, w: FinanceWords): string | null {
  if (money.elsewhere.length === 0) return null;
  const names = money.elsewhere.map((figure) => w.money.other(figure.short, speak(figure, lang)));
  return w.money.elsewhere(names.join(w.money.and));
}

export function moneyTable(money: Money, lang: Language, w: FinanceWords): ChartTable {
  const { table } = w.money;
  const all = allMoney(money);
  const scale = moneyScale(Math.max(0, ...all.map((figure) => figure.value)), lang);
  const rows = [
    ...money.given.map((figure) => [w.money.given, figure] as const),
    ...money.apart.flatMap(({ block, figures }) =>
      figures.map((figure) => [block.title, figure] as const),
    ),
  ];
  return {
    columns: [
      { label: table.name, numeric: false },
      { label: table.group, numeric: false },
      { label: table.amount(scale.unit), numeric: true },
      { label: table.when, numeric: false },
      { label: table.note, numeric: false },
    ],
    rows: rows.map(([group, figure]) => {
      const { qualifier } = formatMeasured(figure, lang);
      const text = scale.number(figure.value);
      return [
        { text: figure.name },
        { text: group },
        qualifier === ''
          ? { text, value: Number(text.replaceAll(',', '')) }
          : { text: `${qualifier} ${text}` },
        { text: moneyWhen(figure, lang, w) },
        {
          text: [
            ...figure.questions.map(w.mark),
            ...(figure.note === null ? [] : [figure.note]),
          ].join(' '),
        },
      ];
    }),
  };
}
