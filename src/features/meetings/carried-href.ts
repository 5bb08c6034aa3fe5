import type { Resolution } from '#core/contract/meeting.ts';
import { useHref } from '#src/lib/use-address.ts';

type Carried = NonNullable<Resolution['carried']>;

/** Where what a resolution became can be seen; null = on no page of its own. */
export function useCarriedHref(): (row: Resolution, carried: Carried) => string | null {
  const href = useHref();
  return (row, { kind, id }) => {
    if (kind === 'task' || kind === 'task-due')
      return href({ path: '/tasks', change: { task: id.replace(/^task:/, '') } });
    if (kind === 'question') return href({ path: '/definitions' });
    const task = row.item.startsWith('task:') ? row.item.slice('task:'.length) : null;
    return task === null ? null : href({ path: '/tasks', change: { task } });
  };
}
