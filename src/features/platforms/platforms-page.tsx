import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { BoardFoot } from '#src/ui/board-foot.tsx';
import { indexFigures } from '#src/ui/figure.tsx';
import { Finding } from '#src/ui/finding.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { ContestedBlock, MajorNames, OtherFigures } from './figure-panels.tsx';
import { LevelMatrix, useNotAdded } from './level-matrix.tsx';
import { isEmptyPage, moodOf, sourcesOf } from './page-parts.ts';
import { platformFigures } from './platform-figures.ts';
import { PlatformFilters } from './platform-filters.tsx';
import { RegisterTable } from './platform-register.tsx';
import { firstRows, groupsByStage, matching, noFilter } from './register-groups.ts';
import { usePlatformWords } from './words.ts';
import './platforms-page.css';

/** Rows painted at first and added at each press. */
const PAGE_ROWS = 100;

function Register({ board }: Pick<BoardPageProps, 'board'>) {
  const w = usePlatformWords();
  const { address } = useAddress();
  const href = useHref();
  const [most, setMost] = useState(PAGE_ROWS);
  const { register } = board.platforms;
  const found = matching(register, address);
  const hidden = found.length - Math.min(most, found.length);
  return (
    <>
      <PlatformFilters platforms={board.platforms} filter={address} shown={found.length} />
      {found.length === 0 ? (
        <div className="state">
          <p className="state-title">{w.nothingMatches}</p>
          <Link className="button" href={href({ change: noFilter })}>
            {w.clear}
          </Link>
        </div>
      ) : (
        <RegisterTable board={board} groups={firstRows(groupsByStage(found, register), most)} />
      )}
      {hidden === 0 ? null : (
        <button
          type="button"
          className="button"
          onClick={() => setMost((rows) => rows + PAGE_ROWS)}
        >
          {w.more(Math.min(PAGE_ROWS, hidden))}
        </button>
      )}
    </>
  );
}

/** The platforms on a desk: the finding, the matrix with names, what is said twice, single figures, the register. */
export function PlatformsPage({ board, link }: BoardPageProps) {
  const w = usePlatformWords();
  const ui = useUiWords();
  const href = useHref();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const { contested, others } = platformFigures(board);
  const notAdded = useNotAdded({ platforms: board.platforms, figures });
  const earliest = board.freshness.find((row) => row.section === 'platforms')?.earliest ?? null;
  const card = { frame: 'card', mood: moodOf(link) } as const;
  return (
    <div className="desk-board platforms-desk">
      <header className="board-headline">
        <h1>
          <Finding text={board.findings.platforms} />
        </h1>
      </header>
      {isEmptyPage(board) ? (
        <EmptyState
          what={w.pageName}
          asOf={board.asOf}
          earliest={earliest}
          action={
            earliest === null ? null : (
              <Link className="button" href={href({ change: { asOf: earliest, compare: null } })}>
                {ui.lookAt(formatDate(earliest, board.lang))}
              </Link>
            )
          }
        />
      ) : (
        <div className="platforms-grid">
          <Panel {...card} title={w.matrix} aside={notAdded} area="matrix">
            <LevelMatrix platforms={board.platforms} figures={figures} />
          </Panel>
          {contested.length === 0 ? null : (
            <Panel {...card} title={w.major} area="major">
              {contested.map((row) => (
                <ContestedBlock key={row.question.id} row={row} board={board} />
              ))}
              <MajorNames board={board} />
            </Panel>
          )}
          {others.length === 0 ? null : (
            <Panel {...card} title={w.others} area="others">
              <OtherFigures figures={others} />
            </Panel>
          )}
          <Panel {...card} title={w.register(board.platforms.register.length)} area="register">
            <Register board={board} />
          </Panel>
        </div>
      )}
      <BoardFoot board={board} sources={sourcesOf(board)} />
    </div>
  );
}
