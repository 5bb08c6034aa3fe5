/** The frozen picture on paper: vectors, letters that can be selected, pages of 16:9 as on the projector. */
import PDFDocument from 'pdfkit';
import { chartParts } from '#server/exports/chart-geometry.ts';
import { deckScenes } from '#server/exports/deck-scenes.ts';
import type { Bytes, ExportInput, Progress } from '#server/exports/export-input.ts';
import { exportWords } from '#server/exports/export-words.ts';
import {
  type Colour,
  colours,
  leadingOf,
  lightAt,
  PAGE,
  rule,
  run,
  type Scene,
  type ScenePart,
  type TablePart,
  type TextPart,
} from '#server/exports/scene.ts';
import { CELL, cellLines, lightRoom } from '#server/exports/table-layout.ts';
import { widthOf } from '#server/exports/text-width.ts';
import type { PdfFonts } from './pdf-fonts.ts';

type Paper = InstanceType<typeof PDFDocument>;

/** Points of a unit of the page: 13.33 x 7.5 inches in all. */
const POINT = 960 / PAGE.width;
/** Where the base line stands in a line of text, as a share of the size from its top. */
const BASE = 0.88;

const hex = (colour: Colour): string => `#${colour}`;

/** In a Latin text, the marks that this font draws as wide as a Chinese letter, as narrow ones. */
const NARROW = new Map([
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['…', '...'],
  ['·', '-'],
]);
const HAS_CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;
const drawn = (text: string): string =>
  HAS_CHINESE.test(text) ? text : text.replace(/[“”‘’…·]/g, (mark) => NARROW.get(mark) ?? mark);

function drawText(paper: Paper, part: TextPart): void {
  part.lines.forEach((runs, index) => {
    const texts = runs.map((one) => ({ ...one, text: drawn(one.text) }));
    const widths = texts.map(({ text, size, bold }) => widthOf(text, size, bold));
    const width = widths.reduce((sum, one) => sum + one, 0);
    const spare = part.align === 'right' ? part.width - width : (part.width - width) / 2;
    let x = part.x + (part.align === 'left' ? 0 : spare);
    const size = Math.max(0, ...runs.map((one) => one.size));
    const base = part.y + index * part.leading + (part.leading - size) / 2 + size * BASE;
    texts.forEach((one, at) => {
      if (one.text !== '') {
        paper
          .font(one.bold ? 'bold' : 'regular')
          .fontSize(one.size)
          .fillColor(hex(one.colour))
          .text(one.text, x, base, { lineBreak: false, baseline: 'alphabetic', features: [] });
      }
      x += widths[at] ?? 0;
    });
  });
}

function paint(
  paper: Paper,
  fill: Colour | null,
  edge: { readonly colour: Colour; readonly width: number } | null,
): void {
  if (edge !== null) paper.lineWidth(edge.width).strokeColor(hex(edge.colour));
  if (fill !== null) paper.fillColor(hex(fill));
  if (fill !== null && edge !== null) paper.fillAndStroke();
  else if (fill !== null) paper.fill();
  else if (edge !== null) paper.stroke();
}

/** A table as words, lights and rules. */
function tableParts(table: TablePart): ScenePart[] {
  const { columns, size } = table;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const leading = leadingOf(size);
  const parts: ScenePart[] = [];
  const row = (y: number, cells: TablePart['rows'][number]['cells']): void => {
    let x = table.x;
    columns.forEach((column, index) => {
      const cell = cells[index];
      if (cell !== undefined) {
        const indent = lightRoom(cell, size);
        const lines = cellLines(cell, column.width, size);
        if (cell.light !== null) parts.push(...lightAt(x, y + CELL.pad + 3, size, cell.light));
        parts.push({
          kind: 'text',
          x: x + indent,
          y: y + CELL.pad,
          width: column.width - CELL.gap - indent,
          align: column.align,
          lines: lines.map((line) => [run(line, size, cell.bold, cell.colour)]),
          leading,
          whole: cell.text,
        });
      }
      x += column.width;
    });
  };
  row(
    table.y,
    columns.map(({ head }) => ({ text: head, bold: true, colour: colours.ink2, light: null })),
  );
  let y = table.y + table.headHeight;
  parts.push(
    rule(table.x, table.y, width, 3, colours.ink),
    rule(table.x, y, width, 2, colours.ink3),
  );
  for (const { height, cells } of table.rows) {
    row(y, cells);
    y += height;
    parts.push(rule(table.x, y, width, 1));
  }
  return parts;
}

function drawPart(paper: Paper, part: ScenePart): void {
  switch (part.kind) {
    case 'text':
      drawText(paper, part);
      return;
    case 'line':
      if (part.dashed) paper.dash(4, { space: 5 });
      paper
        .moveTo(...part.from)
        .lineTo(...part.to)
        .lineWidth(part.width)
        .strokeColor(hex(part.colour))
        .stroke();
      if (part.dashed) paper.undash();
      return;
    case 'area':
      paper.polygon(...part.points.map(([x, y]) => [x, y]));
      paint(paper, part.fill, part.stroke);
      return;
    case 'disc':
      if (part.stroke?.dashed === true)
        paper.dash(part.radius * 0.46, { space: part.radius * 0.32 });
      paper.circle(...part.centre, part.radius);
      paint(paper, part.fill, part.stroke);
      if (part.stroke?.dashed === true) paper.undash();
      return;
    case 'table':
      drawParts(paper, tableParts(part));
      return;
    case 'chart':
      drawParts(paper, chartParts(part));
      return;
    case 'code': {
      const side = part.width / part.modules.length;
      part.modules.forEach((row, y) => {
        row.forEach((isDark, x) => {
          if (isDark) paper.rect(part.x + x * side, part.y + y * side, side, side);
        });
      });
      paper.fillColor(hex(colours.ink)).fill();
      return;
    }
  }
}

function drawParts(paper: Paper, parts: readonly ScenePart[]): void {
  for (const part of parts) drawPart(paper, part);
}

function drawPage(paper: Paper, scene: Scene): void {
  paper.addPage();
  paper.outline.addItem(scene.title);
  const page = paper.struct('Sect', { title: scene.title }, [
    paper.struct('P', {}, () => {
      paper.save().scale(POINT);
      drawParts(paper, scene.parts);
      paper.restore();
    }),
  ]);
  paper.addStructure(page);
  page.end();
}

/** The same picture gives the same bytes: dates are those of the freeze. */
export async function writePdf(
  input: ExportInput,
  fonts: PdfFonts,
  progress: Progress,
): Promise<Bytes> {
  const { snapshot, head, lang, link } = input;
  const scenes = deckScenes(input, 'papers');
  const at = new Date(head.frozenAt);
  const paper = new PDFDocument({
    size: [PAGE.width * POINT, PAGE.height * POINT],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    tagged: true,
    displayTitle: true,
    fontLayoutCache: false,
    info: {
      Title: `${snapshot.meeting.title} ${snapshot.meeting.date}`,
      Subject: exportWords[lang].frozenLine(snapshot.asOf, snapshot.knownAt),
      Keywords: `sha256 ${head.sha256} ${link}`,
      Creator: exportWords[lang].product,
      Producer: 'Reform Cockpit',
      CreationDate: at,
      ModDate: at,
    },
  });
  const pieces: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    paper.on('data', (piece: Uint8Array) => pieces.push(piece));
    paper.on('end', resolve);
    paper.on('error', reject);
  });
  paper.registerFont('regular', fonts.regular);
  paper.registerFont('bold', fonts.bold);
  scenes.forEach((scene, index) => {
    drawPage(paper, scene);
    progress((index + 1) / (scenes.length + 1));
  });
  paper.end();
  await whole;
  return new Uint8Array(Buffer.concat(pieces));
}
