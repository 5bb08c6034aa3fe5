import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useAddress, useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { BoardFoot } from '#src/ui/board-foot.tsx';
import { Finding } from '#src/ui/finding.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { FilterBar } from './filter-bar.tsx';
import { LightRows } from './light-rows.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { matching, noFilter, owners, type TaskFilter } from './task-filter.ts';
import { firstRows, groupsByFrame, worstFirst } from './task-groups.ts';
import { TasksTable } from './tasks-table.tsx';
import { useTaskWords } from './words.ts';
import './tasks.css';

/** Rows painted at first and added at each press: what a list of thousands is read by. */
const PAGE_ROWS = 100;

/** Nothing to list: which condition it is, and the way back. */
function Nothing({ filter, board }: { filter: TaskFilter; board: BoardPageProps['board'] }) {
  const w = useTaskWords();
  const href = useHref();
  const { department, framework } = filter;
  const sentence =
    department !== null && !owners(board.tasks).some((row) => row.id === department)
      ? w.noSuchDepartment(department)
      : framework !== null && !board.frameworks.some((row) => row.id === framework)
        ? w.noSuchFramework(framework)
        : w.nothingMatches;
  return (
    <div className="state">
      <p className="state-title">{sentence}</p>
      <Link className="button" href={href({ change: noFilter })}>
        {w.clear}
      </Link>
    </div>
  );
}

/** The tasks on a desk: the finding, filters, the list by framework and pillar, one task beside it. */
export function TasksPage({ board, link }: BoardPageProps) {
  const w = useTaskWords();
  const ui = useUiWords();
  const { address } = useAddress();
  const href = useHref();
  const changeAddress = useChangeAddress();
  const [most, setMost] = useState(PAGE_ROWS);
  const found = matching(board.tasks, address);
  const groups = firstRows(groupsByFrame(found, board.frameworks, ui), most);
  const hidden = found.length - Math.min(most, found.length);
  const earliest = board.freshness.find((row) => row.section === 'tasks')?.earliest ?? null;
  const isCopy = link.isCopy || link.status === 'offline';
  return (
    <div className={address.task === null ? 'tasks' : 'tasks tasks-split'}>
      <div className="desk-board tasks-main">
        <header className="board-headline">
          <h1>
            <Finding text={board.findings.tasks} />
          </h1>
        </header>
        {board.tasks.length === 0 ? (
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
          <>
            <FilterBar board={board} filter={address} shown={found.length} />
            <div className={isCopy ? 'tasks-list tasks-copy' : 'tasks-list'}>
              {found.length === 0 ? (
                <Nothing filter={address} board={board} />
              ) : (
                <>
                  <TasksTable board={board} groups={groups} openId={address.task} />
                  <div className="tasks-phone">
                    <LightRows
                      board={board}
                      tasks={worstFirst(found).slice(0, most)}
                      heading="h2"
                      nameOf={(task) => (
                        <Link href={href({ change: { task: task.id } })}>{task.short}</Link>
                      )}
                    />
                  </div>
                </>
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
            </div>
          </>
        )}
        <BoardFoot board={board} sources={new Set(board.tasks.flatMap((task) => task.sources))} />
      </div>
      {address.task === null ? null : (
        <TaskDrawer
          key={address.task}
          id={address.task}
          board={board}
          onClose={() => changeAddress({ task: null }, { replace: true })}
        />
      )}
    </div>
  );
}
