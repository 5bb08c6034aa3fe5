import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';

/** Letters that a wall's rows have room for, as the mean of all names of a kind. */
const FITS: Record<Language, Record<'task' | 'figure' | 'fund' | 'place' | 'text', number>> = {
  zh: { task: 13, figure: 11, fund: 13, place: 13, text: 24 },
  en: { task: 37, figure: 38, fund: 34, place: 46, text: 66 },
};

const mean = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + name.length, 0) / Math.max(1, names.length);

/**
 * True where a bureau's own names are so long that a wall has to cut them: its pages then give each name one or
 * two lines, and end the rest with an ellipsis. Told from the words alone, so that the server and the page say
 * the same.
 */
export function hasLongNames(board: Board): boolean {
  const fits = FITS[board.lang];
  return (
    mean(board.tasks.map((task) => task.short)) > fits.task ||
    mean(board.figures.map((figure) => figure.short)) > fits.figure ||
    mean(board.funds.map((fund) => fund.name)) > fits.fund ||
    mean(board.platforms.register.map((platform) => platform.name)) > fits.place ||
    mean(board.questions.map((question) => question.summary)) > fits.text
  );
}
