import type { Board } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';
import type { Address } from '#src/lib/address.ts';

/** What the address asks of the list. */
export type TaskFilter = Pick<Address, 'department' | 'framework' | 'light'>;

export const noFilter: TaskFilter = { department: null, framework: null, light: null };

export const isFiltered = (filter: TaskFilter): boolean =>
  filter.department !== null || filter.framework !== null || filter.light !== null;

export const matching = (tasks: readonly Task[], filter: TaskFilter): Task[] =>
  tasks.filter(
    (task) =>
      (filter.department === null || task.owner === filter.department) &&
      (filter.framework === null || task.framework === filter.framework) &&
      (filter.light === null || task.light.state === filter.light),
  );

export type Choice = { readonly id: string; readonly name: string };

/** What of the board says whether a filter names anything. */
type Named = Pick<Board, 'frameworks' | 'taskSummary'>;

/** Whether somebody of that id owns a task at the page's date. */
export const isOwner = (id: string, { taskSummary }: Named): boolean =>
  taskSummary.owners.some((row) => row.id === id);

export const isFrame = (id: string, { frameworks }: Named): boolean =>
  frameworks.some((row) => row.id === id);

/** A filter that names what is not there fits nothing; nobody need be asked. */
export const isKnownFilter = ({ department, framework }: TaskFilter, board: Named): boolean =>
  (department === null || isOwner(department, board)) &&
  (framework === null || isFrame(framework, board));

export const frames = (board: Pick<Board, 'frameworks'>): Choice[] =>
  board.frameworks.map(({ id, code, name }) => ({ id, name: `${code} ${name}` }));
