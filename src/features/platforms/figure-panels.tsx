import type { Board } from '#core/contract/board.ts';
import type { Figure as FigureData } from '#core/contract/figure.ts';
import { formatDate } from '#core/domain/format.ts';
import { Figure, FigureBlock } from '#src/ui/figure.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { useUiWords } from '#src/ui/words.ts';
import type { Contested } from './platform-figures.ts';
import { PlatformName } from './platform-name.tsx';

/** Two statements of one thing, side by side, a rule between: none is chosen and nothing is added. */
export function ContestedBlock({ row, board }: { row: Contested; board: Board }) {
  const { question, figures } = row;
  return (
    <div className="contested">
      <p className="contested-title">
        {question.title}
        <QuestionMark number={question.number} />
      </p>
      <ul className="contested-statements">
        {figures.map((figure) => (
          <li key={figure.code}>
            <Figure figure={figure} size="l" />
            <span className="caption">{figure.short}</span>
            <span className="caption dim">
              {question.statements.find((row) => row.figure === figure.code)?.text}
              {board.lang === 'zh' ? '，' : ', '}
              <span className="nowrap">{formatDate(figure.asOf, board.lang)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The platforms that the open question is about, with the stage that each has reached. */
export function MajorNames({ board }: { board: Board }) {
  const ui = useUiWords();
  const rows = board.platforms.register.filter((row) => row.kind === 'major');
  return (
    <ul className="major-names">
      {rows.map((row) => (
        <li key={row.id}>
          <PlatformName platform={row} />
          <span className="major-stage">
            {ui.stage[row.stage]}
            {row.questions.map((number) => (
              <QuestionMark key={number} number={number} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Single figures with their own dates. */
export function OtherFigures({ figures }: { figures: readonly FigureData[] }) {
  return (
    <div className="other-figures">
      {figures.map((figure) => (
        <FigureBlock key={figure.code} figure={figure} size="m" panelAsOf={null} />
      ))}
    </div>
  );
}
