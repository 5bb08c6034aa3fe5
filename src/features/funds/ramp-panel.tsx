import { type ReactNode, useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import { calendarYear } from '#core/domain/dates.ts';
import { formatPeriod } from '#core/domain/format.ts';
import { Chart } from '#src/charts/chart.tsx';
import type { ChartContext } from '#src/charts/option.ts';
import { useMoneyStyle } from '#src/lib/reader.ts';
import { Panel, type PanelMood } from '#src/ui/panel.tsx';
import { useFundWords } from './words.ts';
import { yearRamp } from './year-ramp.ts';
import { yearRampOption } from './year-ramp-option.ts';
import { yearRampTable } from './year-ramp-table.ts';
import { rampText } from './year-ramp-text.ts';

/** Where the page hangs: a wall has no pointer. */
export type FundsFrame = 'wall' | 'desk';

export type RampPanelProps = {
  board: Board;
  fund: Fund;
  frame: FundsFrame;
  mood: PanelMood;
  picker: ReactNode;
};

/** One fund against its schedule, day by day; a sentence instead where there is nothing to draw. */
export function RampPanel({ board, fund, frame, mood, picker }: RampPanelProps) {
  const w = useFundWords();
  const money = useMoneyStyle();
  const drawn = useMemo(() => {
    const ramp = yearRamp(fund, board.asOf);
    if (typeof ramp === 'string') return ramp;
    const text = rampText(fund, ramp, board, w, money);
    return {
      ramp,
      text,
      table: yearRampTable(fund, ramp, board.lang, w, money),
      build: (context: ChartContext) => yearRampOption(ramp, text, context),
    };
  }, [board, fund, w, money]);

  const look = {
    frame: frame === 'wall' ? 'rule' : 'card',
    area: 'ramp',
    mood,
    aside: picker,
  } as const;
  if (typeof drawn === 'string') {
    const reason = drawn === 'no-plan' ? w.ramp.noPlan(fund.name) : w.ramp.noFigure(fund.name);
    return (
      <Panel {...look} title={w.ramp.titleOther}>
        <p className="muted">{reason}</p>
      </Panel>
    );
  }
  const { ramp, text, table, build } = drawn;
  const period = formatPeriod(ramp.period, board.lang);
  return (
    <Panel {...look} title={calendarYear(ramp.period) === null ? w.ramp.titleOther : w.ramp.title}>
      <Chart
        build={build}
        ariaLabel={w.ramp.label(fund.name, period)}
        sentence={fund.sentence}
        table={table}
        fileName={w.table.file(fund.short, board.asOf)}
        tools={frame === 'desk'}
        ground={frame === 'desk' ? 'surface' : 'bg'}
      />
      {/* What a narrow drawing has no room for. */}
      <ul className="ramp-notes">
        <li>{text.when.join(text.separator)}</li>
        <li>{[text.asked, text.silent].filter((words) => words !== null).join(text.separator)}</li>
        {text.rest === null ? null : (
          <li>{`${text.rest.words} ${text.rest.number} ${text.rest.unit}`}</li>
        )}
      </ul>
    </Panel>
  );
}
