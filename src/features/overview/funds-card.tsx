import type { Board } from '#core/contract/board.ts';
import { AsOf } from '#src/ui/as-of.tsx';
import { FundRow } from '#src/ui/fund-row.tsx';
import { FundVerdict } from '#src/ui/fund-verdict.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { EmptyPanel } from './empty-panel.tsx';
import { useOverviewWords } from './words.ts';

/** The fund that the finding is about: the one furthest behind its schedule, else the first. */
function leading(funds: Board['funds']): Board['funds'][number] | undefined {
  const planned = funds.filter((fund) => fund.schedule !== null);
  return (
    [...planned].sort((a, b) => (a.schedule?.gapPoints ?? 0) - (b.schedule?.gapPoints ?? 0))[0] ??
    funds[0]
  );
}

/** Finding first, then each fund in the form that fits it. */
export function FundsCard({ board }: { board: Board }) {
  const w = useOverviewWords();
  const ui = useUiWords();
  const fresh = board.freshness.find((row) => row.section === 'funds');
  const lead = leading(board.funds);
  if (fresh === undefined || fresh.on === null) {
    return (
      <Panel frame="card" title={w.funds} area="desk-funds">
        <EmptyPanel what={w.funds} asOf={board.asOf} earliest={fresh?.earliest ?? null} />
      </Panel>
    );
  }
  return (
    <Panel
      frame="card"
      title={w.funds}
      aside={
        <AsOf
          on={fresh.on}
          ageDays={fresh.ageDays ?? 0}
          lateSince={fresh.late?.since ?? null}
          page={board.asOf}
        />
      }
      area="desk-funds"
    >
      {lead === undefined ? <p className="dim">{ui.noFunds}</p> : <FundVerdict fund={lead} />}
      {board.funds.map((fund) => (
        <FundRow key={fund.id} fund={fund} />
      ))}
    </Panel>
  );
}
