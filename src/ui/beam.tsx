import type { Task } from '#core/contract/task.ts';
import { TaskName } from './brick.tsx';
import { lightText } from './light-detail.ts';
import { LightIcon } from './light-icon.tsx';
import { QuestionMarks } from './question-mark.tsx';
import { Ticks } from './ticks.tsx';
import { useUiWords } from './words.ts';

/** A task that runs across all pillars: it crosses them in full width and belongs to none. */
export function Beam({ task, shownMarks }: { task: Task; shownMarks: readonly number[] }) {
  const w = useUiWords();
  const light = lightText(task.light, w);
  return (
    <div className={`beam edge-${task.light.state}`}>
      <LightIcon state={task.light.state} name={light} />
      <span className="beam-title">
        <TaskName task={task} />
        <QuestionMarks numbers={task.questions.filter((number) => !shownMarks.includes(number))} />
      </span>
      {task.crossFlags.length === 0 ? null : (
        <ul className="flags">
          {w.crossHead === '' ? null : <li className="flags-head">{w.crossHead}</li>}
          {task.crossFlags.map((flag) => (
            <li key={flag}>{w.cross[flag]}</li>
          ))}
        </ul>
      )}
      <Ticks task={task} />
      <span className="beam-light" aria-hidden="true">
        {light}
      </span>
    </div>
  );
}
