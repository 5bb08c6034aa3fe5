import type { Board } from '#core/contract/board.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { House } from '#src/ui/house.tsx';
import { LightKey } from '#src/ui/light-key.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { TaskList } from '#src/ui/task-list.tsx';
import { useOverviewWords } from './words.ts';

/** All tasks in their frame; a phone is too narrow for a house and lists them (the style sheet chooses). */
export function TasksCard({ board, figures }: { board: Board; figures: FigureIndex }) {
  const w = useOverviewWords();
  return (
    <Panel
      frame="card"
      title={w.tasks(board.taskSummary.total)}
      aside={<LightKey lights={board.lights} />}
      area="desk-house"
    >
      <House board={board} figures={figures} />
      <div className="overview-phone">
        <TaskList board={board} />
      </div>
    </Panel>
  );
}
