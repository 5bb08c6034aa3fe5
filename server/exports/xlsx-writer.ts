/** The frozen picture as a workbook. Texts are texts: none of them is ever run as a formula. */
import { type CellStyle, type CellValue, writeXlsx as write } from 'hucre/xlsx';
import { withoutFormula } from '#server/http/csv.ts';
import type { Bytes, ExportInput, Progress } from './export-input.ts';
import { exportWords } from './export-words.ts';
import { settled } from './office-zip.ts';
import { codePng } from './qr.ts';
import { colours } from './scene.ts';
import { type Sheet, type SheetCell, sheetsOf } from './sheets.ts';

/** Characters that a cell holds; Excel refuses a file with more. */
const CELL_LIMIT = 32_767;

const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: colours.paper } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours.data } },
  alignment: { vertical: 'center', wrapText: true },
};
const BODY: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

const asCell = (cell: SheetCell): CellValue =>
  typeof cell === 'string'
    ? withoutFormula(cell.replace(/[^\P{Cc}\n\t]/gu, '')).slice(0, CELL_LIMIT)
    : cell;

function cellsOf(sheet: Sheet) {
  return new Map(sheet.head.map((_, column) => [`0,${column}`, { style: HEAD }] as const));
}

export async function writeXlsx(input: ExportInput, progress: Progress): Promise<Bytes> {
  const { snapshot, head, lang, link } = input;
  const words = exportWords[lang];
  const sheets = sheetsOf(input);
  progress(0.3);
  const at = new Date(head.frozenAt);
  const written = await write({
    properties: {
      title: `${snapshot.meeting.title} ${snapshot.meeting.date}`,
      subject: words.frozenLine(snapshot.asOf, snapshot.knownAt),
      description: `SHA-256 ${head.sha256} ${link}`,
      creator: head.frozenByName ?? words.product,
      created: at,
      modified: at,
    },
    defaultFont: { name: 'Microsoft YaHei', size: 11 },
    sheets: sheets.map((sheet, index) => ({
      name: sheet.name,
      columns: sheet.widths.map((width) => ({ width, style: BODY })),
      rows: [sheet.head, ...sheet.rows].map((row) => row.map(asCell)),
      cells: cellsOf(sheet),
      freezePane: { rows: 1 },
      pageSetup: {
        orientation: 'landscape',
        paperSize: 'a4',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$1',
      },
      ...(index === 0
        ? {
            images: [
              {
                data: codePng(link),
                type: 'png' as const,
                anchor: { from: { row: 1, col: 2 } },
                width: 180,
                height: 180,
                altText: words.scan,
              },
            ],
          }
        : {}),
    })),
  });
  progress(0.8);
  return settled(written, head.frozenAt);
}
