/** Slides drawn from the boards' own parts: funds and platforms. */

import { type PlatformStage, platformStages } from '#core/contract/lists.ts';
import type { Slide } from '#core/contract/slide.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import { FundRow } from '#src/ui/fund-row.tsx';
import { FundVerdict } from '#src/ui/fund-verdict.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { More, Part, PartHead } from './frame.tsx';

type BodyOf<K> = Extract<Slide['body'], { kind: K }>;

const FUNDS = 4;
const NAMES = 9;
/** Lines of names that a column has room for, each row with the space around it. */
const LINES = 17.5;
const AROUND = 0.6;
/** Letters (em) of a line, where there is one column. */
const WIDE = 60;

/** Names that fit below each other, at least one. */
function fitting(names: readonly string[], columns: number): number {
  let lines = 0;
  const all = names.slice(0, NAMES);
  const over = all.findIndex((name) => {
    lines += Math.ceil(roughWidth(name, 1) / (WIDE / columns)) + AROUND;
    return lines > LINES;
  });
  return over === -1 ? all.length : Math.max(1, over);
}

export function FundsSlide({ body }: { body: BodyOf<'funds'> }) {
  const shown = body.funds.slice(0, FUNDS);
  return (
    <div className={shown.length > 1 ? 'mt-columns mt-columns-2 mt-funds' : 'mt-whole'}>
      {shown.map((fund, index) => (
        <Part key={fund.id} index={index} className="mt-fund">
          {fund.planned === null ? null : <FundVerdict fund={fund} />}
          <FundRow fund={fund} />
          <p className="mt-small">{fund.outlook?.sentence ?? fund.sentence}</p>
        </Part>
      ))}
      <More count={body.funds.length - FUNDS} />
    </div>
  );
}

export function PlatformsSlide({ body }: { body: BodyOf<'platforms'> }) {
  const ui = useUiWords();
  const isKnown = (stage: string): stage is PlatformStage =>
    (platformStages as readonly string[]).includes(stage);
  const stages = body.stages.filter(({ stage, count }) => isKnown(stage) && count > 0);
  return (
    <div className={`mt-columns mt-columns-${Math.max(1, stages.length)}`}>
      {stages.map(({ stage, count }, index) => {
        const rows = body.register.filter((row) => row.stage === stage);
        const shown = fitting(
          rows.map((row) => row.name),
          stages.length,
        );
        return (
          <Part key={stage} index={index}>
            <PartHead title={isKnown(stage) ? ui.stage[stage] : stage}>
              <span className="digits">{count}</span>
            </PartHead>
            <ul className="mt-list">
              {rows.slice(0, shown).map((row) => (
                <li key={row.id} className="mt-figure">
                  <span>
                    {row.name}
                    <QuestionMarks numbers={row.questions} />
                  </span>
                </li>
              ))}
            </ul>
            <More count={count - shown} />
          </Part>
        );
      })}
    </div>
  );
}
