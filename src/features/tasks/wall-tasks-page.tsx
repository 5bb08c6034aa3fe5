import { worstFirst } from '#core/domain/urgency.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useReach } from '#src/lib/reach.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LightKey } from '#src/ui/light-key.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { WallBoard } from '#src/ui/wall-board.tsx';
import { LightRows } from './light-rows.tsx';
import { DateRows, isCrowded, LightRules, OwnerRows } from './side-panels.tsx';
import { useTaskWords } from './words.ts';
import './tasks.css';
import './tasks-wall.css';

/** Up to here a task has two lines; beyond, one, in more columns. */
const MAX_ROOMY = 16;
/** What a wall holds at all, by how far it is read from. */
const MAX_TASKS = { near: 40, far: 6, farther: 3 } as const;

/** The tasks on a wall, worst first: no pointer, no scroll. */
export function WallTasksPage({ board, link }: BoardPageProps) {
  const w = useTaskWords();
  const isCopy = link.isCopy || link.status !== 'online';
  const frame = { frame: 'rule', mood: isCopy ? 'copy' : 'fresh' } as const;
  const shown = worstFirst(board.tasks).slice(0, MAX_TASKS[useReach()]);
  const hidden = board.taskSummary.total - shown.length;
  const earliest = board.freshness.find((row) => row.section === 'tasks')?.earliest ?? null;
  const look = [
    'wall-tasks',
    ...(shown.length > MAX_ROOMY ? ['wall-tasks-many'] : []),
    ...(isCrowded(board) ? ['wall-tasks-crowded'] : []),
  ].join(' ');
  const marks = board.tasks.flatMap((task) => task.questions);
  return (
    <WallBoard
      board={board}
      finding={board.findings.tasks}
      name={look}
      link={useSynced(link)}
      sources={new Set(board.taskSummary.sources)}
      questions={marks}
    >
      {board.tasks.length === 0 ? (
        <Panel {...frame} title={w.tasksTitle} area="list">
          <EmptyState what={w.pageName} asOf={board.asOf} earliest={earliest} action={null} />
        </Panel>
      ) : (
        <>
          <Panel
            {...frame}
            title={w.listTitle}
            area="list"
            aside={<LightKey lights={board.lights} />}
          >
            <LightRows board={board} tasks={shown} nameOf={(task) => task.short} heading="h3" />
            {hidden === 0 ? null : <p className="caption dim">{w.moreTasks(hidden)}</p>}
          </Panel>
          <Panel {...frame} title={w.byOwner} area="owners">
            <OwnerRows board={board} />
          </Panel>
          <Panel {...frame} title={w.dates} area="dates">
            <DateRows board={board} />
          </Panel>
          <Panel {...frame} title={w.rulesTitle} aside={w.rulesNote} area="rules">
            <LightRules nearDays={board.workspace.nearDays} />
          </Panel>
        </>
      )}
    </WallBoard>
  );
}
