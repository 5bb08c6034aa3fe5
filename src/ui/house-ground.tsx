import type { Panel, PanelBlockView } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';
import { Brick } from './brick.tsx';
import { Figure, type FigureIndex } from './figure.tsx';
import type { Ground, Group, Placed } from './house-layout.ts';
import { QuestionMarks } from './question-mark.tsx';
import { RatioNumber } from './ratio.tsx';
import { useUiWords } from './words.ts';

/** Codes of the panel's rows of numbers. */
const codesOf = (panel: Panel): string[] =>
  panel.blocks.flatMap((block) => (block.kind === 'numbers' ? block.codes : []));

type Ratio = Extract<PanelBlockView, { kind: 'ratio' }>;
type TaskFiguresProps = { task: Task; ratios: readonly Ratio[]; figures: FigureIndex };

/** The figures of a task's card; two that a panel reads as part of a whole are read so here as well. */
function TaskFigures({ task, ratios, figures }: TaskFiguresProps) {
  const known = ratios.filter(
    ({ part, whole }) => task.figures.includes(part) && task.figures.includes(whole),
  );
  const covered = new Set(known.flatMap(({ part, whole }) => [part, whole]));
  const single = task.figures.flatMap((code) =>
    covered.has(code) ? [] : (figures.get(code) ?? []),
  );
  return (
    <>
      {known.map((block) => (
        <span key={block.part} className="caption nowrap">
          {block.label} <RatioNumber block={block} figures={figures} size="t" />
        </span>
      ))}
      {single.map((figure) => (
        <span key={figure.code} className="caption nowrap">
          {figure.short} <Figure figure={figure} size="t" />
        </span>
      ))}
    </>
  );
}

function Root({ place, shownMarks }: { place: Placed; shownMarks: readonly number[] }) {
  const w = useUiWords();
  const task = place.tasks[0];
  if (task !== undefined) return <Brick task={task} form="tall" shownMarks={shownMarks} />;
  return (
    <div className="brick brick-tall">
      <span className="brick-title">{place.element.name ?? w.elementUnnamed}</span>
      <span className="dim">{w.noTaskHere}</span>
    </div>
  );
}

export type HouseGroundProps = {
  ground: Ground;
  /** Figures of the plan's own working, beside its name; null = none. */
  panel: Panel | null;
  ratios: readonly Ratio[];
  figures: FigureIndex;
};

/** A plan below the ground line: its centre as one wide brick, its parts as bricks beside each other. */
export function HouseGround({ ground, panel, ratios, figures }: HouseGroundProps) {
  const w = useUiWords();
  const { framework, centres, roots, across } = ground;
  return (
    <section className="ground" aria-label={`${framework.name} ${framework.code}`}>
      <header className="ground-head">
        <h3>
          {framework.name} {framework.code}
          <QuestionMarks numbers={framework.questions} />
        </h3>
        <span className="ground-line" aria-hidden="true" />
        {panel === null
          ? null
          : codesOf(panel).map((code) => {
              const figure = figures.get(code);
              return figure === undefined ? null : (
                <span key={code} className="ground-figure caption">
                  <span className="ground-figure-name">{figure.short}</span>{' '}
                  <Figure figure={figure} size="t" />
                </span>
              );
            })}
      </header>
      <div className={`roots roots-${Math.min(4, Math.max(1, roots.length))}`}>
        {centres.map((place) =>
          place.tasks.length === 0 ? (
            <div key={place.element.id} className="brick brick-flat roots-wide">
              <span className="brick-title">{place.element.name ?? w.elementUnnamed}</span>
              <span className="dim">{w.noTaskHere}</span>
            </div>
          ) : (
            place.tasks.map((task) => (
              <div key={task.id} className="roots-wide">
                <Brick task={task} form="flat" shownMarks={framework.questions}>
                  <TaskFigures task={task} ratios={ratios} figures={figures} />
                </Brick>
              </div>
            ))
          ),
        )}
        {across.map((task) => (
          <div key={task.id} className="roots-wide">
            <Brick task={task} form="flat" shownMarks={framework.questions} />
          </div>
        ))}
        {roots.map((place) => (
          <Root key={place.element.id} place={place} shownMarks={framework.questions} />
        ))}
      </div>
    </section>
  );
}

/** Tasks in no framework: below everything, and named so. */
export function LooseGroup({ group }: { group: Group }) {
  const w = useUiWords();
  return (
    <section className="ground" aria-label={group.title === '' ? w.outsideFrames : group.title}>
      <header className="ground-head">
        {group.title === '' ? null : <h3>{group.title}</h3>}
        <span className="dim caption">{w.outsideFrames}</span>
        <span className="ground-line" aria-hidden="true" />
      </header>
      <div className="lake">
        {group.tasks.map((task) => (
          <Brick key={task.id} task={task} form="flat" />
        ))}
      </div>
    </section>
  );
}
