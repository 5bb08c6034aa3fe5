import type { Board } from '#core/contract/board.ts';
import type { PanelMood } from '#src/ui/panel.tsx';

/** Sources of the platforms and of their figures. */
export function sourcesOf(board: Board): ReadonlySet<string> {
  const figures = board.figures.filter((figure) => figure.theme === 'platform');
  return new Set([
    ...figures.flatMap((figure) => figure.source ?? []),
    ...board.platforms.register.map((row) => row.source),
  ]);
}

/** Numbers of the open questions that touch a figure or a platform of the page. */
export function marksOf(board: Board): readonly number[] {
  const figures = board.figures.filter((figure) => figure.theme === 'platform');
  return [
    ...figures.flatMap((figure) => figure.questions),
    ...board.platforms.register.flatMap((row) => row.questions),
  ];
}

export const isEmptyPage = ({ platforms, figures }: Board): boolean =>
  platforms.register.length === 0 && !figures.some((figure) => figure.theme === 'platform');

export const moodOf = (link: { status: string; isCopy: boolean }): PanelMood =>
  link.isCopy || link.status !== 'online' ? 'copy' : 'fresh';
