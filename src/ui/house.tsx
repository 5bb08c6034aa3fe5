import type { Board } from '#core/contract/board.ts';
import { Beam } from './beam.tsx';
import { Brick } from './brick.tsx';
import type { FigureIndex } from './figure.tsx';
import { HouseGround, LooseGroup } from './house-ground.tsx';
import { type HouseLayout, houseLayout, type Placed } from './house-layout.ts';
import { QuestionMarks } from './question-mark.tsx';
import { TaskList } from './task-list.tsx';
import { useUiWords } from './words.ts';

function Roof({ place, marks }: { place: Placed | undefined; marks: readonly number[] }) {
  const w = useUiWords();
  const name = place?.element.name ?? null;
  return (
    <div className={name === null ? 'roof roof-open' : 'roof'}>
      <svg viewBox="0 0 800 84" preserveAspectRatio="none" aria-hidden="true">
        <path d="M4 82L400 4 796 82z" />
      </svg>
      {place === undefined ? null : (
        <p className="roof-name">
          {name === null ? (
            <>
              <b>{w.roofUnnamed}</b>
              {w.colon}
              {w.nameToConfirm}
            </>
          ) : (
            <b>{name}</b>
          )}
          <QuestionMarks numbers={marks} />
        </p>
      )}
    </div>
  );
}

/** Ground, cap and foot of a pillar are cells of the walls' grid, so that caps and feet align. */
type PlaceProps = { place: Placed; shownMarks: readonly number[] };

function Pillar({ place, column, shownMarks }: PlaceProps & { column: number }) {
  const w = useUiWords();
  return (
    <>
      <div className={`pillar column-${column}`} aria-hidden="true" />
      <h3 className={`pillar-cap column-${column}`}>
        <span>
          {place.element.name ?? w.elementUnnamed}
          <QuestionMarks numbers={place.element.questions} />
        </span>
      </h3>
      <div className={`pillar-foot column-${column}`}>
        {place.tasks.length === 0 ? (
          <p className="pillar-none">{w.noTaskHere}</p>
        ) : (
          place.tasks.map((task) => (
            <Brick key={task.id} task={task} form="tall" shownMarks={shownMarks} />
          ))
        )}
      </div>
    </>
  );
}

function Base({ place, shownMarks }: PlaceProps) {
  const w = useUiWords();
  return (
    <div className="base">
      <span className="base-name">
        {place.element.name ?? w.elementUnnamed}
        <QuestionMarks numbers={place.element.questions} />
      </span>
      {place.tasks.length === 0 ? (
        <span className="base-none">{w.noTaskHere}</span>
      ) : (
        place.tasks.map((task) => (
          <Brick key={task.id} task={task} form="flat" shownMarks={shownMarks} />
        ))
      )}
    </div>
  );
}

function Building({ layout }: { layout: HouseLayout }) {
  const { framework, roofs, pillars, beams, bases } = layout;
  const marks = [
    ...new Set([...framework.questions, ...roofs.flatMap((place) => place.element.questions)]),
  ];
  return (
    <>
      <Roof place={roofs[0]} marks={marks} />
      {roofs.flatMap((place) =>
        place.tasks.map((task) => (
          <Brick key={task.id} task={task} form="flat" shownMarks={marks} />
        )),
      )}
      <div className={`walls walls-${pillars.length}`}>
        {pillars.map((place, i) => (
          <Pillar key={place.element.id} place={place} column={i + 1} shownMarks={marks} />
        ))}
        {beams.length === 0 ? null : (
          <div className={beams.length > 3 ? 'beams beams-many' : 'beams'}>
            {beams.map((task) => (
              <Beam key={task.id} task={task} shownMarks={marks} />
            ))}
          </div>
        )}
      </div>
      {bases.map((place) => (
        <Base key={place.element.id} place={place} shownMarks={marks} />
      ))}
    </>
  );
}

export type HouseProps = { board: Board; figures: FigureIndex };

/**
 * The frame as a house: roof, pillars with their tasks, beams across all of them, base; other frames and
 * loose tasks below the ground line. Where that cannot be laid out, the list of the same tasks.
 */
export function House({ board, figures }: HouseProps) {
  const w = useUiWords();
  const layout = houseLayout(board);
  if (board.tasks.length === 0 && board.frameworks.length === 0) {
    return <p className="dim">{w.noTasks}</p>;
  }
  const lights = board.lights
    .filter((light) => light.count > 0)
    .map((light) => w.lightCount(w.light[light.state], light.count))
    .join(w.listSeparator);
  const name = w.houseName(board.taskSummary.total, lights);
  if (layout === null) {
    return (
      <div className="house" role="group" aria-label={name}>
        <TaskList board={board} />
      </div>
    );
  }
  const ground = board.panels.find((panel) => panel.id === 'ground') ?? null;
  const ratios = board.panels.flatMap((panel) =>
    panel.blocks.flatMap((block) => (block.kind === 'ratio' ? [block] : [])),
  );
  return (
    <div className="house" role="group" aria-label={name}>
      <Building layout={layout} />
      {layout.grounds.map((part, i) => (
        <HouseGround
          key={part.framework.id}
          ground={part}
          panel={i === 0 ? ground : null}
          ratios={ratios}
          figures={figures}
        />
      ))}
      {layout.groups.map((group) => (
        <LooseGroup key={group.title} group={group} />
      ))}
    </div>
  );
}
