import { type KeyboardEvent, type ReactElement, useState } from 'react';
import type { ChartTable } from '#src/charts/table-text.ts';
import { charts as en } from '#src/i18n/en/charts.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { charts as zh } from '#src/i18n/zh/charts.ts';

const words = { zh, en };

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** One row of the table as a person would say it: every heading with its value. */
export function rowWords(table: ChartTable, row: number, colon: string, comma: string): string {
  return (table.rows[row] ?? [])
    .map((cell, i) => (i === 0 ? cell.text : `${table.columns[i]?.label}${colon}${cell.text}`))
    .join(comma);
}

/**
 * The points of a chart for the keyboard: one stop of the Tab key, the arrows walk through them, and each is read out
 * and written below the drawing. The same rows as the table's.
 */
export function ChartPoints({ table }: { table: ChartTable }): ReactElement | null {
  const w = useWords(words);
  const [at, setAt] = useState<number | null>(null);
  const count = table.rows.length;
  if (count === 0) return null;
  const handleKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setAt((before) => (before === null ? 0 : step(Math.min(before, count - 1), count - 1)));
  };
  const shown = at === null ? null : Math.min(at, count - 1);
  return (
    <div
      className="chart-points"
      role="slider"
      tabIndex={0}
      aria-label={w.points(count)}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={(shown ?? 0) + 1}
      aria-valuetext={w.point(
        (shown ?? 0) + 1,
        count,
        rowWords(table, shown ?? 0, w.colon, w.comma),
      )}
      onKeyDown={handleKey}
      onFocus={() => setAt((before) => before ?? 0)}
      onBlur={() => setAt(null)}
    >
      {shown === null ? null : (
        <span>{w.point(shown + 1, count, rowWords(table, shown, w.colon, w.comma))}</span>
      )}
    </div>
  );
}
