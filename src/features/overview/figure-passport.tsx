import type { Board } from '#core/contract/board.ts';
import type { Figure as FigureData } from '#core/contract/figure.ts';
import { formatDate, formatPeriod } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { type FigureIndex, figureParts } from '#src/ui/figure.tsx';
import { Num } from '#src/ui/num.tsx';
import { Facts } from './facts.tsx';
import { QuestionList } from './question-list.tsx';
import { usePassportWords } from './words.ts';

export type FigurePassportProps = { figure: FigureData; board: Board; figures: FigureIndex };

/** Number, date, period, kind, source and open questions of one figure. */
export function FigurePassport({ figure, board, figures }: FigurePassportProps) {
  const w = usePassportWords();
  const lang = useLanguage();
  const source = board.sources.find((row) => row.id === figure.source);
  const questions = board.questions.filter((question) =>
    figure.questions.includes(question.number),
  );
  return (
    <>
      <p className="passport-number">
        <Num parts={figureParts(figure, lang)} size="l" code={null} />
      </p>
      <Facts
        rows={[
          [w.asOf, `${formatDate(figure.asOf, lang)} · ${w.age(figure.ageDays)}`],
          ...(figure.period === null
            ? []
            : [[w.period, formatPeriod(figure.period, lang)] as const]),
          [w.kind, w.kinds[figure.kind]],
          [w.source, source?.title ?? w.noSource],
          [w.code, <code key="code">{figure.code}</code>],
        ]}
      />
      {questions.length === 0 ? null : (
        <>
          <h3>{w.openQuestions}</h3>
          <QuestionList questions={questions} board={board} figures={figures} isTitled />
        </>
      )}
    </>
  );
}
