import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import { QuestionMark } from './question-mark.tsx';

type Question = Board['questions'][number];

/** Open questions that touch one of the figures, in their order. */
export function questionsOn(
  questions: readonly Question[],
  figures: readonly Figure[],
): readonly Question[] {
  const numbers = new Set(figures.flatMap((figure) => figure.questions));
  return questions.filter((question) => question.open && numbers.has(question.number));
}

/** Open questions with what is said, statement beside statement; nothing is settled here. */
export function QuestionCards({ questions }: { questions: readonly Question[] }) {
  return (
    <ul className="question-cards">
      {questions.map((question) => (
        <li key={question.id}>
          <p>
            <QuestionMark number={question.number} /> {question.title}
          </p>
          <ul className="caption">
            {question.statements.map((statement) => (
              <li key={statement.text}>{statement.text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
