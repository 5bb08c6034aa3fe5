import { Fragment } from 'react';
import type { Panel, PanelBlockView } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Figure, FigureBlock, type FigureIndex, figureWhen, MissingFigure } from './figure.tsx';
import { Pipeline } from './pipeline.tsx';
import { QuestionMark } from './question-mark.tsx';
import { RatioNumber } from './ratio.tsx';
import { useUiWords } from './words.ts';

type BlockOf<K extends PanelBlockView['kind']> = Extract<PanelBlockView, { kind: K }>;
type BlockProps<K extends PanelBlockView['kind']> = {
  block: BlockOf<K>;
  figures: FigureIndex;
  panelAsOf: string | null;
};

function Numbers({ block, figures, panelAsOf }: BlockProps<'numbers'>) {
  return (
    <div className={block.divided ? 'numbers numbers-divided' : 'numbers'}>
      {block.codes.map((code) => {
        const figure = figures.get(code);
        return figure === undefined ? (
          <MissingFigure key={code} label={null} />
        ) : (
          <FigureBlock key={code} figure={figure} size={block.size} panelAsOf={panelAsOf} />
        );
      })}
    </div>
  );
}

/** Different units in a row, with thin arrows: no bands, whose widths would claim a common measure. */
function Flow({ block, figures, panelAsOf }: BlockProps<'flow'>) {
  const lang = useLanguage();
  const dates = new Set(block.codes.flatMap((code) => figures.get(code)?.asOf ?? []));
  const [date] = dates;
  const isDated = dates.size === 1 && date !== undefined;
  return (
    <div className="flow-block">
      <p className="caption">
        {block.title}
        {isDated && date !== panelAsOf ? <span> {formatDate(date, lang)}</span> : null}
      </p>
      <div className="flow">
        {block.codes.map((code, i) => {
          const figure = figures.get(code);
          return (
            <Fragment key={code}>
              {i === 0 ? null : <span className="flow-arrow" aria-hidden="true" />}
              {figure === undefined ? (
                <MissingFigure label={null} />
              ) : (
                <FigureBlock figure={figure} size="m" panelAsOf={panelAsOf} isDated={isDated} />
              )}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

/** Statements that must not be added to each other: side by side, a rule between. */
function Apart({ block, figures, panelAsOf }: BlockProps<'apart'>) {
  const w = useUiWords();
  const lang = useLanguage();
  return (
    <div className="caption">
      <p>
        {block.title}
        <QuestionMark number={block.question} />
      </p>
      <p className="apart">
        {block.statements.map((codes) => {
          const known = codes.flatMap((code) => figures.get(code) ?? []);
          const when = known[0] === undefined ? null : figureWhen(known[0], panelAsOf, lang, w);
          return (
            <span key={codes.join()} className="apart-statement">
              {known.map((figure) => (
                <Figure key={figure.code} figure={figure} size="t" />
              ))}
              {when === null ? null : <span>{when}</span>}
            </span>
          );
        })}
      </p>
    </div>
  );
}

function Ratio({ block, figures }: Pick<BlockProps<'ratio'>, 'block' | 'figures'>) {
  return (
    <div className="figure-block">
      <RatioNumber block={block} figures={figures} size="m" />
      <span className="caption">{block.label}</span>
    </div>
  );
}

function Block(props: BlockProps<PanelBlockView['kind']>) {
  const { block, ...rest } = props;
  switch (block.kind) {
    case 'numbers':
      return <Numbers block={block} {...rest} />;
    case 'flow':
      return <Flow block={block} {...rest} />;
    case 'apart':
      return <Apart block={block} {...rest} />;
    case 'pipeline':
      return <Pipeline block={block} figures={rest.figures} />;
    case 'ratio':
      return <Ratio block={block} figures={rest.figures} />;
    default:
      return block satisfies never;
  }
}

const isSmall = (block: PanelBlockView): boolean =>
  block.kind === 'ratio' || (block.kind === 'numbers' && block.size === 'm' && !block.divided);

/** Ratios and secondary numbers that follow each other share a row. */
function rows(blocks: readonly PanelBlockView[]): PanelBlockView[][] {
  const result: PanelBlockView[][] = [];
  for (const block of blocks) {
    const last = result[result.length - 1];
    if (isSmall(block) && last?.every(isSmall)) last.push(block);
    else result.push([block]);
  }
  return result;
}

export type PanelBlocksProps = { panel: Panel; figures: FigureIndex };

/** The rows of a panel, as its record lays them out. */
export function PanelBlocks({ panel, figures }: PanelBlocksProps) {
  return (
    <div className="panel-blocks">
      {rows(panel.blocks).map((row) => (
        <div key={JSON.stringify(row)} className="panel-row">
          {row.map((block) => (
            <Block
              key={JSON.stringify(block)}
              block={block}
              figures={figures}
              panelAsOf={panel.asOf}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
