/** Which task comes first where tasks are listed by what needs somebody to act, as in the band of exceptions. */
import type { LightState } from '../contract/lists.ts';
import type { Task } from '../contract/task.ts';

/** Lower comes first. */
export const urgency: Record<LightState, number> = {
  over: 0,
  blocked: 1,
  near: 2,
  none: 3,
  ok: 4,
  done: 5,
};

type Urgent = {
  readonly light: Pick<Task['light'], 'state'>;
  readonly next: Pick<NonNullable<Task['next']>, 'due'> | null;
};

/** The nearest open date, or one that none can have. */
const dateOf = (task: Urgent): string => task.next?.due ?? '9999-99-99';

/** Text that sorts as the tasks do: by light, then by the nearest open date. */
export const urgencyKey = (task: Urgent): string => `${urgency[task.light.state]} ${dateOf(task)}`;

/** Worst first; of equal lights the one whose date comes first, then the order of the list. */
export function worstFirst<T extends Urgent>(tasks: readonly T[]): T[] {
  const keyed = tasks.map((task) => ({ task, key: urgencyKey(task) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ task }) => task);
}
