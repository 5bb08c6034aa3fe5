import { type ReactNode, useMemo, useState } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import { formatDate } from '#core/domain/format.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { FundRow } from '#src/ui/fund-row.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { PanelBlocks } from '#src/ui/panel-blocks.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { CommonScale } from './common-scale.tsx';
import { FundsFoot } from './funds-foot.tsx';
import { Headline } from './headline.tsx';
import { type FundsFrame, RampPanel } from './ramp-panel.tsx';
import { useFundWords } from './words.ts';
import './funds.css';
import './funds-wall.css';

export type FundsViewProps = {
  board: Board;
  frame: FundsFrame;
  /** True where the picture is the last good copy: every panel says so by its top rule. */
  isCopy?: boolean;
  /** Fund that the ramp draws; null = the one the page's finding is about. */
  chosen?: Fund | null;
  /** Above the headline: the wall's own head. */
  head?: ReactNode;
  /** Choice of the fund, on a desk with several plans. */
  picker?: ReactNode;
  /** Link to the first date with data; null on walls. */
  emptyAction?: ReactNode;
  /** Right end of the foot. */
  foot?: ReactNode;
};

/** The fund that the page's finding is about: the worst of those behind schedule, else the first with a schedule. */
export function leadingFund(board: Board): Fund | null {
  const behind = board.exceptions.find((exception) => exception.kind === 'behind-schedule');
  return (
    board.funds.find((fund) => fund.id === behind?.ref) ??
    board.funds.find((fund) => fund.schedule !== null) ??
    null
  );
}

/** Funds shown at first and added at each press; a bureau has a handful. */
const STEP = 20;

/** The page of the funds, without any knowledge of where it is shown: the server paints it too. */
export function FundsView(props: FundsViewProps) {
  const {
    board,
    frame,
    isCopy = false,
    chosen = null,
    head = null,
    picker = null,
    emptyAction = null,
    foot = null,
  } = props;
  const w = useFundWords();
  const [most, setMost] = useState(STEP);
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const lead = leadingFund(board);
  const fund = chosen ?? lead;
  const mood = isCopy ? 'copy' : 'fresh';
  const look = frame === 'wall' ? 'rule' : 'card';
  const fresh = board.freshness.find((row) => row.section === 'funds');
  const subsidy = board.panels.find((panel) => panel.id === 'subsidy');
  const shown = board.funds.slice(0, most);
  const hidden = board.funds.length - shown.length;
  const unplanned = shown.filter((row) => row.planned === null);
  const codes = subsidy?.blocks.flatMap((block) => ('codes' in block ? block.codes : [])) ?? [];
  const isEmpty = fresh === undefined || fresh.on === null || board.funds.length === 0;
  return (
    <div className={`funds funds-${frame}${fund === null ? ' funds-no-ramp' : ''}`}>
      {head}
      <Headline
        board={board}
        fund={isEmpty ? null : fund}
        isEmpty={isEmpty}
        level={frame === 'wall' ? 'h2' : 'h1'}
      />
      {isEmpty ? (
        <div className="area-ramp">
          <EmptyState
            what={w.pageName}
            asOf={board.asOf}
            earliest={fresh?.earliest ?? null}
            action={emptyAction}
          />
        </div>
      ) : (
        <>
          {fund === null ? null : (
            <RampPanel board={board} fund={fund} frame={frame} mood={mood} picker={picker} />
          )}
          <Panel frame={look} mood={mood} area="bullets" title={w.bullets(board.funds.length)}>
            {shown.map((row) => (
              <div key={row.id} className="funds-row">
                <FundRow fund={row} />
                {row.outlook === null ? null : (
                  <p className="caption funds-outlook">{row.outlook.sentence}</p>
                )}
              </div>
            ))}
            {hidden === 0 ? null : frame === 'wall' ? (
              <p className="caption dim">{w.hidden(hidden)}</p>
            ) : (
              <button
                type="button"
                className="button"
                onClick={() => setMost((rows) => rows + STEP)}
              >
                {w.more(Math.min(STEP, hidden))}
              </button>
            )}
            {unplanned.length === 0 ? null : (
              <p className="caption dim">{w.noPlan(w.names(unplanned.map((row) => row.short)))}</p>
            )}
          </Panel>
          <Panel frame={look} mood={mood} area="scale" title={w.scale(shown.length)}>
            <CommonScale funds={shown} />
          </Panel>
          {frame === 'desk' ? null : (
            <Panel frame={look} mood={mood} area="sentences" title={w.sentences}>
              <ul className="funds-sentences">
                {shown.map((row) => (
                  <li key={row.id}>{row.sentence}</li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
      {subsidy === undefined || subsidy.asOf === null ? null : (
        <Panel
          frame={look}
          mood={mood}
          area="subsidy"
          title={subsidy.title}
          aside={formatDate(subsidy.asOf, board.lang)}
        >
          <PanelBlocks panel={subsidy} figures={figures} />
        </Panel>
      )}
      <FundsFoot board={board} codes={codes}>
        {foot}
      </FundsFoot>
    </div>
  );
}
