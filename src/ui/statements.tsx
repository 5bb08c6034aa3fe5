import type { Board } from '#core/contract/board.ts';
import { Figure, type FigureIndex } from './figure.tsx';
import { useUiWords } from './words.ts';

export type StatementsProps = {
  question: Board['questions'][number];
  sources: Board['sources'];
  figures: FigureIndex;
  /** Code of the figure that is looked at: its statement is marked as the one in use. */
  current?: string;
};

/** The statements of an open question side by side; none is chosen. */
export function Statements({ question, sources, figures, current }: StatementsProps) {
  const w = useUiWords();
  const titleOf = (id: string | null): string | null =>
    sources.find((row) => row.id === id)?.title ?? null;
  return (
    <ul className="statements">
      {question.statements.map((statement) => {
        const figure = statement.figure === null ? undefined : figures.get(statement.figure);
        const source = titleOf(statement.source);
        const isCurrent = current !== undefined && statement.figure === current;
        return (
          <li
            key={`${statement.text} ${statement.figure}`}
            className={isCurrent ? 'statement statement-current' : 'statement'}
          >
            {figure === undefined ? null : (
              <p className="statement-number">
                <Figure figure={figure} size="m" />
                {isCurrent ? <small>{w.statementShown}</small> : null}
              </p>
            )}
            <p>{statement.text}</p>
            <p className="dim">
              {source === null ? w.statementUnsourced : w.statementFrom(source)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
