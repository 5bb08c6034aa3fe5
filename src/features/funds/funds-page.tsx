import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useUiWords } from '#src/ui/words.ts';
import { FundsView, leadingFund } from './funds-view.tsx';
import { useFundWords } from './words.ts';

/** The funds on a desk: the finding, the year ramp, each fund in its form, all on one scale. */
export function FundsPage({ board, link }: BoardPageProps) {
  const w = useFundWords();
  const ui = useUiWords();
  const href = useHref();
  const [id, setId] = useState<string | null>(null);
  const planned = board.funds.filter((fund) => fund.planned !== null);
  const chosen = planned.find((fund) => fund.id === id) ?? null;
  const earliest = board.freshness.find((row) => row.section === 'funds')?.earliest ?? null;
  const picker =
    planned.length < 2 ? null : (
      <label className="funds-picker">
        {w.ramp.pick}{' '}
        <select
          value={(chosen ?? leadingFund(board))?.id}
          onChange={(event) => setId(event.target.value)}
        >
          {planned.map((fund) => (
            <option key={fund.id} value={fund.id}>
              {fund.name}
            </option>
          ))}
        </select>
      </label>
    );
  const emptyAction =
    earliest === null ? null : (
      <Link className="button" href={href({ change: { asOf: earliest, compare: null } })}>
        {ui.lookAt(formatDate(earliest, board.lang))}
      </Link>
    );
  return (
    <FundsView
      board={board}
      frame="desk"
      isCopy={link.isCopy || link.status !== 'online'}
      chosen={chosen}
      picker={picker}
      emptyAction={emptyAction}
    />
  );
}
