import type { ChangeRow } from '#core/contract/board.ts';
import { type FormattedNumber, formatPoints, oneDecimal } from '#core/domain/format.ts';
import { type Numbers, useNumbers } from '#src/lib/reader.ts';
import { Num } from '#src/ui/num.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { useOverviewWords } from './words.ts';

type Cell = NonNullable<ChangeRow['after']>;

function partsOf(cell: Cell, numbers: Numbers): FormattedNumber {
  if (cell.of !== null) return { qualifier: '', number: `${cell.value}/${cell.of}`, unit: '' };
  if (cell.unit === '%')
    return { ...numbers.parts({ ...cell, unit: '%' }), number: oneDecimal(cell.value) };
  if (cell.unit === null) return { qualifier: '', number: String(cell.value), unit: '' };
  return numbers.parts({ value: cell.value, unit: cell.unit, qualifier: cell.qualifier });
}

const spoken = ({ qualifier, number, unit }: FormattedNumber): string =>
  [qualifier, number, unit].filter((part) => part !== '').join(' ');

/** One number of the table; a dash, with its word for those who cannot see it, where there is none. */
export function ChangeValue({ cell, row }: { cell: Cell | null; row: ChangeRow }) {
  const numbers = useNumbers();
  const w = useOverviewWords();
  const ui = useUiWords();
  if (cell === null) {
    return (
      <span className="dim">
        <span aria-hidden="true">{w.nothing}</span>
        <span className="visually-hidden">{w.notOnRecord}</span>
      </span>
    );
  }
  const parts = partsOf(cell, numbers);
  return (
    <Num
      parts={parts}
      size="t"
      code={row.code}
      openName={ui.openFigure(`${row.label} ${spoken(parts)}`)}
    />
  );
}

/** A difference with its sign; shares differ by points. */
function differenceOf(row: ChangeRow, delta: number, { lang, speak }: Numbers): string {
  const sign = delta > 0 ? '+' : delta < 0 ? '−' : '±';
  const size = Math.abs(delta);
  const unit = row.after?.unit ?? null;
  if (unit === '%') return `${sign}${formatPoints(delta, lang)}`;
  return unit === 'fen'
    ? `${sign}${speak({ value: size, unit, qualifier: 'exact' })}`
    : `${sign}${size}`;
}

/** For the reader's colours of rise and fall, which come with an arrow. */
const directionOf = (delta: number): string => (delta > 0 ? 'rise' : delta < 0 ? 'fall' : 'level');

/** What became of the row: a difference, or the word for why there is none. */
export function ChangeState({ row }: { row: ChangeRow }) {
  const numbers = useNumbers();
  const w = useOverviewWords();
  const word = w.states[row.state];
  switch (row.state) {
    case 'new':
      return <span className="tag">{word}</span>;
    case 'no-new-figure':
    case 'unchanged':
      return <span className="dim">{word}</span>;
    case 'changed':
    case 'restated':
      return (
        <>
          {row.delta === null ? null : (
            <b className={`digits change-${directionOf(row.delta)}`}>
              {differenceOf(row, row.delta, numbers)}
            </b>
          )}
          {row.state === 'restated' || row.delta === null ? (
            <span className="tag">{word}</span>
          ) : null}
        </>
      );
    default:
      return row.state satisfies never;
  }
}
