import type { Task } from '#core/contract/task.ts';
import { Light } from './light.tsx';
import { lightDetail } from './light-detail.ts';
import { useOpen } from './open-context.ts';
import { QuestionMarks } from './question-mark.tsx';
import { Ticks } from './ticks.tsx';
import { useUiWords } from './words.ts';

export type BrickProps = {
  task: Task;
  /** tall: title, light, ticks below each other; flat: in one line. */
  form: 'tall' | 'flat';
  /** Open questions that its frame shows already, at the roof or beside the plan's name. */
  shownMarks?: readonly number[];
  children?: React.ReactNode;
};

/** A task's name, as a button where a task can be opened. */
export function TaskName({ task }: { task: Task }) {
  const open = useOpen();
  const className = 'task-name';
  if (open === null) return <span className={className}>{task.short}</span>;
  return (
    <button type="button" className={className} onClick={() => open({ kind: 'task', id: task.id })}>
      {task.short}
    </button>
  );
}

/** One task: its left edge has the light's colour, shape and word stand inside. */
export function Brick({ task, form, shownMarks = [], children }: BrickProps) {
  const w = useUiWords();
  return (
    <div className={`brick brick-${form} edge-${task.light.state}`}>
      <span className="brick-title">
        <TaskName task={task} />
        <QuestionMarks numbers={task.questions.filter((number) => !shownMarks.includes(number))} />
      </span>
      <Light state={task.light.state} detail={lightDetail(task.light, w)} />
      <Ticks task={task} />
      {children}
    </div>
  );
}
