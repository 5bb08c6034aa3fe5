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
import { CreditPanel } from './credit-panel.tsx';
import { moneyOf } from './money.ts';
import { moneyOption } from './money-option.ts';
import {
  allMoney,
  elsewhereSentence,
  moneySentence,
  moneyTable,
  moneyTitle,
} from './money-text.ts';
import { useFinanceWords } from './words.ts';
import './finance.css';

/** What a wall has room for beside the panel's own figures; a desk scrolls. */
const WALL_REST = 5;

export type FinanceViewProps = {
  board: Board;
  frame: BoardFrame;
  /** True where the picture is the last good copy: every panel says so by its top rule. */
  isCopy: boolean;
  /** Link to the first date with data; null on walls. */
  emptyAction?: ReactNode;
  foot?: ReactNode;
};

/** The board of finance and projects: amounts on one scale, the two credit statements apart, projects by themselves. */
export function FinanceView(props: FinanceViewProps) {
  const { board, frame, isCopy, emptyAction = null, foot = null } = props;
  const w = useFinanceWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const drawn = useMemo(() => {
    const money = moneyOf(board);
    const drawing = { money, lang: board.lang, words: w };
    return {
      money,
      title: moneyTitle(money, board.lang, w),
      sentence: moneySentence(money, board.lang, w),
      elsewhere: elsewhereSentence(money, board.lang, w),
      table: moneyTable(money, board.lang, w),
      build: (context: ChartContext) => moneyOption(drawing, context),
    };
  }, [board, w]);

  const panel = board.panels.find((row) => row.id === 'finance');
  const blocks = (kind: 'numbers' | 'pipeline') => ({
    blocks: panel?.blocks.filter((block) => block.kind === kind) ?? [],
  });
  const finance = board.figures.filter((figure) => figure.theme === 'finance');
  const projects = board.figures.filter((figure) => figure.theme === 'project');
  const own = [...finance, ...projects];
  const apart = drawn.money.apart;
  const kept = new Set([
    ...panelCodes(blocks('numbers')),
    ...panelCodes(blocks('pipeline')),
    ...panelCodes({ blocks: apart.map((row) => row.block) }),
  ]);
  const restOf = (list: typeof own) => list.filter((figure) => !kept.has(figure.code));
  const rest = restOf(finance);
  const shownRest = frame === 'wall' ? rest.slice(0, WALL_REST) : rest;
  const restProjects = restOf(projects);
  const told = new Set(apart.map((row) => row.block.question));
  const questions = questionsOn(board.questions, own).filter((row) => !told.has(row.number));
  const projectsOn = projects.map((figure) => figure.asOf).sort()[0];
  const earliest = (section: 'finance' | 'projects') =>
    board.freshness.find((row) => row.section === section)?.earliest ?? null;
  const look = {
    frame: frame === 'wall' ? 'rule' : 'card',
    mood: isCopy ? 'copy' : 'fresh',
  } as const;
  return (
    <ThemeBoard
      board={board}
      frame={frame}
      name="finance"
      finding={board.findings.finance}
      section="finance"
      figures={own}
      foot={foot}
    >
      {finance.length === 0 ? (
        <div className="area-empty">
          <EmptyState
            what={w.finance}
            asOf={board.asOf}
            earliest={earliest('finance')}
            action={emptyAction}
          />
        </div>
      ) : (
        <>
          {allMoney(drawn.money).length === 0 ? null : (
            <Panel {...look} area="money" title={drawn.title}>
              <Chart
                build={drawn.build}
                ariaLabel={w.money.name}
                sentence={drawn.sentence}
                table={drawn.table}
                fileName={w.money.table.file(board.asOf)}
                tools={frame === 'desk'}
                ground={frame === 'desk' ? 'surface' : 'bg'}
              />
              <p className="caption">{w.money.key}</p>
              {drawn.elsewhere === null ? null : <p className="caption">{drawn.elsewhere}</p>}
            </Panel>
          )}
          {apart.map(({ block }) => (
            <CreditPanel
              key={block.question}
              {...look}
              board={board}
              block={block}
              figures={figures}
            />
          ))}
          <Panel
            {...look}
            area="numbers"
            title={w.finance}
            aside={panel?.asOf == null ? null : w.mostly(formatDate(panel.asOf, board.lang))}
          >
            {panel === undefined ? null : (
              <PanelBlocks panel={{ ...panel, ...blocks('numbers') }} figures={figures} />
            )}
            <FigureList figures={shownRest} />
            {shownRest.length === rest.length ? null : (
              <p className="caption">{w.more(rest.length - shownRest.length)}</p>
            )}
          </Panel>
        </>
      )}
      <Panel
        {...look}
        area="projects"
        title={w.projects}
        aside={projectsOn === undefined ? null : w.mostly(formatDate(projectsOn, board.lang))}
      >
        {projects.length === 0 ? (
          <EmptyState
            what={w.projects}
            asOf={board.asOf}
            earliest={earliest('projects')}
            action={null}
          />
        ) : (
          <>
            {panel === undefined ? null : (
              <PanelBlocks panel={{ ...panel, ...blocks('pipeline') }} figures={figures} />
            )}
            {restProjects.length === 0 ? null : <FigureList figures={restProjects} />}
          </>
        )}
      </Panel>
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
