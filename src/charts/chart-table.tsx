import { type ReactElement, useState } from 'react';
import { type ChartTable, toCsv, toTsv } from '#src/charts/table-text.ts';
import { charts as en } from '#src/i18n/en/charts.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { charts as zh } from '#src/i18n/zh/charts.ts';
import { copyText, saveText } from '#src/lib/clipboard.ts';

const words = { zh, en };

export type ChartTableViewProps = {
  readonly id: string;
  readonly caption: string;
  readonly table: ChartTable;
  readonly fileName: string;
  /** Saves the drawing; null = nothing is drawn yet. False = the browser could not. */
  readonly savePicture: ((kind: 'png' | 'svg') => Promise<boolean>) | null;
  readonly onClose: () => void;
};

/** The numbers of a chart as a table, to be read, copied into a spreadsheet or saved. */
export function ChartTableView({
  id,
  caption,
  table,
  fileName,
  savePicture,
  onClose,
}: ChartTableViewProps): ReactElement {
  const w = useWords(words);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <section id={id} className="chart-table" aria-label={w.table}>
      <div className="chart-tools">
        <button type="button" onClick={() => void copyText(toTsv(table)).then(setCopied)}>
          {w.copy}
        </button>
        <button
          type="button"
          onClick={() => saveText(`${fileName}.csv`, 'text/csv;charset=utf-8', toCsv(table))}
        >
          {w.download}
        </button>
        {savePicture === null ? null : (
          <>
            <button type="button" onClick={() => void savePicture('png')}>
              {w.downloadPng}
            </button>
            <button type="button" onClick={() => void savePicture('svg')}>
              {w.downloadSvg}
            </button>
          </>
        )}
        <button type="button" onClick={onClose}>
          {w.close}
        </button>
        <span role="status">{copied === null ? '' : copied ? w.copied : w.notCopied}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by the keyboard */}
      <div className="chart-table-scroll" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th
                  key={column.label}
                  scope="col"
                  className={column.numeric ? 'chart-number' : undefined}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.map((cell) => cell.text).join('|')}>
                {row.map((cell, index) => {
                  const column = table.columns[index];
                  const look = column?.numeric === true ? 'chart-number' : undefined;
                  return index === 0 ? (
                    <th key={column?.label} scope="row">
                      {cell.text}
                    </th>
                  ) : (
                    <td key={column?.label} className={look}>
                      {cell.value === undefined ? (
                        cell.text
                      ) : (
                        <span className="digits">{cell.text}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
