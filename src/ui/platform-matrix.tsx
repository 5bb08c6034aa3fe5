import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import { carrierTypes, platformLevels } from '#core/contract/lists.ts';
import { formatMeasured } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { FigureIndex } from './figure.tsx';
import { Num } from './num.tsx';
import { periodWords } from './period-words.ts';
import { QuestionMark } from './question-mark.tsx';
import { Squares } from './squares.tsx';
import { useUiWords } from './words.ts';

type Cell = Board['platforms']['matrix'][number];

function Count({
  code,
  look,
  figures,
}: {
  code: string;
  look: 'filled' | 'outline';
  figures: FigureIndex;
}) {
  const lang = useLanguage();
  const w = useUiWords();
  const figure = figures.get(code);
  if (figure === undefined) return <span className="dim">{w.notListed}</span>;
  const { number, qualifier } = formatMeasured(figure, lang);
  return (
    <span className="matrix-count">
      <Num
        parts={{ qualifier, number, unit: '' }}
        size="s"
        code={code}
        openName={w.openFigure(`${figure.name} ${number}`)}
      />
      <Squares count={figure.value} look={look} />
    </span>
  );
}

type CellContentProps = {
  cell: Cell | undefined;
  figures: FigureIndex;
  /** True = both numbers are shown, with the open question between them. */
  isWhole: boolean;
};

function CellContent({ cell, figures, isWhole }: CellContentProps) {
  const lang = useLanguage();
  const w = useUiWords();
  if (cell === undefined || (cell.added === null && cell.total === null)) {
    return <span className="dim">{w.notListed}</span>;
  }
  const period = cell.total === null ? null : (figures.get(cell.total)?.period ?? null);
  const added =
    cell.added === null ? null : <Count code={cell.added} look="filled" figures={figures} />;
  const total =
    cell.total === null ? null : <Count code={cell.total} look="outline" figures={figures} />;
  const same =
    cell.same === null ? null : (
      <span className="matrix-note">
        {w.same}
        <QuestionMark number={cell.same} />
      </span>
    );
  const when =
    period === null ? null : (
      <span className="matrix-note">{w.totalNote(periodWords(period, lang, w))}</span>
    );
  if (same === null) {
    return (
      <>
        {added}
        {total}
        {when}
      </>
    );
  }
  if (!isWhole) {
    return (
      <>
        {added}
        {same}
      </>
    );
  }
  return (
    <>
      <span className="matrix-same">
        {added}
        {same}
        {total}
      </span>
      {when}
    </>
  );
}

export type PlatformMatrixProps = {
  cells: readonly Cell[];
  figures: FigureIndex;
  /** What the register calls the things of a cell; left out where the matrix is one panel among many. */
  namesOf?: (cell: Cell) => ReactNode;
};

/** The periods that the two kinds of number in the matrix are of; null = there is none of the kind. */
export function matrixPeriods(cells: readonly Cell[], figures: FigureIndex) {
  const periodOf = (side: 'added' | 'total') => {
    const codes = cells.flatMap((cell) => cell[side] ?? []);
    return codes.map((code) => figures.get(code)?.period ?? null).find((p) => p !== null) ?? null;
  };
  return { added: periodOf('added'), total: periodOf('total') };
}

/** Level by type. The year's additions are filled, the longer period's outlined; they are never added up. */
export function PlatformMatrix({ cells, figures, namesOf }: PlatformMatrixProps) {
  const lang = useLanguage();
  const w = useUiWords();
  const levels = platformLevels.filter((level) => cells.some((cell) => cell.level === level));
  const types = carrierTypes.filter((type) => cells.some((cell) => cell.type === type));
  if (levels.length === 0) return <p className="dim">{w.noPlatforms}</p>;
  const { added, total } = matrixPeriods(cells, figures);
  return (
    <div className="matrix-block">
      <table className="matrix">
        <caption className="visually-hidden">{w.matrixName}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{w.levelHead}</span>
            </th>
            {types.map((type) => (
              <th key={type} scope="col">
                {w.carrier[type]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{w.level[level]}</th>
              {types.map((type) => {
                const cell = cells.find((row) => row.level === level && row.type === type);
                return (
                  <td key={type}>
                    <CellContent cell={cell} figures={figures} isWhole={namesOf !== undefined} />
                    {cell === undefined ? null : namesOf?.(cell)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="matrix-key">
        {added === null ? null : (
          <li>
            <Squares count={1} look="filled" />
            {w.addedKey(periodWords(added, lang, w))}
          </li>
        )}
        {total === null ? null : (
          <li>
            <Squares count={1} look="outline" />
            {w.totalKey(periodWords(total, lang, w))}
          </li>
        )}
      </ul>
    </div>
  );
}
