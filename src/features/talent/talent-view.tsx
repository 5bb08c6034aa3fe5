import { type ReactNode, useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { Chart } from '#src/charts/chart.tsx';
import type { ChartContext } from '#src/charts/option.ts';
import { panelCodes } from '#src/lib/panel-codes.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { FigureList } from '#src/ui/figure-list.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { PanelBlocks } from '#src/ui/panel-blocks.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { QuestionCards, questionsOn } from '#src/ui/question-cards.tsx';
import { SourceGroups } from '#src/ui/source-groups.tsx';
import { type BoardFrame, ThemeBoard } from '#src/ui/theme-board.tsx';
import { spansOf } from './spans.ts';
import { spansOption } from './spans-option.ts';
import { spansSentence, spansTable, spansTitle } from './spans-text.ts';
import { useTalentWords } from './words.ts';
import './talent.css';

/** What a wall has room for beside the panel's own figures; a desk scrolls. */
const WALL_REST = 6;

export type TalentViewProps = {
  board: Board;
  frame: BoardFrame;
  /** True where the picture is the last good copy: every panel says so by its top rule. */
  isCopy: boolean;
  /** Link to the first date with data; null on walls. */
  emptyAction?: ReactNode;
  /** Link to the page of the funds; null on walls. */
  fundsLink?: ReactNode;
  foot?: ReactNode;
};

/** The board of talent: which years each figure speaks of, the figures themselves, and what is open about them. */
export function TalentView(props: TalentViewProps) {
  const { board, frame, isCopy, emptyAction = null, fundsLink = null, foot = null } = props;
  const w = useTalentWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const drawn = useMemo(() => {
    const spans = spansOf(board.figures.filter((figure) => figure.theme === 'talent'));
    const drawing = { spans, asOf: board.asOf, lang: board.lang, words: w };
    return {
      spans,
      sentence: spansSentence(spans, board.lang, w),
      table: spansTable(spans, board.lang, w),
      build: (context: ChartContext) => spansOption(drawing, context),
    };
  }, [board, w]);
  const panel = board.panels.find((row) => row.id === 'talent');
  const subsidy = board.panels.find((row) => row.id === 'subsidy');
  const inPanel = new Set(panelCodes(panel));
  const own = drawn.spans.map((span) => span.figure);
  const rest = own.filter((figure) => !inPanel.has(figure.code));
  const shownRest = frame === 'wall' ? rest.slice(0, WALL_REST) : rest;
  const noted = own.filter((figure) => inPanel.has(figure.code) && figure.note !== null);
  const subsidies = panelCodes(subsidy).flatMap((code) => figures.get(code) ?? []);
  const questions = questionsOn(board.questions, own);
  const look = {
    frame: frame === 'wall' ? 'rule' : 'card',
    mood: isCopy ? 'copy' : 'fresh',
  } as const;
  return (
    <ThemeBoard
      board={board}
      frame={frame}
      name="talent"
      finding={board.findings.talent}
      section="talent"
      figures={[...own, ...subsidies]}
      foot={foot}
    >
      {own.length === 0 ? (
        <div className="area-empty">
          <EmptyState
            what={w.pageName}
            asOf={board.asOf}
            earliest={board.freshness.find((row) => row.section === 'talent')?.earliest ?? null}
            action={emptyAction}
          />
        </div>
      ) : (
        <>
          <Panel {...look} area="spans" title={spansTitle(drawn.spans, w)}>
            <Chart
              build={drawn.build}
              ariaLabel={w.spans.name}
              sentence={drawn.sentence}
              table={drawn.table}
              fileName={w.spans.table.file(board.asOf)}
              tools={frame === 'desk'}
              ground={frame === 'desk' ? 'surface' : 'bg'}
            />
            <p className="caption">{w.spans.key}</p>
          </Panel>
          {panel === undefined ? null : (
            <Panel
              {...look}
              area="numbers"
              title={panel.title}
              aside={panel.asOf === null ? null : w.mostly(formatDate(panel.asOf, board.lang))}
            >
              <PanelBlocks panel={panel} figures={figures} />
              {noted.length === 0 ? null : (
                <ul className="talent-notes caption">
                  {noted.map((figure) => (
                    <li
                      key={figure.code}
                      className={figure.questions.length > 0 ? 'talent-note-open' : undefined}
                    >
                      {w.note(figure.short, figure.note ?? '')}
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          )}
          {rest.length === 0 ? null : (
            <Panel {...look} area="rest" title={w.rest}>
              <FigureList figures={shownRest} />
              {shownRest.length === rest.length ? null : (
                <p className="caption">{w.more(rest.length - shownRest.length)}</p>
              )}
            </Panel>
          )}
        </>
      )}
      {subsidy === undefined || subsidies.length === 0 ? null : (
        <Panel
          {...look}
          area="subsidy"
          title={subsidy.title}
          aside={fundsLink ?? (subsidy.asOf === null ? null : formatDate(subsidy.asOf, board.lang))}
        >
          <PanelBlocks panel={subsidy} figures={figures} />
        </Panel>
      )}
      {own.length === 0 ? null : (
        <Panel {...look} area="sources" title={w.sources}>
          <SourceGroups sources={board.sources} figures={own} />
        </Panel>
      )}
      {questions.length === 0 ? null : (
        <Panel {...look} area="questions" title={w.questions(questions.length)}>
          <QuestionCards questions={questions} />
        </Panel>
      )}
    </ThemeBoard>
  );
}
