import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { lastDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { boardQuery } from '#src/api/board.ts';
import { taskQuery } from '#src/api/tasks.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { noFilter } from './task-filter.ts';
import { useTaskWords } from './words.ts';

export type UnknownTaskProps = {
  id: string;
  board: Board;
  /** Id of the task on record that is most like the asked one; null = none is. */
  suggestion: string | null;
};

/** No such task at this date: says whether it came later, and names the nearest thing that is there. */
export function UnknownTask({ id, board, suggestion }: UnknownTaskProps) {
  const w = useTaskWords();
  const lang = useLanguage();
  const href = useHref();
  const { address } = useAddress();
  // Without a date: as the server's own clock has it now. Where no date was asked for, that is what has failed.
  const isDated = address.asOf !== null || address.knownAt !== null;
  const now = { asOf: null, compare: null, knownAt: null } as const;
  const { data: today } = useQuery({
    ...boardQuery(now, lang),
    refetchInterval: false as const,
    enabled: isDated,
  });
  const isWhole = today === undefined || today.tasks.length >= today.taskSummary.total;
  const { data: fetched } = useQuery({ ...taskQuery(id, now, lang), enabled: isDated && !isWhole });
  const later = today?.tasks.find((row) => row.id === id) ?? fetched?.task;
  const near = board.tasks.find((row) => row.id === suggestion);
  if (later !== undefined) {
    const { registeredOn } = later;
    const on = lastDay(registeredOn);
    return (
      <>
        <p>{w.later(id, formatDate(board.asOf, lang), formatDate(registeredOn, lang))}</p>
        <p className="task-ways">
          <Link
            className="button"
            href={href({ change: { asOf: on, compare: null, knownAt: null } })}
          >
            {w.lookAt(formatDate(on, lang))}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{w.notFound(id)}</p>
      <p className="task-ways">
        {near === undefined ? null : (
          <Link className="button" href={href({ change: { ...noFilter, task: near.id } })}>
            {w.nearest(near.short)}
          </Link>
        )}
        <Link className="button" href={href({ change: { ...noFilter, task: null } })}>
          {w.seeAll}
        </Link>
      </p>
    </>
  );
}
