import type { Board } from '#core/contract/board.ts';
import type { Task } from '#core/contract/task.ts';

type Framework = Board['frameworks'][number];
type Element = Framework['elements'][number];

export type Placed = { readonly element: Element; readonly tasks: readonly Task[] };
/** A framework without pillars: it lies under the house, as its roots. */
export type Ground = {
  readonly framework: Framework;
  readonly centres: readonly Placed[];
  readonly roots: readonly Placed[];
  /** Tasks of the framework that hang under none of its elements. */
  readonly across: readonly Task[];
};
export type Group = { readonly title: string; readonly tasks: readonly Task[] };

export type HouseLayout = {
  readonly framework: Framework;
  readonly roofs: readonly Placed[];
  readonly pillars: readonly Placed[];
  readonly beams: readonly Task[];
  readonly bases: readonly Placed[];
  readonly grounds: readonly Ground[];
  /** Tasks of no framework, by their shared heading. */
  readonly groups: readonly Group[];
};

const MAX_PILLARS = 8;
const MAX_BEAMS = 8;
const MAX_BRICKS = 2;
const MAX_ROOTS = 8;
const MAX_LOOSE = 6;

function placed(framework: Framework, slot: Element['slot'], tasks: readonly Task[]): Placed[] {
  return framework.elements
    .filter((element) => element.slot === slot)
    .map((element) => ({
      element,
      tasks: tasks.filter((task) => task.framework === framework.id && task.element === element.id),
    }));
}

const across = (framework: Framework, tasks: readonly Task[]): Task[] =>
  tasks.filter(
    (task) =>
      task.framework === framework.id &&
      !framework.elements.some((element) => element.id === task.element),
  );

/** Tasks without a framework under their own headings; those without a heading share an empty one. */
export function looseGroups(tasks: readonly Task[], frameworks: readonly Framework[]): Group[] {
  const titles = new Map<string, Task[]>();
  for (const task of tasks) {
    if (frameworks.some((framework) => framework.id === task.framework)) continue;
    const title = task.group ?? '';
    titles.set(title, [...(titles.get(title) ?? []), task]);
  }
  return [...titles].map(([title, members]) => ({ title, tasks: members }));
}

/**
 * The house of a board: the first framework with pillars, the others as ground below it.
 * null = it does not lay out as a house (no pillar or more than eight, a second house, more tasks in one
 * place than can be read there, or more than the board carries): the caller falls back to the list.
 */
export function houseLayout(
  board: Pick<Board, 'frameworks' | 'tasks' | 'taskSummary'>,
): HouseLayout | null {
  const { frameworks, tasks, taskSummary } = board;
  if (tasks.length < taskSummary.total) return null;
  const houses = frameworks.filter((f) => f.elements.some((element) => element.slot === 'pillar'));
  const framework = houses[0];
  if (framework === undefined || houses.length > 1) return null;
  const layout: HouseLayout = {
    framework,
    roofs: placed(framework, 'roof', tasks),
    pillars: placed(framework, 'pillar', tasks),
    beams: across(framework, tasks),
    bases: placed(framework, 'base', tasks),
    grounds: frameworks
      .filter((f) => f !== framework)
      .map((f) => ({
        framework: f,
        centres: placed(f, 'centre', tasks),
        roots: [
          ...placed(f, 'root', tasks),
          ...placed(f, 'base', tasks),
          ...placed(f, 'roof', tasks),
        ],
        across: across(f, tasks),
      })),
    groups: looseGroups(tasks, frameworks),
  };
  return isReadable(layout) ? layout : null;
}

function isReadable(layout: HouseLayout): boolean {
  const crowded = (places: readonly Placed[], max: number) =>
    places.some((place) => place.tasks.length > max);
  const loose = layout.groups.reduce((sum, group) => sum + group.tasks.length, 0);
  return (
    layout.pillars.length <= MAX_PILLARS &&
    layout.beams.length <= MAX_BEAMS &&
    !crowded(layout.pillars, MAX_BRICKS) &&
    !crowded(layout.roofs, 1) &&
    !crowded(layout.bases, 1) &&
    loose <= MAX_LOOSE &&
    layout.grounds.every(
      (ground) =>
        ground.roots.length <= MAX_ROOTS &&
        ground.across.length <= 2 &&
        !crowded(ground.roots, 1) &&
        !crowded(ground.centres, 1),
    )
  );
}
