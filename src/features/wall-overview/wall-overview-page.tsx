import { useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { PanelBoundary } from '#src/ui/panel-boundary.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { ExceptionsBand } from './exceptions-band.tsx';
import { WallHead } from './wall-head.tsx';
import { BlocksPanel, FundsPanel, HousePanel, PlatformsPanel } from './wall-panels.tsx';
import { useWallWords } from './words.ts';
import { isWordy } from './wordy.ts';
import './wall-overview.css';
import './exceptions-band.css';
import './wall-crowded.css';
import './wall-shapes.css';

/** Panels that are laid out by their own records, with their places in the grid. */
const blocks = [
  ['finance', 'fin'],
  ['governance', 'gov'],
  ['talent', 'tal'],
] as const;

const titleOf = (board: Board, id: Board['panels'][number]['id']): string =>
  board.panels.find((panel) => panel.id === id)?.title ?? '';

/** The overview on a wall: no pointer, no scroll, nothing that is only told by a tooltip. */
export function WallOverviewPage({ board, link }: BoardPageProps) {
  const w = useWallWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const isCopy = link.isCopy || link.status !== 'online';
  // Nobody presses anything on a wall: the next look is the next try.
  const guard = { frame: 'rule', source: board, onRetry: null } as const;
  const shared = { board, figures, isCopy };
  const open = board.questions.filter((question) => question.open);
  const look = [
    'wall',
    ...(isWordy(board, figures) ? ['wall-wordy'] : []),
    ...(board.tasks.length === 0 ? ['wall-no-tasks'] : []),
  ].join(' ');
  return (
    <div className={look}>
      <WallHead board={board} link={link} />
      <ExceptionsBand board={board} />
      <PanelBoundary {...guard} title={w.tasksWhat} area="house">
        <HousePanel {...shared} />
      </PanelBoundary>
      <PanelBoundary {...guard} title={w.funds} area="fund">
        <FundsPanel board={board} isCopy={isCopy} />
      </PanelBoundary>
      <PanelBoundary {...guard} title={w.platforms} area="plat">
        <PlatformsPanel {...shared} />
      </PanelBoundary>
      {blocks.map(([id, area]) => (
        <PanelBoundary key={id} {...guard} title={titleOf(board, id)} area={area}>
          <BlocksPanel {...shared} id={id} area={area} />
        </PanelBoundary>
      ))}
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
