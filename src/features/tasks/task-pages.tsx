import type { TaskRows } from './use-task-rows.ts';
import { useTaskWords } from './words.ts';

/** The way to the next rows of a long list; nothing where all are shown. */
export function TaskPages({ rows }: { rows: TaskRows }) {
  const w = useTaskWords();
  if (!rows.isPaged) return null;
  const { tasks, from, total } = rows;
  return (
    <nav className="tasks-pages" aria-label={w.pages}>
      <button
        type="button"
        className="button"
        disabled={rows.previous === null}
        onClick={() => rows.previous?.()}
      >
        {w.previous}
      </button>
      <span role="status">
        {rows.isTurning ? w.turning : w.rows(from, from + tasks.length - 1, total)}
      </span>
      <button
        type="button"
        className="button"
        disabled={rows.next === null}
        onClick={() => rows.next?.()}
      >
        {w.next}
      </button>
    </nav>
  );
}
