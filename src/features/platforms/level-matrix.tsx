import type { Board } from '#core/contract/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { periodWords } from '#src/ui/period-words.ts';
import { matrixPeriods, PlatformMatrix } from '#src/ui/platform-matrix.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { usePlatformWords } from './words.ts';

type Platforms = Board['platforms'];
type Cell = Platforms['matrix'][number];

/** Under a cell's numbers, what the register calls the things; how many of them it does not name. */
function Names({ cell, platforms, figures }: { cell: Cell } & LevelMatrixProps) {
  const w = usePlatformWords();
  const code = cell.added ?? cell.total;
  const count = code === null ? null : (figures.get(code)?.value ?? null);
  if (count === null) return null;
  const names = platforms.register
    .filter((row) => row.kind === cell.type && row.level === cell.level)
    .map((row) => row.name);
  const unnamed = count - names.length;
  return (
    <ul className="matrix-names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {unnamed > 0 ? (
        <li className="dim">{names.length === 0 ? w.namesMissing : w.moreNames(unnamed)}</li>
      ) : null}
    </ul>
  );
}

export type LevelMatrixProps = { platforms: Platforms; figures: FigureIndex };

/** Level by type, with names. */
export function LevelMatrix({ platforms, figures }: LevelMatrixProps) {
  return (
    <PlatformMatrix
      cells={platforms.matrix}
      figures={figures}
      namesOf={(cell) => <Names cell={cell} platforms={platforms} figures={figures} />}
    />
  );
}

/** `2020 and the 13th plan, not added`; null where there is only one kind of number. */
export function useNotAdded({ platforms, figures }: LevelMatrixProps): string | null {
  const w = usePlatformWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const { added, total } = matrixPeriods(platforms.matrix, figures);
  if (added === null || total === null) return null;
  return w.notAdded(periodWords(added, lang, ui), periodWords(total, lang, ui));
}
