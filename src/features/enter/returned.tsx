import type { Submission } from '#core/contract/entry.ts';
import { useHref } from '#src/lib/use-address.ts';
import { ReturnedList } from '#src/ui/returned.tsx';
import { type Item, itemNameOf } from './items.ts';

export type ReturnedProps = { rows: readonly Submission[]; items: readonly Item[] };

/** What reviewers returned, each row leading to the form that it is filled in: of tasks, that of the task. */
export function Returned({ rows, items }: ReturnedProps) {
  const href = useHref();
  const hrefOf = (row: Submission): string | null => {
    if (row.kind === 'check-in') return href({ path: '/tasks', change: { task: row.subject } });
    const name = itemNameOf(row);
    return items.some((item) => item.name === name) ? href({ change: { item: name } }) : null;
  };
  return <ReturnedList rows={rows} hrefOf={hrefOf} />;
}
