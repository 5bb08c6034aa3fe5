import type { Board } from '#core/contract/board.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { Statements } from '#src/ui/statements.tsx';
import { SettleLink } from './settle-link.tsx';
import { usePassportWords } from './words.ts';

export type QuestionsPartProps = {
  questions: Board['questions'];
  board: Pick<Board, 'sources'>;
  figures: FigureIndex;
  /** Code of the figure that is looked at. */
  current?: string;
};

/** Questions with their statements side by side; of one that is settled also how. */
export function QuestionsPart({ questions, board, figures, current }: QuestionsPartProps) {
  const w = usePassportWords();
  return (
    <>
      {questions.map((question) => (
        <DrawerPart
          key={question.id}
          title={question.title}
          note={
            question.open || question.settledOn === null ? (
              <QuestionMark number={question.number} />
            ) : (
              w.settledOn(question.settledOn)
            )
          }
          className="passport-question"
        >
          <p>{question.summary}</p>
          <Statements
            question={question}
            sources={board.sources}
            figures={figures}
            {...(current === undefined ? {} : { current })}
          />
          {question.resolution === null ? null : <p>{question.resolution}</p>}
          {question.reason === null ? null : <p className="dim">{w.reason(question.reason)}</p>}
          <SettleLink id={question.id} />
        </DrawerPart>
      ))}
    </>
  );
}
