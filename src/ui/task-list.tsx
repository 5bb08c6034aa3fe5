import type { Board } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';
import { worstFirst } from '#core/domain/urgency.ts';
import { TaskName } from './brick.tsx';
import { looseGroups } from './house-layout.ts';
import { Light } from './light.tsx';
import { lightDetail } from './light-detail.ts';
import { useUiWords } from './words.ts';

/** Rows, headings included, that two columns of the wall's house panel hold. A desk shows the same ones. */
const MAX_ROWS = 46;
/** Up to here they have room for larger letters. */
const ROOMY_ROWS = 26;

type Section = { readonly id: string; readonly title: string; readonly tasks: readonly Task[] };

function sections(board: Pick<Board, 'frameworks' | 'tasks'>, across: string, loose: string) {
  const list: Section[] = [];
  for (const framework of board.frameworks) {
    const own = board.tasks.filter((task) => task.framework === framework.id);
    const free = own.filter((task) => !framework.elements.some((e) => e.id === task.element));
    list.push({
      id: framework.id,
      title: `${framework.name} ${framework.code} · ${across}`,
      tasks: free,
    });
    for (const element of framework.elements) {
      const tasks = own.filter((task) => task.element === element.id);
      list.push({ id: element.id, title: element.name ?? framework.code, tasks });
    }
  }
  for (const group of looseGroups(board.tasks, board.frameworks)) {
    list.push({
      id: `loose ${group.title}`,
      title: group.title === '' ? loose : group.title,
      tasks: group.tasks,
    });
  }
  return list.filter((section) => section.tasks.length > 0);
}

/** All tasks under the headings of their frames, for boards that do not lay out as a house. */
export function TaskList({
  board,
}: {
  board: Pick<Board, 'frameworks' | 'tasks' | 'taskSummary'>;
}) {
  const w = useUiWords();
  const parts = sections(board, w.acrossAll, w.outsideFrames);
  const kept = new Set(
    worstFirst(board.tasks)
      .slice(0, Math.max(1, MAX_ROWS - parts.length))
      .map((task) => task.id),
  );
  const hidden = board.taskSummary.total - kept.size;
  if (board.tasks.length === 0) return <p className="dim">{w.noTasks}</p>;
  const isRoomy = parts.length + kept.size <= ROOMY_ROWS;
  return (
    <div className={isRoomy ? 'task-list task-list-roomy' : 'task-list'}>
      {parts.map((section) => {
        const shown = section.tasks.filter((task) => kept.has(task.id));
        return shown.length === 0 ? null : (
          <section key={section.id} className="task-list-part">
            <h3>{section.title}</h3>
            <ul>
              {shown.map((task) => (
                <li key={task.id}>
                  <TaskName task={task} />
                  <Light state={task.light.state} detail={lightDetail(task.light, w)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {hidden === 0 ? null : <p className="dim">{w.moreTasks(hidden)}</p>}
    </div>
  );
}
