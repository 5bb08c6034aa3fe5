/** What became different since the last meeting, and where nobody has said anything since. */
import type { Slide } from '#core/contract/slide.ts';
import { type FormattedNumber, formatMeasured, oneDecimal } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { FundRow } from '#src/ui/fund-row.tsx';
import { FundVerdict } from '#src/ui/fund-verdict.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Num } from '#src/ui/num.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { fitting, MORE, roughHeight } from './fit-rows.ts';
import { More, Part, PartHead } from './frame.tsx';
import { usePresentWords } from './words.ts';

type Body = Extract<Slide['body'], { kind: 'changes' }>;
type Figure = Body['figures'][number];
type Cell = NonNullable<Figure['after']>;

/** Rows of each part that are read from a distance. */
const ROWS = { milestones: 5, registered: 9, figures: 4, silent: 3 };
/** Room for the rows of each part, in rem, below its head and above what follows; the third part is shared. */
const ROOM = { milestones: 36, registered: 43.5, shared: 34, fund: 18 };

function partsOf(cell: Cell, lang: 'zh' | 'en'): FormattedNumber {
  if (cell.of !== null) return { qualifier: '', number: `${cell.value}/${cell.of}`, unit: '' };
  if (cell.unit === null) return { qualifier: '', number: String(cell.value), unit: '' };
  const parts = formatMeasured({ ...cell, unit: cell.unit }, lang);
  return cell.unit === '%' ? { ...parts, number: oneDecimal(cell.value) } : parts;
}

const spoken = ({ qualifier, number, unit }: FormattedNumber): string =>
  [qualifier, unit === '%' ? `${number}%` : `${number} ${unit}`].join(' ').trim();

function FigureLine({ row }: { row: Figure }) {
  const ui = useUiWords();
  const lang = useLanguage();
  const after = row.after === null ? null : partsOf(row.after, lang);
  return (
    <li className="mt-figure">
      <span>
        {row.label}
        <QuestionMarks numbers={row.questions} />
      </span>
      <span className="nowrap">
        {row.before === null ? null : (
          <>
            <Num parts={partsOf(row.before, lang)} size="t" code={null} /> →{' '}
          </>
        )}
        {after === null ? null : (
          <Num
            parts={after}
            size="t"
            code={row.code}
            openName={ui.openFigure(`${row.label} ${spoken(after)}`)}
          />
        )}
      </span>
    </li>
  );
}

const ticksText = ({ done, total }: { done: number; total: number }): string => `${done}/${total}`;

function Pair({ label, pair }: { label: string; pair: Body['ticked'] }) {
  const w = usePresentWords();
  return (
    <p className="mt-pair">
      {label}
      <b className="digits">
        {pair.before === null ? null : <span className="mt-before">{pair.before} → </span>}
        {pair.after}
        {pair.of === null ? null : <small>{w.of(pair.of)}</small>}
      </b>
    </p>
  );
}

export type ChangesSlideProps = {
  body: Body;
  /** The fund whose standing is drawn where no new figure came; null = none is. */
  fund: Extract<Slide['body'], { kind: 'funds' }>['funds'][number] | null;
};

export function ChangesSlide({ body, fund }: ChangesSlideProps) {
  const w = usePresentWords();
  const ui = useUiWords();
  const fresh = body.figures.filter(
    ({ state }) => state !== 'no-new-figure' && state !== 'unchanged',
  );
  const drawn = fresh.length > 2 ? null : fund;
  const milestoneHeight = (row: Body['milestones'][number]): number =>
    roughHeight(`${row.short}${row.title}`, 1.75, 31) + roughHeight(row.detail, 1.5, 27) + 0.9;
  const figureHeight = (row: Figure): number => roughHeight(row.label, 1.75, 27) + 1.2;
  const silentHeight = ({ text, detail }: Body['silent'][number]): number =>
    roughHeight(`${text}${detail ?? ''}`, 1.5, 33) + 1.2;
  const first = body.silent.slice(0, 2).reduce((sum, row) => sum + silentHeight(row), 0);
  const room = ROOM.shared - (drawn === null ? 0 : ROOM.fund);
  const figures = fitting(fresh, ROWS.figures, room - first, figureHeight);
  const left = fresh.slice(0, figures).reduce((sum, row) => sum - figureHeight(row), room);
  const count = {
    milestones: fitting(body.milestones, ROWS.milestones, ROOM.milestones, milestoneHeight, MORE),
    registered: fitting(
      body.registered,
      ROWS.registered,
      ROOM.registered,
      (row) => roughHeight(row.short, 1.625, 22) + 0.8,
      MORE,
    ),
    figures,
    silent: fitting(body.silent, ROWS.silent, left, silentHeight),
  };
  return (
    <div className="mt-columns mt-columns-3">
      <Part index={0}>
        <PartHead title={w.milestoneChanges}>
          <span className="digits">{body.milestonesTotal}</span>
        </PartHead>
        <ul className="mt-list mt-list-airy">
          {body.milestones.slice(0, count.milestones).map((row) => (
            <li key={`${row.task} ${row.title}`}>
              <LightIcon state={row.light} />
              <span>
                {row.short}
                {ui.colon}
                {row.title}
                <small>
                  {[
                    row.detail,
                    ...(row.after.total === 0
                      ? []
                      : [
                          w.ticks(
                            row.before === null ? null : ticksText(row.before),
                            ticksText(row.after),
                          ),
                        ]),
                  ].join(' · ')}
                </small>
              </span>
            </li>
          ))}
        </ul>
        <More count={body.milestonesTotal - count.milestones} />
        <div className="mt-pairs">
          <Pair label={w.tickedMilestones} pair={body.ticked} />
          <Pair label={w.unreportedTasks} pair={body.unreported} />
        </div>
      </Part>
      <Part index={1}>
        <PartHead title={w.registered}>
          <span className="digits">{body.registeredTotal}</span>
        </PartHead>
        {body.registered.length === 0 ? <p className="mt-small">{w.noneRegistered}</p> : null}
        <ul className="mt-list mt-list-even">
          {body.registered.slice(0, count.registered).map((row) => (
            <li key={row.task}>
              <LightIcon state={row.light} />
              <span>{row.short}</span>
              <small>{row.word}</small>
            </li>
          ))}
        </ul>
        <More count={body.registeredTotal - count.registered} />
      </Part>
      <Part index={2}>
        {fresh.length === 0 ? null : (
          <>
            <PartHead title={w.newFigures}>
              <span className="digits">{fresh.length}</span>
            </PartHead>
            <ul className="mt-list">
              {fresh.slice(0, count.figures).map((row) => (
                <FigureLine key={`${row.code} ${row.label}`} row={row} />
              ))}
            </ul>
            <More count={fresh.length - count.figures} />
          </>
        )}
        <PartHead title={w.noNewFigures} />
        {drawn === null ? null : (
          <div className="mt-fund">
            <FundVerdict fund={drawn} />
            <FundRow fund={drawn} />
          </div>
        )}
        <ul className="mt-list mt-list-low">
          {body.silent.slice(0, count.silent).map((row) => (
            <li key={row.text}>
              {row.light === null ? (
                <span aria-hidden="true">—</span>
              ) : (
                <LightIcon state={row.light} />
              )}
              <span>
                {row.text}
                {row.detail === null ? null : <small>{row.detail}</small>}
              </span>
            </li>
          ))}
        </ul>
        <More count={body.silent.length - count.silent} />
      </Part>
    </div>
  );
}
