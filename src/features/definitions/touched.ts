/** Which figures, tasks, platforms and frames an open question touches. */
import type { Board } from '#core/contract/board.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';
import type { OpenTarget } from '#src/ui/open-context.ts';

export const touchKinds = ['indicators', 'tasks', 'platforms', 'frameworks'] as const;
export type TouchKind = (typeof touchKinds)[number];

export type Touched = {
  readonly id: string;
  readonly name: string;
  /** What opens; null = it has nothing further to open. */
  readonly open: OpenTarget | null;
};

export type TouchedKind = {
  /** The things that the board can name. */
  readonly named: readonly Touched[];
  /** All of them. */
  readonly count: number;
};

type Part = Pick<Board, 'tasks' | 'taskSummary' | 'platforms' | 'frameworks'>;

const all = (named: readonly Touched[]): TouchedKind => ({ named, count: named.length });

/** A thing that is not on record at the page's date is named by its code. */
export function touchedBy(
  question: Board['questions'][number],
  board: Part,
  figures: FigureIndex,
): Readonly<Record<TouchKind, TouchedKind>> {
  const platformName = (id: string) =>
    board.platforms.register.find((row) => row.id === id)?.name ?? id;
  const frameName = (id: string) => {
    const frame = board.frameworks.find((row) => row.id === id);
    return frame === undefined ? id : `${frame.name} ${frame.code}`;
  };
  return {
    indicators: all(
      question.indicators.map((code) => ({
        id: code,
        name: figures.get(code)?.name ?? code,
        open: { kind: 'figure', code },
      })),
    ),
    tasks: {
      named: board.tasks
        .filter((task) => task.questions.includes(question.number))
        .map((task) => ({ id: task.id, name: task.short, open: { kind: 'task', id: task.id } })),
      count: question.open
        ? board.taskSummary.placedByDefault
            .filter((row) => question.frameworks.includes(row.framework))
            .reduce((sum, { count }) => sum + count, 0)
        : 0,
    },
    platforms: all(
      question.platforms.map((id) => ({
        id,
        name: platformName(id),
        open: { kind: 'platform', id },
      })),
    ),
    frameworks: all(question.frameworks.map((id) => ({ id, name: frameName(id), open: null }))),
  };
}
