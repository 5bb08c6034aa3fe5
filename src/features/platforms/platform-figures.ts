import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import type { Question } from '#core/contract/register.ts';

type Part = Pick<Board, 'figures' | 'platforms' | 'questions'>;

/** An open question whose statements are figures of this page: they stand side by side. */
export type Contested = { readonly question: Question; readonly figures: readonly Figure[] };

export type PlatformFigures = {
  readonly contested: readonly Contested[];
  /** What stands neither in the matrix nor under an open question. */
  readonly others: readonly Figure[];
};

/** Every figure of the platforms in one place: the matrix, an open question, or the rest. */
export function platformFigures({ figures, platforms, questions }: Part): PlatformFigures {
  const own = figures.filter((figure) => figure.theme === 'platform');
  const inMatrix = new Set(platforms.matrix.flatMap((cell) => [cell.added, cell.total]));
  const contested = questions.flatMap((question): Contested[] => {
    const said = question.statements.flatMap(
      (statement) => own.find((figure) => figure.code === statement.figure) ?? [],
    );
    // The matrix shows its own with the mark between them.
    const isElsewhere = said.every((figure) => inMatrix.has(figure.code));
    return !question.open || said.length < 2 || isElsewhere ? [] : [{ question, figures: said }];
  });
  const shown = new Set([
    ...inMatrix,
    ...contested.flatMap((row) => row.figures.map((figure) => figure.code)),
  ]);
  return { contested, others: own.filter((figure) => !shown.has(figure.code)) };
}
