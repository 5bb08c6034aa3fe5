import type { Board } from '#core/contract/board.ts';
import { type LightState, lightStates } from '#core/contract/lists.ts';
import type { Task } from '#core/contract/task.ts';
import { urgency, worstFirst } from '#core/domain/urgency.ts';
import type { UiWords } from '#src/ui/words.ts';

type Framework = Board['frameworks'][number];

/** Tasks under one heading of the list. */
export type TaskGroup = {
  readonly id: string;
  /** Code of the framework; null = in none. */
  readonly code: string | null;
  readonly title: string;
  /** Open questions of the framework, where the place of the tasks is touched by them. */
  readonly questions: readonly number[];
  /** True where the place is the dataset's choice, not the source's. */
  readonly byDefault: boolean;
  readonly tasks: readonly Task[];
};

function group(id: string, framework: Framework, title: string, tasks: readonly Task[]): TaskGroup {
  return {
    id,
    code: framework.code,
    title,
    questions: framework.questions,
    byDefault: tasks.some((task) => task.placedByDefault),
    tasks: worstFirst(tasks),
  };
}

function groupsOf(framework: Framework, own: readonly Task[], w: UiWords): TaskGroup[] {
  // A frame without pillars is small: its centre and its roots stay under one heading.
  if (!framework.elements.some((element) => element.slot === 'pillar')) {
    return [group(framework.id, framework, framework.name, own)];
  }
  const known = new Set<string | null>(framework.elements.map((element) => element.id));
  return [
    group(
      framework.id,
      framework,
      w.acrossAll,
      own.filter((task) => !known.has(task.element)),
    ),
    ...framework.elements.map((element) =>
      group(
        element.id,
        framework,
        element.name ?? w.elementUnnamed,
        own.filter((task) => task.element === element.id),
      ),
    ),
  ];
}

/** By framework and pillar, in the order of the house; tasks of no framework under their own heading at the end. */
export function groupsByFrame(
  tasks: readonly Task[],
  frameworks: readonly Framework[],
  w: UiWords,
): TaskGroup[] {
  const framed = frameworks.flatMap((framework) =>
    groupsOf(
      framework,
      tasks.filter((task) => task.framework === framework.id),
      w,
    ),
  );
  const loose = tasks.filter((task) => !frameworks.some((row) => row.id === task.framework));
  const titles = [...new Set(loose.map((task) => task.group ?? ''))];
  const outside = titles.map(
    (title): TaskGroup => ({
      id: `loose ${title}`,
      code: null,
      title: title === '' ? w.outsideFrames : title,
      questions: [],
      byDefault: false,
      tasks: worstFirst(loose.filter((task) => (task.group ?? '') === title)),
    }),
  );
  return [...framed, ...outside].filter((row) => row.tasks.length > 0);
}

/** By light, worst first; states without a task are left out. */
export function groupsByLight(
  tasks: readonly Task[],
): { readonly state: LightState; readonly tasks: readonly Task[] }[] {
  const sorted = worstFirst(tasks);
  return [...lightStates]
    .sort((a, b) => urgency[a] - urgency[b])
    .map((state) => ({ state, tasks: sorted.filter((task) => task.light.state === state) }))
    .filter((row) => row.tasks.length > 0);
}

/** Framework, and pillar where it has one, in a few words; null = in no framework and under no heading. */
export function placeOf(
  task: Task,
  frameworks: readonly Framework[],
  w: { readonly place: (code: string, name: string) => string },
  ui: UiWords,
): string | null {
  const framework = frameworks.find((row) => row.id === task.framework);
  if (framework === undefined) return task.group;
  if (!framework.elements.some((element) => element.slot === 'pillar')) {
    return w.place(framework.code, framework.name);
  }
  const element = framework.elements.find((row) => row.id === task.element);
  const name = element === undefined ? ui.acrossAll : (element.name ?? ui.elementUnnamed);
  return w.place(framework.code, name);
}
