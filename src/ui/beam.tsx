import type { Task } from '#core/contract/task.ts';
import { TaskName } from './brick.tsx';
import { Light } from './light.tsx';
import { lightDetail } from './light-detail.ts';
import { QuestionMarks } from './question-mark.tsx';
import { Ticks } from './ticks.tsx';
import { useUiWords } from './words.ts';

/** A task that runs across all pillars: it crosses them in full width and belongs to none. */
export function Beam({ task }: { task: Task }) {
  const w = useUiWords();
  return (
    <div className={`beam edge-${task.light.state}`}>
      <span className="beam-title">
        <TaskName task={task} />
        <QuestionMarks numbers={task.questions} />
      </span>
      {task.crossFlags.length === 0 ? null : (
        <ul className="flags">
          {task.crossFlags.map((flag) => (
            <li key={flag}>{w.cross[flag]}</li>
          ))}
        </ul>
      )}
      <Ticks task={task} />
      <Light state={task.light.state} detail={lightDetail(task.light, w)} />
    </div>
  );
}
