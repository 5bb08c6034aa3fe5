import type { PanelBlockView } from '#core/contract/board.ts';
import { speak } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Figure, type FigureIndex, MissingFigure } from './figure.tsx';
import { QuestionMarks } from './question-mark.tsx';
import { Squares } from './squares.tsx';
import { useUiWords } from './words.ts';

const COLUMNS = 26;
const STEP = 12;
/** Beyond this the dots are too small to stand for single things. */
const MAX_DOTS = 260;

/** Dots as zero-length strokes with round ends: one path for any number of them. */
function dotPath(from: number, to: number): string {
  let path = '';
  for (let i = from; i < to; i++) {
    path += `M${(i % COLUMNS) * STEP + 6} ${Math.floor(i / COLUMNS) * STEP + 6}h0`;
  }
  return path;
}

/** One dot per thing, the first `marked` of them singled out. */
export function Dots({ count, marked, name }: { count: number; marked: number; name: string }) {
  if (count < 1 || count > MAX_DOTS || !Number.isInteger(count)) return null;
  const rows = Math.ceil(count / COLUMNS);
  return (
    <svg
      className="dots"
      viewBox={`0 0 ${COLUMNS * STEP} ${rows * STEP}`}
      role="img"
      aria-label={name}
    >
      <path className="dot" d={dotPath(marked, count)} />
      <path className="dot-ring" d={dotPath(0, marked)} />
      <path className="dot-marked" d={dotPath(0, marked)} />
    </svg>
  );
}

export type PipelineProps = {
  block: Extract<PanelBlockView, { kind: 'pipeline' }>;
  figures: FigureIndex;
};

/** Talks and landed projects beside each other: not one cohort, so no funnel and no rate between them. */
export function Pipeline({ block, figures }: PipelineProps) {
  const w = useUiWords();
  const lang = useLanguage();
  const total = figures.get(block.total);
  const part = figures.get(block.part);
  const landed = figures.get(block.landed);
  const investment = figures.get(block.investment);
  return (
    <div className="pipeline">
      {total === undefined ? (
        <MissingFigure label={null} />
      ) : (
        <div className="pipeline-talks">
          <p className="caption">
            <Figure figure={total} size="m" /> {w.inTalks}{' '}
            {part === undefined ? w.notListed : <Figure figure={part} size="m" />} {w.intent}
            <QuestionMarks numbers={[...total.questions, ...(part?.questions ?? [])]} />
          </p>
          <Dots
            count={total.value}
            marked={part?.value ?? 0}
            name={w.pipelineName(
              speak(total, lang),
              part === undefined ? w.notListed : speak(part, lang),
            )}
          />
        </div>
      )}
      <div className="pipeline-landed">
        {landed === undefined ? (
          <MissingFigure label={w.landed} />
        ) : (
          <>
            <p className="caption">
              <Figure figure={landed} size="m" /> {w.landed}
              <QuestionMarks numbers={landed.questions} />
            </p>
            <Squares count={landed.value} look="filled" />
          </>
        )}
        {investment === undefined ? null : (
          <p className="caption">
            {w.investment} <Figure figure={investment} size="s" />
            <QuestionMarks numbers={investment.questions} />
          </p>
        )}
      </div>
    </div>
  );
}
