import { useMemo } from 'react';
import type { Passport } from '#core/contract/indicator.ts';
import { Chart } from '#src/charts/chart.tsx';
import type { ChartContext } from '#src/charts/option.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { TimelineLink } from '#src/ui/timeline-link.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { historyOf } from './history.ts';
import { historyOption } from './history-option.ts';
import { historyNote, historySentence, historyTable } from './history-text.ts';
import { usePassportWords } from './words.ts';

/** The history of one figure, drawn and said. */
export function HistoryPart({ passport, figures }: { passport: Passport; figures: FigureIndex }) {
  const w = usePassportWords();
  const ui = useUiWords();
  const { lang, money } = useNumbers();
  const drawn = useMemo(() => {
    const history = historyOf(passport, figures);
    const ask = { history, lang, money, w, mark: ui.mark };
    const sourceTitle = (id: string | null) =>
      passport.sources.find((row) => row.id === id)?.title ?? w.noSource;
    return {
      history,
      sentence: historySentence(ask),
      table: historyTable({ ...ask, sourceTitle }),
      build: (context: ChartContext) => historyOption(ask, context),
    };
  }, [passport, figures, lang, money, w, ui]);
  const { history, sentence, table, build } = drawn;
  return (
    <DrawerPart title={w.history} note={historyNote({ history, w })} className="passport-history">
      <p>{sentence}</p>
      {history.points.length === 0 ? null : (
        <Chart
          build={build}
          ariaLabel={w.historyLabel(passport.indicator.name)}
          sentence={sentence}
          table={table}
          fileName={w.table.file(passport.indicator.code, passport.asOf)}
          tools
          ground="surface"
        />
      )}
      {history.others.length === 0 ? null : <p className="caption dim">{w.otherKey}</p>}
      <p>
        <TimelineLink subject={`indicator:${passport.indicator.code}`} />
      </p>
    </DrawerPart>
  );
}
