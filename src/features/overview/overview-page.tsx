import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boardQuery } from '#src/api/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { PanelBoundary } from '#src/ui/panel-boundary.tsx';
import { ChangesCard } from './changes-card.tsx';
import { EmptyBoard } from './empty-board.tsx';
import { FundsCard } from './funds-card.tsx';
import './overview.css';
import { ProjectsCard } from './projects-card.tsx';
import { TasksCard } from './tasks-card.tsx';
import { TodoCard } from './todo-card.tsx';
import { useOverviewWords } from './words.ts';

/** The desk's overview: the house, what changed, what needs action, money and projects. */
export function OverviewPage({ board, link }: BoardPageProps) {
  const w = useOverviewWords();
  const { address } = useAddress();
  const figures = useMemo(() => indexFigures(board.figures), [board]);
  const client = useQueryClient();
  const { queryKey } = boardQuery(address, useLanguage());
  const onRetry = () => void client.invalidateQueries({ queryKey });
  const guard = { frame: 'card', source: board, onRetry } as const;
  const isEmpty = board.figures.length === 0 && board.tasks.length === 0;
  return (
    <>
      <h1 className="visually-hidden">{board.workspace.name}</h1>
      {isEmpty ? (
        <EmptyBoard board={board} />
      ) : (
        <div className={link.status !== 'online' ? 'overview overview-offline' : 'overview'}>
          <PanelBoundary {...guard} title={w.tasksPlain} area="desk-house">
            <TasksCard board={board} figures={figures} />
          </PanelBoundary>
          <PanelBoundary {...guard} title={w.change} area="desk-changes">
            <ChangesCard board={board} />
          </PanelBoundary>
          <div className="overview-side">
            <PanelBoundary {...guard} title={w.todo} area="desk-todo">
              <TodoCard exceptions={board.exceptions} />
            </PanelBoundary>
            <PanelBoundary {...guard} title={w.funds} area="desk-funds">
              <FundsCard board={board} />
            </PanelBoundary>
            <PanelBoundary {...guard} title={w.projects} area="desk-projects">
              <ProjectsCard board={board} figures={figures} />
            </PanelBoundary>
          </div>
        </div>
      )}
    </>
  );
}
