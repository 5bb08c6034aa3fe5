import type { Board } from '#core/contract/board.ts';
import { Figure, type FigureIndex } from '#src/ui/figure.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { usePassportWords } from './words.ts';

export type QuestionListProps = {
  questions: Board['questions'];
  board: Pick<Board, 'sources'>;
  figures: FigureIndex;
  /** False where the title already stands above. */
  isTitled: boolean;
};

/** Open questions with their statements side by side; none is chosen. */
export function QuestionList({ questions, board, figures, isTitled }: QuestionListProps) {
  const w = usePassportWords();
  const titleOf = (source: string | null): string | null =>
    board.sources.find((row) => row.id === source)?.title ?? null;
  return (
    <>
      {questions.map((question) => (
        <section key={question.id} className="question">
          {isTitled ? (
            <h3>
              {question.title}
              <QuestionMark number={question.number} />
            </h3>
          ) : null}
          <p>{question.summary}</p>
          {question.settledOn === null ? null : (
            <p className="dim">{w.settledOn(question.settledOn)}</p>
          )}
          <ul className="statements">
            {question.statements.map((statement) => {
              const figure = statement.figure === null ? undefined : figures.get(statement.figure);
              const source = titleOf(statement.source);
              return (
                <li key={`${statement.text} ${statement.figure}`}>
                  {figure === undefined ? null : <Figure figure={figure} size="s" />}
                  <p>{statement.text}</p>
                  {source === null ? null : <p className="dim">{w.statementFrom(source)}</p>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
