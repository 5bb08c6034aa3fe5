import { memo, useDeferredValue } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useAddress, useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { usePresenting } from '#src/stores/presenting.ts';
import { BoardFoot } from '#src/ui/board-foot.tsx';
import { Finding } from '#src/ui/finding.tsx';
import { EmptyState, ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { FilterBar } from './filter-bar.tsx';
import { LightRows } from './light-rows.tsx';
import { MyTasks } from './my-tasks.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { isFrame, isOwner, noFilter, type TaskFilter } from './task-filter.ts';
import { groupsByFrame } from './task-groups.ts';
import { TaskPages } from './task-pages.tsx';
import { TasksTable } from './tasks-table.tsx';
import { type TaskRows, useTaskRows } from './use-task-rows.ts';
import { useTaskWords } from './words.ts';
import './tasks.css';

/** Nothing to list: which condition it is, and the way back. */
function Nothing({ filter, board }: { filter: TaskFilter; board: BoardPageProps['board'] }) {
  const w = useTaskWords();
  const href = useHref();
  const { department, framework } = filter;
  const sentence =
    department !== null && !isOwner(department, board)
      ? w.noSuchDepartment(department)
      : framework !== null && !isFrame(framework, board)
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

/** The rows of one page by frame (on a phone by light), and the way to the next ones. */
const TaskPage = memo(function TaskPage({
  board,
  rows,
}: {
  board: BoardPageProps['board'];
  rows: TaskRows;
}) {
  const w = useTaskWords();
  const ui = useUiWords();
  const { address } = useAddress();
  const href = useHref();
  const isInMeeting = usePresenting((state) => state.back !== null);
  const { tasks } = rows;
  if (tasks.length === 0) return <Nothing filter={address} board={board} />;
  return (
    <>
      {isInMeeting && rows.isAsked ? (
        <p className="caption" role="note">
          {w.notFrozen}
        </p>
      ) : null}
      <TasksTable
        board={board}
        groups={groupsByFrame(tasks, board.frameworks, ui)}
        openId={address.task}
      />
      <div className="tasks-phone">
        <LightRows
          board={board}
          tasks={tasks}
          heading="h2"
          nameOf={(task) => <Link href={href({ change: { task: task.id } })}>{task.short}</Link>}
        />
      </div>
      <TaskPages rows={rows} />
    </>
  );
});

/** The finding, filters, the list by framework and pillar. */
function AllTasks({ board, link }: BoardPageProps) {
  const w = useTaskWords();
  const ui = useUiWords();
  const { address } = useAddress();
  const href = useHref();
  const { picture, retry } = useTaskRows(board, address);
  // A page of many rows is made in slices, so that scrolling and typing go on meanwhile.
  const rows = useDeferredValue(picture.kind === 'data' ? picture.data : null);
  const earliest = board.freshness.find((row) => row.section === 'tasks')?.earliest ?? null;
  const isCopy = link.isCopy || link.status !== 'online';
  return (
    <>
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
          <FilterBar
            board={board}
            filter={address}
            shown={picture.kind === 'data' ? picture.data.total : null}
          />
          <div className={isCopy ? 'tasks-list tasks-copy' : 'tasks-list'}>
            {picture.kind === 'data' ? (
              <TaskPage board={board} rows={rows ?? picture.data} />
            ) : picture.kind === 'waiting' ? (
              <LoadingOutline />
            ) : (
              <ErrorState what={w.pageName} onRetry={retry} code={null} />
            )}
          </div>
        </>
      )}
    </>
  );
}

/** The tasks on a desk: all of them or the reader's own, and one beside the list. */
export function TasksPage({ board, link }: BoardPageProps) {
  const { address } = useAddress();
  const changeAddress = useChangeAddress();
  return (
    <div className={address.task === null ? 'tasks' : 'tasks tasks-split'}>
      <div className="desk-board tasks-main">
        {address.mine === null ? (
          <AllTasks board={board} link={link} />
        ) : (
          <MyTasks board={board} openId={address.task} />
        )}
        <BoardFoot board={board} sources={new Set(board.taskSummary.sources)} />
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
