import { useMemo } from 'react';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { WallBoard } from '#src/ui/wall-board.tsx';
import { ContestedBlock, MajorNames, OtherFigures } from './figure-panels.tsx';
import { LevelMatrix, useNotAdded } from './level-matrix.tsx';
import { isEmptyPage, marksOf, moodOf, sourcesOf } from './page-parts.ts';
import { platformFigures } from './platform-figures.ts';
import { RegisterWall } from './register-wall.tsx';
import { usePlatformWords } from './words.ts';
import './platforms-page.css';
import './platforms-wall.css';

/** The platforms on a wall: no pointer, no scroll. */
export function WallPlatformsPage({ board, link }: BoardPageProps) {
  const w = usePlatformWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const { contested, others } = platformFigures(board);
  const notAdded = useNotAdded({ platforms: board.platforms, figures });
  const earliest = board.freshness.find((row) => row.section === 'platforms')?.earliest ?? null;
  const isPlain = contested.length === 0 && others.length === 0;
  const rule = { frame: 'rule', mood: moodOf(link) } as const;
  return (
    <WallBoard
      board={board}
      finding={board.findings.platforms}
      name={isPlain ? 'wall-platforms wall-platforms-plain' : 'wall-platforms'}
      link={useSynced(link)}
      sources={sourcesOf(board)}
      questions={marksOf(board)}
    >
      {isEmptyPage(board) ? (
        <Panel {...rule} title={w.pageName} area="matrix">
          <EmptyState what={w.pageName} asOf={board.asOf} earliest={earliest} action={null} />
        </Panel>
      ) : (
        <>
          <Panel {...rule} title={w.matrix} aside={notAdded} area="matrix">
            <LevelMatrix platforms={board.platforms} figures={figures} />
          </Panel>
          {isPlain ? null : (
            <div className="area-lower">
              {contested.length === 0 ? null : (
                <Panel {...rule} title={w.major} area="major">
                  {contested.map((row) => (
                    <ContestedBlock key={row.question.id} row={row} board={board} />
                  ))}
                  <MajorNames board={board} />
                </Panel>
              )}
              {others.length === 0 ? null : (
                <Panel {...rule} title={w.others} area="others">
                  <OtherFigures figures={others} />
                </Panel>
              )}
            </div>
          )}
          <Panel {...rule} title={w.register(board.platforms.register.length)} area="register">
            <RegisterWall platforms={board.platforms} />
          </Panel>
        </>
      )}
    </WallBoard>
  );
}
