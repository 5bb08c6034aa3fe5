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

/** The figures of a pipeline that are on record, oldest first. */
function figuresOf(block: ReturnType<typeof pipelineOf>, figures: FigureIndex) {
  if (block === null) return [];
  return [block.total, block.part, block.landed, block.investment]
    .flatMap((code) => figures.get(code) ?? [])
    .sort((a, b) => b.ageDays - a.ageDays);
}

export function ProjectsCard({ board, figures }: { board: Board; figures: FigureIndex }) {
  const w = useOverviewWords();
  const fresh = board.freshness.find((row) => row.section === 'projects');
  const block = pipelineOf(board.panels);
  // The card shows part of its section's figures: the date beside it is of these, and of the oldest of them.
  const oldest = figuresOf(block, figures)[0];
  if (oldest === undefined) {
    return (
      <Panel frame="card" title={w.projects} area="desk-projects">
        {block === null ? (
          <p className="dim">{w.noPipeline}</p>
        ) : (
          <EmptyPanel what={w.projects} asOf={board.asOf} earliest={fresh?.earliest ?? null} />
        )}
      </Panel>
    );
  }
  return (
    <Panel
      frame="card"
      title={w.projects}
      aside={<AsOf on={oldest.asOf} ageDays={oldest.ageDays} page={board.asOf} />}
      area="desk-projects"
    >
      {block === null ? null : <Pipeline block={block} figures={figures} />}
    </Panel>
  );
}
