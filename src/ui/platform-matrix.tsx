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

function CellContent({ cell, figures }: { cell: Cell | undefined; figures: FigureIndex }) {
  const lang = useLanguage();
  const w = useUiWords();
  if (cell === undefined || (cell.added === null && cell.total === null)) {
    return <span className="dim">{w.notListed}</span>;
  }
  const period = cell.total === null ? null : (figures.get(cell.total)?.period ?? null);
  return (
    <>
      {cell.added === null ? null : <Count code={cell.added} look="filled" figures={figures} />}
      {cell.same === null ? null : (
        <span className="matrix-note">
          {w.same}
          <QuestionMark number={cell.same} />
        </span>
      )}
      {cell.total === null || cell.same !== null ? null : (
        <>
          <Count code={cell.total} look="outline" figures={figures} />
          {period === null ? null : (
            <span className="matrix-note">{w.totalNote(periodWords(period, lang, w))}</span>
          )}
        </>
      )}
    </>
  );
}

export type PlatformMatrixProps = { cells: readonly Cell[]; figures: FigureIndex };

/** The periods that the two kinds of number in the matrix are of; null = there is none of the kind. */
export function matrixPeriods(cells: readonly Cell[], figures: FigureIndex) {
  const periodOf = (side: 'added' | 'total') => {
    const codes = cells.flatMap((cell) => cell[side] ?? []);
    return codes.map((code) => figures.get(code)?.period ?? null).find((p) => p !== null) ?? null;
  };
  return { added: periodOf('added'), total: periodOf('total') };
}

/** Level by type. The year's additions are filled, the longer period's outlined; they are never added up. */
export function PlatformMatrix({ cells, figures }: PlatformMatrixProps) {
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
              {types.map((type) => (
                <td key={type}>
                  <CellContent
                    cell={cells.find((cell) => cell.level === level && cell.type === type)}
                    figures={figures}
                  />
                </td>
              ))}
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
