import type { ChangeRow } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import {
  type FormattedNumber,
  formatMeasured,
  formatPoints,
  oneDecimal,
  speak,
} from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Num } from '#src/ui/num.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { useOverviewWords } from './words.ts';

type Cell = NonNullable<ChangeRow['after']>;

function partsOf(cell: Cell, lang: Language): FormattedNumber {
  if (cell.of !== null) return { qualifier: '', number: `${cell.value}/${cell.of}`, unit: '' };
  if (cell.unit === '%')
    return { ...formatMeasured({ ...cell, unit: '%' }, lang), number: oneDecimal(cell.value) };
  if (cell.unit === null) return { qualifier: '', number: String(cell.value), unit: '' };
  return formatMeasured({ value: cell.value, unit: cell.unit, qualifier: cell.qualifier }, lang);
}

const spoken = ({ qualifier, number, unit }: FormattedNumber): string =>
  [qualifier, number, unit].filter((part) => part !== '').join(' ');

/** One number of the table; a dash, with its word for those who cannot see it, where there is none. */
export function ChangeValue({ cell, row }: { cell: Cell | null; row: ChangeRow }) {
  const lang = useLanguage();
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
  const parts = partsOf(cell, lang);
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
function differenceOf(row: ChangeRow, delta: number, lang: Language): string {
  const sign = delta > 0 ? '+' : delta < 0 ? '−' : '±';
  const size = Math.abs(delta);
  const unit = row.after?.unit ?? null;
  if (unit === '%') return `${sign}${formatPoints(delta, lang)}`;
  return unit === 'fen'
    ? `${sign}${speak({ value: size, unit, qualifier: 'exact' }, lang)}`
    : `${sign}${size}`;
}

/** What became of the row: a difference, or the word for why there is none. */
export function ChangeState({ row }: { row: ChangeRow }) {
  const lang = useLanguage();
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
            <b className="digits">{differenceOf(row, row.delta, lang)}</b>
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
