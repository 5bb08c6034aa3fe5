/** What a chart shows, as rows: for the table behind it, the clipboard and a file. */

/** A cell: the words as read, and the bare number for a spreadsheet where it is one. */
export type ChartCell = { readonly text: string; readonly value?: number };

export type ChartTable = {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly ChartCell[])[];
};

/** A spreadsheet runs a text that starts like a formula; an apostrophe keeps it a text. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const bare = (cell: ChartCell): string =>
  cell.value === undefined ? asText(cell.text) : String(cell.value);

/** Lines with tabs between, for pasting into a spreadsheet. Numbers are bare, their unit is in the heading. */
export function toTsv(table: ChartTable): string {
  const flat = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  const lines = [
    table.columns.map((column) => asText(column.label)),
    ...table.rows.map((row) => row.map(bare)),
  ];
  return lines.map((cells) => cells.map(flat).join('\t')).join('\n');
}

/** RFC 4180, with the byte-order mark by which Excel knows UTF-8. Numbers are bare, their unit is in the heading. */
export function toCsv(table: ChartTable): string {
  const quoted = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [
    table.columns.map((column) => asText(column.label)),
    ...table.rows.map((row) => row.map(bare)),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
