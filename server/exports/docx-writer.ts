/** The frozen picture as a bulletin (通报) for a word processor. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Board } from '#core/contract/board.ts';
import { formatDate, formatDayInText } from '#core/domain/format.ts';
import { changeText, questionMarks } from './appendix-pages.ts';
import {
  type Bytes,
  boardOf,
  type ExportInput,
  isSimulated,
  type Progress,
  standing,
  tasksOf,
} from './export-input.ts';
import { settled } from './office-zip.ts';
import { codePng } from './qr.ts';
import { colours, lightColours } from './scene.ts';
import { findingsOf } from './sheets.ts';
import { contextOf, type SlideContext } from './slide-frame.ts';
import { resolutionText } from './slide-lists.ts';
import { frozenText, stampRows } from './stamp.ts';

/** Latin and Chinese letters; a Chinese text without the second is set in whatever the reader's program likes. */
const faces = (chinese: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: chinese,
  cs: 'Times New Roman',
});
const BODY = faces('仿宋');
const HEAD = faces('黑体');
const TITLE = faces('方正小标宋简体');

/** Red tasks that are listed; the others are counted. */
const MOST_TASKS = 60;
const PAGE_WIDTH = 8846;

type Row = readonly string[];

const paragraph = (
  text: string,
  more: { readonly indent?: boolean; readonly size?: number } = {},
): Paragraph =>
  new Paragraph({
    spacing: { line: 400, after: 60 },
    ...(more.indent === true ? { indent: { firstLine: 560 } } : {}),
    children: [new TextRun({ text, font: BODY, size: more.size ?? 28 })],
  });

const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 280, after: 120 },
    children: [new TextRun({ text, font: HEAD, size: 30, bold: true, color: colours.ink })],
  });

/** A line that nobody overlooks. */
function boxed(text: string, alignment: (typeof AlignmentType)['CENTER']): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 12, color: colours.ink, space: 4 };
  return new Paragraph({
    alignment,
    spacing: { before: 60, after: 120 },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: [new TextRun({ text, font: HEAD, size: 24, bold: true })],
  });
}

function table(head: Row, rows: readonly Row[], shares: readonly number[]): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((PAGE_WIDTH * share) / whole));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  const borders = { top: edge, bottom: edge, left: edge, right: edge };
  const cell = (text: string, index: number, bold: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 1000, type: WidthType.DXA },
      borders,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(bold ? { shading: { fill: colours.raised } } : {}),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            children: [new TextRun({ text: line, font: bold ? HEAD : BODY, size: 21, bold })],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((text, index) => cell(text, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell(text, index, false)),
          }),
      ),
    ],
  });
}

function titleParts(context: SlideContext): Paragraph[] {
  const { input, words } = context;
  const { meeting, asOf } = input.snapshot;
  const centred = { alignment: AlignmentType.CENTER };
  return [
    new Paragraph({
      ...centred,
      heading: HeadingLevel.TITLE,
      spacing: { before: 200, after: 120 },
      children: [
        new TextRun({
          text: meeting.title,
          font: TITLE,
          size: 44,
          bold: true,
          color: colours.over,
        }),
      ],
    }),
    new Paragraph({
      ...centred,
      spacing: { after: 60 },
      children: [new TextRun({ text: words.bulletin.kind, font: HEAD, size: 32 })],
    }),
    ...(isSimulated(input)
      ? [boxed(words.simulated(formatDate(asOf, input.lang)), centred.alignment)]
      : []),
    new Paragraph({
      ...centred,
      spacing: { after: 200 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: colours.over, space: 6 } },
      children: [
        new TextRun({
          text: [formatDayInText(meeting.date, input.lang), frozenText(input)].join('　'),
          font: BODY,
          size: 21,
        }),
      ],
    }),
  ];
}

/** A name with the marks of what is not settled about it. */
function marked(name: string, questions: readonly number[], context: SlideContext): string {
  if (questions.length === 0) return name;
  const marks = questionMarks(questions, context);
  return context.input.lang === 'zh' ? `${name}（${marks}）` : `${name} (${marks})`;
}

function questionParts(board: Board, { words }: SlideContext): (Paragraph | Table)[] {
  const open = board.questions.filter((question) => question.open);
  if (open.length === 0) return [paragraph(words.bulletin.noQuestions, { indent: true })];
  const w = words.questions;
  const rows = open.map(({ number, summary, title, statements }) => [
    words.question(number),
    summary === '' ? title : `${title}\n${summary}`,
    statements.map(({ text }) => text).join('\n'),
  ]);
  return [table([w.number, w.title, w.statements], rows, [1, 4, 5])];
}

function changeParts(board: Board, context: SlideContext): (Paragraph | Table)[] {
  const { words } = context;
  if (board.changes === null) return [paragraph(words.bulletin.noCompare, { indent: true })];
  const w = words.changeRow;
  const rows = board.changes.groups.flatMap((group) =>
    group.rows.map((row) => [
      words.group[group.id],
      marked(row.light === null ? row.label : words.light[row.light], row.questions, context),
      changeText(row.before, context),
      row.state === 'no-new-figure' ? words.noNewFigure : changeText(row.after, context),
      words.change[row.state],
    ]),
  );
  return [table([w.group, w.label, w.before, w.after, w.state], rows, [2, 4, 2, 2, 2])];
}

function redParts(context: SlideContext): (Paragraph | Table)[] {
  const { words, input } = context;
  const red = tasksOf(input).filter(
    ({ light }) => light.state === 'over' || light.state === 'blocked',
  );
  if (red.length === 0) return [paragraph(words.tasks.noneRed, { indent: true })];
  const w = words.tasks;
  const rows = red
    .slice(0, MOST_TASKS)
    .map((task) => [task.title, task.ownerName, words.light[task.light.state], task.light.why]);
  const rest = red.length - MOST_TASKS;
  return [
    table([w.title, w.owner, w.light, w.why], rows, [4, 2, 1.2, 4]),
    ...(rest > 0 ? [paragraph(words.silence.rest(rest))] : []),
  ];
}

function decisionParts(context: SlideContext): (Paragraph | Table)[] {
  const { words, input } = context;
  const decided = standing(input);
  if (decided.length === 0) return [paragraph(words.bulletin.noDecisions, { indent: true })];
  const w = words.resolutions;
  const rows = decided.map((resolution) => [
    resolutionText(resolution, context),
    w.kinds[resolution.kind],
    resolution.ownerName ?? words.notListed,
    resolution.due ?? words.notListed,
  ]);
  return [table([w.words, w.kind, w.owner, w.due], rows, [5, 1.5, 2, 1.7])];
}

function stampParts(context: SlideContext): (Paragraph | Table)[] {
  const { words, input } = context;
  return [
    heading(words.bulletin.stamp),
    table([words.stamp.meeting, input.snapshot.meeting.title], stampRows(input), [2, 6]),
    new Paragraph({
      spacing: { before: 160 },
      children: [
        new ImageRun({
          type: 'png',
          data: codePng(input.link),
          transformation: { width: 110, height: 110 },
          altText: { id: '1', name: 'QR', title: words.scan, description: input.link },
        }),
      ],
    }),
    paragraph(`${words.scan}${input.lang === 'zh' ? '：' : ': '}${input.link}`, { size: 20 }),
  ];
}

export async function writeDocx(input: ExportInput, progress: Progress): Promise<Bytes> {
  const context = contextOf(input);
  const { words } = context;
  const { meeting } = input.snapshot;
  const board = boardOf(input);
  const zh = input.lang === 'zh';
  const lights = board.lights.map(
    ({ state, count }) =>
      new TextRun({
        text: `${words.light[state]} ${count}　`,
        font: BODY,
        size: 28,
        color: lightColours[state],
      }),
  );
  const children = [
    ...titleParts(context),
    heading(words.bulletin.findings),
    ...findingsOf(board).map((finding) =>
      paragraph(`${finding}${zh ? '。' : '.'}`, { indent: true }),
    ),
    new Paragraph({ indent: { firstLine: 560 }, children: lights }),
    heading(words.bulletin.changes),
    ...changeParts(board, context),
    heading(words.bulletin.red),
    ...redParts(context),
    heading(words.bulletin.funds),
    ...board.funds.map((fund) => paragraph(fund.sentence, { indent: true })),
    heading(words.bulletin.decisions),
    ...decisionParts(context),
    heading(words.bulletin.questions),
    ...questionParts(board, context),
    heading(words.bulletin.sources),
    ...board.sources.map((source, index) =>
      paragraph(
        `${index + 1}. ${source.title}${zh ? '（' : ' ('}${formatDate(source.asOf, input.lang)}${zh ? '）' : ')'}`,
        {
          size: 24,
        },
      ),
    ),
    ...stampParts(context),
  ];
  progress(0.5);
  const stamp = `${meeting.title} ${meeting.date} v${input.snapshot.version} ${input.head.sha256.slice(0, 12)}　`;
  const document = new Document({
    title: `${meeting.title} ${words.bulletin.kind}`,
    subject: words.frozenLine(input.snapshot.asOf, input.snapshot.knownAt),
    description: `SHA-256 ${input.head.sha256} ${input.link}`,
    creator: input.head.frozenByName ?? words.product,
    styles: { default: { document: { run: { font: BODY, size: 28 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ text: stamp, font: BODY, size: 18, color: colours.ink3 }),
                  new TextRun({
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    font: BODY,
                    size: 18,
                  }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  const packed = await Packer.pack(document, 'uint8array');
  progress(0.9);
  return settled(packed, input.head.frozenAt);
}
