import { useMemo } from 'react';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { House } from '#src/ui/house.tsx';
import { LightKey } from '#src/ui/light-key.tsx';
import { OpenContext } from '#src/ui/open-context.ts';
import { Panel } from '#src/ui/panel.tsx';
import { ChangesCard } from './changes-card.tsx';
import { ControlBar } from './control-bar.tsx';
import { EmptyBoard } from './empty-board.tsx';
import { FundsCard } from './funds-card.tsx';
import './overview.css';
import { Passport } from './passport.tsx';
import { keyOf } from './passport-key.ts';
import { ProjectsCard } from './projects-card.tsx';
import { TodoCard } from './todo-card.tsx';
import { useOverviewWords } from './words.ts';

/** The desk's overview: the house, what changed, what needs action, money and projects. */
export function OverviewPage({ board }: BoardPageProps) {
  const w = useOverviewWords();
  const { address } = useAddress();
  const changeAddress = useChangeAddress();
  const figures = useMemo(() => indexFigures(board.figures), [board]);
  const isEmpty = board.figures.length === 0 && board.tasks.length === 0;
  return (
    <OpenContext value={(target) => changeAddress({ passport: keyOf(target) })}>
      <h1 className="visually-hidden">{board.workspace.name}</h1>
      <ControlBar board={board} />
      {isEmpty ? (
        <EmptyBoard board={board} />
      ) : (
        <div className="overview">
          <Panel
            frame="card"
            title={w.tasks(board.tasks.length)}
            aside={<LightKey lights={board.lights} />}
            area="house"
          >
            <House board={board} figures={figures} />
          </Panel>
          <ChangesCard board={board} />
          <div className="overview-side">
            <TodoCard exceptions={board.exceptions} />
            <FundsCard board={board} />
            <ProjectsCard board={board} figures={figures} />
          </div>
        </div>
      )}
      {address.passport === null ? null : (
        <Passport
          passportKey={address.passport}
          board={board}
          figures={figures}
          onClose={() => changeAddress({ passport: null }, { replace: true })}
        />
      )}
    </OpenContext>
  );
}
