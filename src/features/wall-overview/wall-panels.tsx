import type { Board, Panel as PanelData } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import type { Section } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { AsOf } from '#src/ui/as-of.tsx';
import { FigureBlock, type FigureIndex } from '#src/ui/figure.tsx';
import { FundRow } from '#src/ui/fund-row.tsx';
import { FundVerdict } from '#src/ui/fund-verdict.tsx';
import { House } from '#src/ui/house.tsx';
import { LightKey } from '#src/ui/light-key.tsx';
import { Panel, type PanelMood } from '#src/ui/panel.tsx';
import { PanelBlocks } from '#src/ui/panel-blocks.tsx';
import { EmptyState } from '#src/ui/panel-state.tsx';
import { periodWords } from '#src/ui/period-words.ts';
import { matrixPeriods, PlatformMatrix } from '#src/ui/platform-matrix.tsx';
import { StageRegister } from '#src/ui/stage-register.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { useWallWords } from './words.ts';

export type WallPanelProps = { board: Board; figures: FigureIndex; isCopy: boolean };

/** Room below the finding, in plain bars; a bullet with its plan is taller. */
const ROOM = 4;
const heightOf = (fund: Fund): number => (fund.planned === null ? 1 : 1.7);

function fitting(funds: readonly Fund[]): readonly Fund[] {
  let used = 0;
  return funds.filter((fund) => {
    used += heightOf(fund);
    return used <= ROOM;
  });
}

const freshnessOf = (board: Board, section: Section) =>
  board.freshness.find((entry) => entry.section === section) ?? null;

/** No figure of the section is on record by the page's date. */
const isSilent = (board: Board, section: Section): boolean =>
  (freshnessOf(board, section)?.on ?? null) === null;

function moodOf(board: Board, section: Section, isCopy: boolean): PanelMood {
  if (isCopy) return 'copy';
  const fresh = freshnessOf(board, section);
  return (fresh?.ageDays ?? 0) > 0 || fresh?.late ? 'older' : 'fresh';
}

function SectionAsOf({ board, section }: { board: Board; section: Section }) {
  const fresh = freshnessOf(board, section);
  if (fresh === null || fresh.on === null || fresh.ageDays === null) return null;
  return (
    <AsOf
      on={fresh.on}
      ageDays={fresh.ageDays}
      lateSince={fresh.late?.since ?? null}
      page={board.asOf}
    />
  );
}

function Nothing({ board, section, what }: { board: Board; section: Section; what: string }) {
  const earliest = freshnessOf(board, section)?.earliest ?? null;
  return <EmptyState what={what} asOf={board.asOf} earliest={earliest} action={null} />;
}

export function HousePanel({ board, figures, isCopy }: WallPanelProps) {
  const w = useWallWords();
  return (
    <Panel
      frame="rule"
      area="house"
      mood={moodOf(board, 'tasks', isCopy)}
      title={w.tasks(board.taskSummary.total)}
      aside={board.tasks.length === 0 ? null : <LightKey lights={board.lights} />}
    >
      {board.tasks.length === 0 ? (
        <Nothing board={board} section="tasks" what={w.tasksWhat} />
      ) : (
        <House board={board} figures={figures} />
      )}
    </Panel>
  );
}

export function FundsPanel({ board, isCopy }: Omit<WallPanelProps, 'figures'>) {
  const w = useWallWords();
  const behind = board.exceptions.find((exception) => exception.kind === 'behind-schedule');
  const leading =
    board.funds.find((fund) => fund.id === behind?.ref) ??
    board.funds.find((fund) => fund.schedule !== null) ??
    board.funds.find((fund) => fund.share !== null);
  const shown = fitting(board.funds);
  const hidden = board.funds.length - shown.length;
  return (
    <Panel
      frame="rule"
      area="fund"
      mood={moodOf(board, 'funds', isCopy)}
      title={w.funds}
      aside={<SectionAsOf board={board} section="funds" />}
    >
      {isSilent(board, 'funds') || board.funds.length === 0 ? (
        <Nothing board={board} section="funds" what={w.funds} />
      ) : (
        <>
          {leading === undefined ? null : <FundVerdict fund={leading} />}
          {shown.map((fund) => (
            <FundRow key={fund.id} fund={fund} />
          ))}
          {hidden > 0 ? <p className="caption">{w.moreFunds(hidden)}</p> : null}
        </>
      )}
    </Panel>
  );
}

export function PlatformsPanel({ board, figures, isCopy }: WallPanelProps) {
  const w = useWallWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const { matrix, register } = board.platforms;
  const { added, total } = matrixPeriods(matrix, figures);
  const major = board.panels.find((panel) => panel.id === 'major');
  const codes =
    major?.blocks.flatMap((block) => (block.kind === 'numbers' ? block.codes : [])) ?? [];
  return (
    <Panel
      frame="rule"
      area="plat"
      mood={moodOf(board, 'platforms', isCopy)}
      title={w.platforms}
      aside={
        added === null || total === null ? (
          <SectionAsOf board={board} section="platforms" />
        ) : (
          w.notAdded(periodWords(added, lang, ui), periodWords(total, lang, ui))
        )
      }
    >
      {isSilent(board, 'platforms') && register.length === 0 ? (
        <Nothing board={board} section="platforms" what={w.platforms} />
      ) : (
        <>
          <PlatformMatrix cells={matrix} figures={figures} />
          <div className="stages">
            {codes.map((code) => {
              const figure = figures.get(code);
              return figure === undefined ? null : (
                <FigureBlock key={code} figure={figure} size="m" panelAsOf={major?.asOf ?? null} />
              );
            })}
            <div className="stages-register">
              <p className="caption">{w.byStage(register.length)}</p>
              <StageRegister platforms={board.platforms} />
            </div>
          </div>
        </>
      )}
    </Panel>
  );
}

const panelSection: Partial<Record<PanelData['id'], Section>> = {
  talent: 'talent',
  finance: 'finance',
  governance: 'governance',
};

export type BlocksPanelProps = WallPanelProps & { id: PanelData['id']; area: string };

/** A panel whose rows are laid out by its own record; nothing where the workspace has no such panel. */
export function BlocksPanel({ board, figures, isCopy, id, area }: BlocksPanelProps) {
  const ui = useUiWords();
  const lang = useLanguage();
  const panel = board.panels.find((candidate) => candidate.id === id);
  const section = panelSection[id];
  if (panel === undefined || section === undefined) return null;
  const date = panel.asOf === null ? null : ui.restAsOf(formatDate(panel.asOf, lang, board.asOf));
  return (
    <Panel
      frame="rule"
      area={area}
      mood={moodOf(board, section, isCopy)}
      title={panel.title}
      aside={panel.note ?? date}
    >
      {panel.asOf === null ? (
        <Nothing board={board} section={section} what={panel.title} />
      ) : (
        <PanelBlocks panel={panel} figures={figures} />
      )}
    </Panel>
  );
}
