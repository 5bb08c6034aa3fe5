/** The frozen picture as a workbook. Texts are texts: none of them is ever run as a formula. */
import { type CellStyle, type CellValue, writeXlsx as write } from 'hucre/xlsx';
import { formatDate } from '#core/domain/format.ts';
import { withoutFormula } from '#server/http/csv.ts';
import { type Bytes, type ExportInput, isSimulated, type Progress } from './export-input.ts';
import { exportWords } from './export-words.ts';
import { settled } from './office-zip.ts';
import { codePng } from './qr.ts';
import { colours } from './scene.ts';
import { type Sheet, type SheetCell, sheetsOf } from './sheets.ts';
import { frozenText } from './stamp.ts';
import { linesOf } from './text-width.ts';

/** Characters that a cell holds; Excel refuses a file with more. */
const CELL_LIMIT = 32_767;
/** Points: of a line of letters, of the room around them, and the most that a row may have. */
const [LINE, ROOM, MOST] = [16, 4, 400];
/** Letters in points, and what a column's unit of width has of them; other faces than ours are wider. */
const [SIZE, UNIT] = [11, 5.7];
/** Side of the code, in points. */
const CODE = 130;
/** Units of width of a column that the code is as wide as. */
const CODE_WIDTH = 24;
/** Characters of a header or a footer; Excel refuses a file with more. */
const MARGIN_LIMIT = 200;

const FACE = { name: 'Microsoft YaHei', size: SIZE } as const;
const hairline = { style: 'thin', color: { rgb: colours.line } } as const;
const HEAD: CellStyle = {
  font: { ...FACE, bold: true, color: { rgb: colours.paper } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours.data } },
  alignment: { vertical: 'center', wrapText: true },
};
const HEADING: CellStyle = {
  font: { ...FACE, bold: true, color: { rgb: colours.data } },
  border: { bottom: { style: 'medium', color: { rgb: colours.data } } },
  alignment: { vertical: 'bottom' },
};
const BODY: CellStyle = {
  font: FACE,
  border: { bottom: hairline },
  alignment: { vertical: 'top', wrapText: true },
};
const LEFT: CellStyle = { ...BODY, alignment: { ...BODY.alignment, horizontal: 'left' } };
const WHOLE: CellStyle = { ...BODY, numFmt: '#,##0_)' };
const PART: CellStyle = { ...BODY, numFmt: '#,##0.0###_)' };

const asCell = (cell: SheetCell): CellValue =>
  typeof cell === 'string'
    ? withoutFormula(cell.replace(/[^\P{Cc}\n\t]/gu, '')).slice(0, CELL_LIMIT)
    : cell;

function styleOf(sheet: Sheet, row: number, cell: SheetCell): CellStyle {
  if (row === 0) return HEAD;
  if (sheet.headings.includes(row - 1)) return HEADING;
  if (sheet.headings.length > 0) return LEFT;
  if (typeof cell !== 'number') return BODY;
  return Number.isInteger(cell) ? WHOLE : PART;
}

/** Height of each row in points: programs that open the file do not all look how many lines its texts take. */
function heightsOf(sheet: Sheet): readonly number[] {
  return [sheet.head, ...sheet.rows].map((row, index) => {
    if (sheet.headings.includes(index - 1)) return LINE + 2 * ROOM;
    const lines = row.map((cell, column) => {
      const width = (sheet.widths[column] ?? 0) * UNIT;
      return typeof cell === 'string' ? linesOf(cell, width, SIZE, index === 0).length : 1;
    });
    return Math.min(MOST, Math.max(1, ...lines) * LINE + ROOM);
  });
}

/** The row at which the code ends that begins below the head, so that it is as high as it is wide. */
function codeEnd(heights: readonly number[]): number {
  let [height, row] = [0, 1];
  while (height < CODE && row < heights.length) {
    height += heights[row] ?? LINE;
    row += 1;
  }
  return row;
}

/** A, B … Z: no sheet has more columns. */
const columnName = (count: number): string => String.fromCharCode(64 + count);

const margin = (text: string): string =>
  [...text.replaceAll('&', '&&')].slice(0, MARGIN_LIMIT).join('');

export async function writeXlsx(input: ExportInput, progress: Progress): Promise<Bytes> {
  const { snapshot, head, lang, link } = input;
  const words = exportWords[lang];
  const sheets = sheetsOf(input);
  progress(0.3);
  const at = new Date(head.frozenAt);
  const { title, date } = snapshot.meeting;
  const simulated = isSimulated(input)
    ? `${words.simulated(formatDate(snapshot.asOf, lang))}　`
    : '';
  const printed = {
    oddHeader: `&L${margin(`${simulated}${title} ${date}`)}&R&A`,
    oddFooter: `&L${margin(`${date} v${snapshot.version} ${head.sha256.slice(0, 12)}`)}&R&P / &N`,
  };
  const written = await write({
    properties: {
      title: `${title} ${date}`,
      subject: frozenText(input),
      description: `SHA-256 ${head.sha256} ${link}`,
      creator: head.frozenByName ?? words.product,
      created: at,
      modified: at,
    },
    defaultFont: FACE,
    sheets: sheets.map((sheet, index) => {
      const rows = [sheet.head, ...sheet.rows];
      const heights = heightsOf(sheet);
      const isFirst = index === 0;
      return {
        name: sheet.name,
        columns: [...sheet.widths, ...(isFirst ? [CODE_WIDTH] : [])].map((width) => ({ width })),
        rows: rows.map((row) => row.map(asCell)),
        cells: new Map(
          rows.flatMap((row, at) =>
            row.map((cell, column) => [`${at},${column}`, { style: styleOf(sheet, at, cell) }]),
          ),
        ),
        rowDefs: new Map(heights.map((height, at) => [at, { height }])),
        freezePane: { rows: 1 },
        ...(isFirst || rows.length === 1
          ? {}
          : { autoFilter: { range: `A1:${columnName(sheet.head.length)}${rows.length}` } }),
        view: { showGridLines: false },
        headerFooter: printed,
        pageSetup: {
          orientation: 'landscape' as const,
          paperSize: 'a4' as const,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: isFirst ? 1 : 0,
          margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
          printTitlesRow: '$1:$1',
        },
        ...(isFirst
          ? {
              images: [
                {
                  data: codePng(link),
                  type: 'png' as const,
                  anchor: { from: { row: 1, col: 2 }, to: { row: codeEnd(heights), col: 3 } },
                  width: 180,
                  height: 180,
                  altText: words.scan,
                },
              ],
            }
          : {}),
      };
    }),
  });
  progress(0.8);
  return settled(written, head.frozenAt);
}
