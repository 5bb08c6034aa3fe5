import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';
import { Light } from '#src/ui/light.tsx';
import { lightDetail } from '#src/ui/light-detail.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { TaskDue } from './task-due.tsx';
import { groupsByLight, placeOf } from './task-groups.ts';
import { useTaskWords } from './words.ts';

type RowProps = { task: Task; board: Board; name: ReactNode };

function Row({ task, board, name }: RowProps) {
  const w = useTaskWords();
  const ui = useUiWords();
  const place = placeOf(task, board.frameworks, w, ui) ?? w.outside;
  return (
    <li className={`task-row edge-${task.light.state}`}>
      <Light state={task.light.state} detail={lightDetail(task.light, ui)} />
      <span className="task-row-name">
        <b>{name}</b>
        <span className="task-row-place">
          {place}
          <QuestionMarks numbers={task.questions} />
        </span>
      </span>
      <span className="task-row-steps">
        {task.total === 0 ? (
          <span className="dim">{w.wallNoMilestones}</span>
        ) : (
          <Ticks task={task} />
        )}
        <TaskDue task={task} asOf={board.asOf} missing={w.wallNoDue} />
      </span>
      <span className="task-row-owner">
        {task.ownerName}
        {task.partners.length === 0 ? null : (
          <small>{task.partners.join(board.lang === 'zh' ? '、' : ', ')}</small>
        )}
      </span>
      <span className="task-row-why">{task.light.why}</span>
    </li>
  );
}

export type LightRowsProps = {
  board: Board;
  tasks: readonly Task[];
  /** A task's name, as a link where there is something to press. */
  nameOf: (task: Task) => ReactNode;
  /** The level below the heading that the list stands under. */
  heading: 'h2' | 'h3';
};

/** Tasks by light, worst first: on walls, and where a table has no room. */
export function LightRows({ board, tasks, nameOf, heading: Heading }: LightRowsProps) {
  const w = useTaskWords();
  const ui = useUiWords();
  return (
    <div className="light-rows">
      {groupsByLight(tasks).map(({ state, tasks: own }) => (
        <section key={state} className="light-group">
          <Heading className="light-group-head">
            <LightIcon state={state} />
            {ui.light[state]} <small>{w.groupCount(own.length)}</small>
          </Heading>
          <ul>
            {own.map((task) => (
              <Row key={task.id} task={task} board={board} name={nameOf(task)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
