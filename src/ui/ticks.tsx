import type { Milestone, Task } from '#core/contract/task.ts';
import { useUiWords } from './words.ts';

const STEP = 18;
/** More ticks than this are not told apart at a glance: the count says it. */
const MAX_TICKS = 12;

const className: Record<Milestone['state'], string> = {
  done: 'tick tick-done',
  near: 'tick tick-near',
  over: 'tick tick-over',
  open: 'tick',
};

/** One box per milestone and `6/8`; nothing where the source lists none. */
export function Ticks({ task }: { task: Pick<Task, 'milestones' | 'done' | 'total'> }) {
  const w = useUiWords();
  if (task.total === 0) return null;
  const width = task.milestones.length * STEP - 4;
  return (
    <span className="ticks">
      {task.milestones.length > MAX_TICKS ? null : (
        <svg viewBox={`0 0 ${width} 8`} aria-hidden="true">
          {task.milestones.map((milestone, i) => (
            <rect
              key={milestone.id}
              className={className[milestone.state]}
              x={i * STEP + 0.75}
              y="0.75"
              width="12.5"
              height="6.5"
              rx="1"
            />
          ))}
        </svg>
      )}
      <span>{w.milestones(task.done, task.total)}</span>
    </span>
  );
}
