import type { Figure as FigureData } from '#core/contract/figure.ts';
import type { Language } from '#core/contract/lists.ts';
import {
  type FormattedNumber,
  formatDate,
  formatMeasured,
  formatRank,
  type MoneyStyle,
} from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { Num, type NumSize } from './num.tsx';
import { periodWords } from './period-words.ts';
import { QuestionMarks } from './question-mark.tsx';
import { type UiWords, useUiWords } from './words.ts';

/** Figures of a board by code. */
export type FigureIndex = ReadonlyMap<string, FigureData>;

export const indexFigures = (figures: readonly FigureData[]): FigureIndex =>
  new Map(figures.map((figure) => [figure.code, figure]));

/** Qualifier, number and unit of a figure; a rank is printed as an ordinal. */
export function figureParts(
  figure: FigureData,
  lang: Language,
  style: MoneyStyle = 'scaled',
): FormattedNumber {
  if (figure.unit !== 'rank') return formatMeasured(figure, lang, style);
  const rank = formatRank(figure.value, lang);
  if (lang === 'en') return { qualifier: '', number: rank, unit: '' };
  return { qualifier: rank.replace(/ .*/, ''), number: rank.replace(/.* /, ''), unit: '' };
}

/**
 * When the figure is of, where its caption and its panel do not say so already: the period that it sums, else
 * its own date where that is not the panel's. null = both are said.
 */
export function figureWhen(
  figure: FigureData,
  panelAsOf: string | null,
  lang: Language,
  w: UiWords,
): string | null {
  const { period, asOf, short } = figure;
  if (period !== null && period.to === asOf) {
    const words = periodWords(period, lang, w);
    return short.includes(words) || short.includes(period.from.slice(0, 4)) ? null : words;
  }
  return asOf === panelAsOf ? null : formatDate(asOf, lang);
}

export type FigureProps = { figure: FigureData; size: NumSize };

/** The number of one figure, with qualifier and unit. */
export function Figure({ figure, size }: FigureProps) {
  const { lang, money, speak } = useNumbers();
  const w = useUiWords();
  return (
    <Num
      parts={figureParts(figure, lang, money)}
      size={size}
      code={figure.code}
      openName={w.openFigure(`${figure.short} ${speak(figure)}`)}
    />
  );
}

export type FigureBlockProps = FigureProps & {
  /** Date that its panel shows; another date of the figure is then written beside the caption. */
  panelAsOf: string | null;
  /** True where a heading of several figures says when they are of. */
  isDated?: boolean;
};

/** A figure above its caption: short name, own date where it differs, open questions. */
export function FigureBlock({ figure, size, panelAsOf, isDated = false }: FigureBlockProps) {
  const when = figureWhen(figure, panelAsOf, useLanguage(), useUiWords());
  return (
    <div className="figure-block">
      <Figure figure={figure} size={size} />
      <span className="caption">
        <span className="caption-name">{figure.short}</span>
        <span className="nowrap">
          {when === null || isDated ? null : ` ${when}`}
          <QuestionMarks numbers={figure.questions} />
        </span>
      </span>
    </div>
  );
}

/** In the place of a figure that is not on record at the asked date. */
export function MissingFigure({ label }: { label: string | null }) {
  const w = useUiWords();
  return (
    <div className="figure-block">
      <span className="dim">{w.notListed}</span>
      {label === null ? null : <span className="caption">{label}</span>}
    </div>
  );
}
