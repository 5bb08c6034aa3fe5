import type { Board } from '#core/contract/board.ts';
import type { Figure as FigureData } from '#core/contract/figure.ts';
import { formatDate, speak } from '#core/domain/format.ts';
import { Figure, type FigureIndex, MissingFigure } from '#src/ui/figure.tsx';
import { Panel, type PanelProps } from '#src/ui/panel.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { Squares } from '#src/ui/squares.tsx';
import type { ApartBlock } from './money.ts';
import { useFinanceWords } from './words.ts';

/** One statement: its amount as a bar on the scale that all statements share, its count as squares. */
function Statement({
  figures,
  largest,
  board,
}: {
  figures: readonly FigureData[];
  /** Fen. */
  largest: number;
  board: Board;
}) {
  const w = useFinanceWords();
  const { lang } = board;
  const [first] = figures;
  if (first === undefined) return <MissingFigure label={null} />;
  const source = board.sources.find((row) => row.id === first.source);
  const note = figures.find((figure) => figure.note !== null)?.note ?? null;
  return (
    <div className="credit-statement">
      <p className="credit-name">{first.short}</p>
      {figures.map((figure) => (
        <p key={figure.code} className="credit-figure">
          <Figure figure={figure} size="m" />
          {figure.unit === 'fen' ? (
            <svg
              className="credit-bar"
              role="img"
              aria-label={w.credit.bar(figure.short, speak(figure, lang))}
            >
              <rect
                width={`${largest <= 0 ? 0 : ((Math.max(0, figure.value) / largest) * 100).toFixed(3)}%`}
                height="100%"
              />
            </svg>
          ) : (
            <Squares count={figure.value} look="filled" />
          )}
        </p>
      ))}
      <p className="caption">
        {formatDate(first.asOf, lang)}
        {source === undefined ? null : ` ${w.credit.source(source.title)}`}
      </p>
      {note === null ? null : <p className="caption dim">{note}</p>}
    </div>
  );
}

export type CreditPanelProps = Pick<PanelProps, 'frame' | 'mood'> & {
  board: Board;
  block: ApartBlock;
  figures: FigureIndex;
};

/** Statements that nobody has shown to be the same or different: side by side on one scale, never one sum. */
export function CreditPanel({ board, block, figures, ...look }: CreditPanelProps) {
  const w = useFinanceWords();
  const statements = block.statements.map((codes) =>
    codes
      .flatMap((code) => figures.get(code) ?? [])
      .sort((a, b) => Number(b.unit === 'fen') - Number(a.unit === 'fen')),
  );
  const amounts = statements.flat().filter((figure) => figure.unit === 'fen');
  const largest = Math.max(0, ...amounts.map((figure) => figure.value));
  const question = board.questions.find((row) => row.number === block.question && row.open);
  return (
    <Panel
      {...look}
      area="credit"
      title={
        <>
          {block.title}
          {question === undefined ? null : <QuestionMark number={block.question} />}
        </>
      }
    >
      <div className="credit-statements">
        {statements.map((row, index) => (
          <Statement
            key={block.statements[index]?.join()}
            figures={row}
            largest={largest}
            board={board}
          />
        ))}
      </div>
      {question === undefined ? null : <p className="caption">{w.credit.lead(question.summary)}</p>}
    </Panel>
  );
}
