import type { Figure as FigureData } from '#core/contract/figure.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Figure } from './figure.tsx';
import { periodWords } from './period-words.ts';
import { QuestionMarks } from './question-mark.tsx';
import { useUiWords } from './words.ts';

/** Figures one under the other: number, name, time, and what the record says beside it. */
export function FigureList({ figures }: { figures: readonly FigureData[] }) {
  const lang = useLanguage();
  const w = useUiWords();
  return (
    <ul className="figure-list">
      {figures.map((figure) => {
        const { period, asOf, name, note } = figure;
        const when =
          period !== null && period.to === asOf
            ? periodWords(period, lang, w)
            : formatDate(asOf, lang);
        const isSaid =
          name.includes(when) || (period !== null && name.includes(period.from.slice(0, 4)));
        return (
          <li key={figure.code}>
            <Figure figure={figure} size="s" />
            <span className="caption">
              <span className="caption-name">{name}</span>
              {isSaid ? null : <span className="dim nowrap"> {when}</span>}
              <QuestionMarks numbers={figure.questions} />
              {note === null ? null : <span className="figure-note">{note}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
