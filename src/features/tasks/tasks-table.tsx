import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';
import { formatDate } from '#core/domain/format.ts';
import { useHref } from '#src/lib/use-address.ts';
import { Light } from '#src/ui/light.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { TaskDue } from './task-due.tsx';
import type { TaskGroup } from './task-groups.ts';
import { useTaskWords } from './words.ts';

const COLUMNS = ['state', 'task', 'why', 'owner', 'milestones', 'due', 'report', 'cross'] as const;

/** The letters of what the task crosses, each with its full word for those who listen. */
function Flags({ task }: { task: Task }) {
  const w = useTaskWords();
  const ui = useUiWords();
  if (task.crossFlags.length === 0) return <span className="dim">{w.noFlags}</span>;
  return (
    <ul className="task-flags">
      {task.crossFlags.map((flag) => (
        <li key={flag}>
          <span aria-hidden="true">{w.crossShort[flag]}</span>
          <span className="visually-hidden">{ui.cross[flag]}</span>
        </li>
      ))}
    </ul>
  );
}

/** Columns that no style sheet hides; a heading over more would keep the place of hidden ones, which follow it. */
const ALWAYS = 6;

type RowProps = { task: Task; board: Board; isOpen: boolean; shownMarks: readonly number[] };

function Row({ task, board, isOpen, shownMarks }: RowProps) {
  const w = useTaskWords();
  const href = useHref();
  const { lastReport } = task;
  return (
    <tr className={isOpen ? 'task-open' : undefined}>
      <td>
        <Light state={task.light.state} />
      </td>
      <th scope="row">
        <Link href={href({ change: { task: task.id } })} aria-current={isOpen ? 'true' : undefined}>
          {task.short}
        </Link>
        <QuestionMarks numbers={task.questions.filter((number) => !shownMarks.includes(number))} />
      </th>
      <td className="task-why">{task.light.why}</td>
      <td>
        {task.ownerName}
        {task.partners.length === 0 ? null : (
          <small>{task.partners.join(board.lang === 'zh' ? '、' : ', ')}</small>
        )}
      </td>
      <td>
        {task.total === 0 ? <span className="dim">{w.noMilestones}</span> : <Ticks task={task} />}
      </td>
      <td>
        <TaskDue task={task} asOf={board.asOf} missing={w.noDue} />
      </td>
      <td>
        {lastReport === null ? (
          <span className="dim">{w.noReport}</span>
        ) : (
          <>
            <b className="digits">{formatDate(lastReport.on, board.lang, board.asOf)}</b>
            <small>{w.daysAgo(lastReport.ageDays)}</small>
          </>
        )}
      </td>
      <td className="task-cross">
        <Flags task={task} />
      </td>
    </tr>
  );
}

export type TasksTableProps = {
  board: Board;
  groups: readonly TaskGroup[];
  /** Id of the task in the drawer. */
  openId: string | null;
};

/** The list by framework and pillar. */
export function TasksTable({ board, groups, openId }: TasksTableProps) {
  const w = useTaskWords();
  return (
    <table className="tasks-table">
      <caption className="visually-hidden">{w.listName}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={`task-${column}`}>
              {w.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className="task-group">
            <th scope="rowgroup" colSpan={ALWAYS}>
              {group.code === null ? group.title : w.place(group.code, group.title)}
              <small>
                {w.groupCount(group.tasks.length)}
                {group.byDefault ? `${board.lang === 'zh' ? '，' : ', '}${w.byDefault}` : null}
              </small>
              <QuestionMarks numbers={group.questions} />
            </th>
            <td className="task-why" />
            <td className="task-cross" />
          </tr>
          {group.tasks.map((task) => (
            <Row
              key={task.id}
              task={task}
              board={board}
              isOpen={task.id === openId}
              shownMarks={group.questions}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
