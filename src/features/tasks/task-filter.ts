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

/** Departments that own a task at the page's date, in the order of their first task. */
export function owners(tasks: readonly Task[]): Choice[] {
  const names = new Map(tasks.map((task) => [task.owner, task.ownerName]));
  return [...names].map(([id, name]) => ({ id, name }));
}

export const frames = (board: Pick<Board, 'frameworks'>): Choice[] =>
  board.frameworks.map(({ id, code, name }) => ({ id, name: `${code} ${name}` }));
