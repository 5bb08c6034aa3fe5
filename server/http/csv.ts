/** A spreadsheet runs a text that starts like a formula, in wide letters, too; an apostrophe keeps it a text. */
export const withoutFormula = (text: string): string =>
  /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : withoutFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, in UTF-8 with the byte-order mark by which Excel knows it. null is an empty cell. */
export function csvOf(
  rows: readonly (readonly (string | number | null)[])[],
): Uint8Array<ArrayBuffer> {
  const lines = rows.map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}
