import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { Figure } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { useDefinitionWords } from './words.ts';

/** Figures that a card shows; the drawer has all. */
const MOST_FIGURES = 5;

export type SourceRow = {
  readonly source: Board['sources'][number];
  readonly figures: Board['figures'];
  readonly platforms: number;
};

/** Each source with what is taken from it, in the dataset's order. */
export function sourceRows(board: Board): readonly SourceRow[] {
  return board.sources.map((source) => ({
    source,
    figures: board.figures.filter((row) => row.source === source.id),
    platforms: board.platforms.register.filter((row) => row.source === source.id).length,
  }));
}

/** The documents that numbers come from, each with its numbers. */
export function SourceCards({ board }: { board: Board }) {
  const w = useDefinitionWords();
  const open = useOpen();
  return (
    <ul className="source-cards">
      {sourceRows(board).map(({ source, figures, platforms }) => (
        <li key={source.id} className="source-card">
          <h3>
            <button
              type="button"
              className="link"
              onClick={() => open?.({ kind: 'source', id: source.id })}
            >
              {w.title(source.title)}
            </button>
          </h3>
          <p className="dim">
            {w.asOf(formatDate(source.asOf, board.lang))}
            {w.comma}
            {w.counts(figures.length, platforms)}
          </p>
          {source.note === null ? null : <p className="muted">{source.note}</p>}
          {figures.length === 0 ? (
            <p className="dim">{w.noFigures}</p>
          ) : (
            <ul className="source-figures">
              {figures.slice(0, MOST_FIGURES).map((figure) => (
                <li key={figure.code}>
                  <span>
                    {figure.short}
                    <QuestionMarks numbers={figure.questions} />
                  </span>
                  <Figure figure={figure} size="t" />
                </li>
              ))}
            </ul>
          )}
          {figures.length > MOST_FIGURES ? (
            <button
              type="button"
              className="link source-more"
              aria-label={`${w.title(source.title)} ${w.moreFigures(figures.length - MOST_FIGURES)}`}
              onClick={() => open?.({ kind: 'source', id: source.id })}
            >
              {w.moreFigures(figures.length - MOST_FIGURES)}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
