import { useMemo } from 'react';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { ExceptionsBand } from './exceptions-band.tsx';
import { type Rotation, WallHead } from './wall-head.tsx';
import { BlocksPanel, FundsPanel, HousePanel, PlatformsPanel } from './wall-panels.tsx';
import { useWallWords } from './words.ts';
import { isWordy } from './wordy.ts';
import './wall-overview.css';
import './exceptions-band.css';
import './wall-crowded.css';
import './wall-shapes.css';

export type WallOverviewPageProps = BoardPageProps & {
  /** Set where the wall turns through several pages. */
  rotation?: Rotation | null;
};

/** The overview on a wall: no pointer, no scroll, nothing that is only told by a tooltip. */
export function WallOverviewPage({ board, link, rotation = null }: WallOverviewPageProps) {
  const w = useWallWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const isCopy = link.isCopy || link.status === 'offline';
  const shared = { board, figures, isCopy };
  const open = board.questions.filter((question) => question.open);
  return (
    <div className={isWordy(board, figures) ? 'wall wall-wordy' : 'wall'}>
      <WallHead board={board} link={link} rotation={rotation} />
      <ExceptionsBand board={board} />
      <HousePanel {...shared} />
      <FundsPanel board={board} isCopy={isCopy} />
      <PlatformsPanel {...shared} />
      <BlocksPanel {...shared} id="finance" area="fin" />
      <BlocksPanel {...shared} id="governance" area="gov" />
      <BlocksPanel {...shared} id="talent" area="tal" />
      <section className="wall-foot" aria-label={w.openQuestions}>
        {open.map((question) => (
          <span key={question.id}>
            <QuestionMark number={question.number} />
            {question.summary}
          </span>
        ))}
      </section>
    </div>
  );
}
