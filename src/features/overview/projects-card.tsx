import type { Board } from '#core/contract/board.ts';
import { AsOf } from '#src/ui/as-of.tsx';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { Pipeline } from '#src/ui/pipeline.tsx';
import { EmptyPanel } from './empty-panel.tsx';
import { useOverviewWords } from './words.ts';

/** The first pipeline that a panel of the board lays out. */
const pipelineOf = (panels: Board['panels']) =>
  panels.flatMap((panel) => panel.blocks).find((block) => block.kind === 'pipeline') ?? null;

export function ProjectsCard({ board, figures }: { board: Board; figures: FigureIndex }) {
  const w = useOverviewWords();
  const fresh = board.freshness.find((row) => row.section === 'projects');
  const block = pipelineOf(board.panels);
  if (fresh === undefined || fresh.on === null) {
    return (
      <Panel frame="card" title={w.projects} area="desk-projects">
        <EmptyPanel what={w.projects} asOf={board.asOf} earliest={fresh?.earliest ?? null} />
      </Panel>
    );
  }
  return (
    <Panel
      frame="card"
      title={w.projects}
      aside={<AsOf on={fresh.on} ageDays={fresh.ageDays ?? 0} page={board.asOf} />}
      area="desk-projects"
    >
      {block === null ? <p className="dim">{w.noPipeline}</p> : <Pipeline block={block} figures={figures} />}
    </Panel>
  );
}
