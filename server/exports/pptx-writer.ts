/** The frozen picture as a presentation: shapes, tables and charts that PowerPoint itself can edit, notes, sources. */
import PptxGenJS from 'pptxgenjs';
import type { LightState } from '#core/contract/lists.ts';
import { base64 } from './base64.ts';
import { deckScenes } from './deck-scenes.ts';
import type { Bytes, ExportInput, Progress } from './export-input.ts';
import { exportWords } from './export-words.ts';
import { settled } from './office-zip.ts';
import { codePng } from './qr.ts';
import {
  type ChartPart,
  colours,
  lightColours,
  PAGE,
  type Run,
  type Scene,
  type ScenePart,
  type ShapePart,
  type TablePart,
  type TextPart,
} from './scene.ts';
import { CELL } from './table-layout.ts';

/** The library's types are those of its CommonJS build; what is imported is the class itself. */
const Presentation = PptxGenJS as unknown as typeof PptxGenJS.default;
/** Known to the library, not to its types. */
const FREE_SHAPE = 'custGeom' as unknown as PptxGenJS.default.SHAPE_NAME;
type PptxSlide = PptxGenJS.default.Slide;
type TextProps = PptxGenJS.default.TextProps;

/** Inches and points of a unit of the page. */
const INCH = 13.333 / PAGE.width;
const POINT = 960 / PAGE.width;

const FONT = 'Microsoft YaHei';

/** Marks that stand for the shapes of lights where only letters can. */
const MARKS: Readonly<Record<LightState, string>> = {
  done: '■',
  ok: '●',
  near: '▲',
  over: '◆',
  blocked: '◆',
  none: '○',
};

const inches = (units: number): number => Math.round(units * INCH * 10_000) / 10_000;
const points = (units: number): number => Math.round(units * POINT * 10) / 10;

const lookOf = (one: Run) => ({
  fontFace: FONT,
  fontSize: points(one.size),
  bold: one.bold,
  color: one.colour,
});

function addText(slide: PptxSlide, part: TextPart): void {
  const isOne = part.lines.length === 1;
  const first = part.lines[0]?.[0];
  if (first === undefined) return;
  const runs: TextProps[] =
    part.whole !== null
      ? [{ text: part.whole, options: lookOf(first) }]
      : part.lines.flatMap((line) => line.map((one) => ({ text: one.text, options: lookOf(one) })));
  slide.addText(runs, {
    x: inches(part.x),
    y: inches(part.y),
    w: inches(part.width),
    h: inches(part.lines.length * part.leading),
    align: part.align,
    valign: 'middle',
    margin: 0,
    wrap: !isOne,
    // A program without the face sets wider letters: lines that no longer fit become smaller there.
    fit: isOne ? 'none' : 'shrink',
    lineSpacing: points(part.leading * 0.94),
  });
}

function addArea(
  slide: PptxSlide,
  corners: readonly (readonly [number, number])[],
  part: Extract<ShapePart, { kind: 'area' }>,
): void {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const look = {
    x: inches(left),
    y: inches(top),
    w: inches(width),
    h: inches(height),
    ...(part.fill === null ? {} : { fill: { color: part.fill } }),
    ...(part.stroke === null
      ? {}
      : { line: { color: part.stroke.colour, width: points(part.stroke.width) } }),
  };
  const isBox = corners.length === 4 && new Set(xs).size === 2 && new Set(ys).size === 2;
  if (isBox) {
    slide.addShape('rect', look);
    return;
  }
  const path = corners.map(([x, y], index) => ({
    x: inches(x - left),
    y: inches(y - top),
    ...(index === 0 ? { moveTo: true } : {}),
  }));
  slide.addShape(FREE_SHAPE, { ...look, points: [...path, { close: true as const }] });
}

function addShape(slide: PptxSlide, part: ShapePart): void {
  if (part.kind === 'area') {
    addArea(slide, part.points, part);
    return;
  }
  if (part.kind === 'disc') {
    const [x, y] = part.centre;
    slide.addShape('ellipse', {
      x: inches(x - part.radius),
      y: inches(y - part.radius),
      w: inches(part.radius * 2),
      h: inches(part.radius * 2),
      ...(part.fill === null ? {} : { fill: { color: part.fill } }),
      ...(part.stroke === null
        ? {}
        : {
            line: {
              color: part.stroke.colour,
              width: points(part.stroke.width),
              dashType: part.stroke.dashed ? ('sysDash' as const) : ('solid' as const),
            },
          }),
    });
    return;
  }
  const [[x1, y1], [x2, y2]] = [part.from, part.to];
  slide.addShape('line', {
    x: inches(Math.min(x1, x2)),
    y: inches(Math.min(y1, y2)),
    w: inches(Math.abs(x2 - x1)),
    h: inches(Math.abs(y2 - y1)),
    flipV: (x2 - x1) * (y2 - y1) < 0,
    line: {
      color: part.colour,
      width: points(part.width),
      dashType: part.dashed ? 'sysDash' : 'solid',
    },
  });
}

function addTable(slide: PptxSlide, table: TablePart): void {
  const { columns, size } = table;
  const base = { fontFace: FONT, fontSize: points(size), valign: 'top' as const };
  const none = { type: 'none' as const };
  const edge = (colour: string, pt: number) => ({ type: 'solid' as const, color: colour, pt });
  const margin: [number, number, number, number] = [
    inches(CELL.pad),
    inches(CELL.gap),
    inches(CELL.pad),
    0,
  ];
  const head = columns.map(({ head: text, align }) => ({
    text,
    options: {
      ...base,
      align,
      bold: true,
      color: colours.ink2,
      margin,
      border: [edge(colours.ink, 1.5), none, edge(colours.ink3, 1), none] as [
        PptxGenJS.default.BorderProps,
        PptxGenJS.default.BorderProps,
        PptxGenJS.default.BorderProps,
        PptxGenJS.default.BorderProps,
      ],
    },
  }));
  const rows = table.rows.map(({ cells }) =>
    cells.map((cell, index) => ({
      text: [
        ...(cell.light === null
          ? []
          : [
              {
                text: `${MARKS[cell.light]} `,
                options: { ...base, color: lightColours[cell.light] },
              },
            ]),
        { text: cell.text, options: { ...base, bold: cell.bold, color: cell.colour } },
      ],
      options: {
        ...base,
        align: columns[index]?.align ?? ('left' as const),
        margin,
        border: [none, none, edge(colours.line, 0.5), none] as [
          PptxGenJS.default.BorderProps,
          PptxGenJS.default.BorderProps,
          PptxGenJS.default.BorderProps,
          PptxGenJS.default.BorderProps,
        ],
      },
    })),
  );
  slide.addTable([head, ...rows], {
    x: inches(table.x),
    y: inches(table.y),
    w: inches(columns.reduce((sum, column) => sum + column.width, 0)),
    colW: columns.map(({ width }) => inches(width)),
    rowH: [table.headHeight, ...table.rows.map(({ height }) => height)].map(inches),
    autoPage: false,
  });
}

function addChart(slide: PptxSlide, chart: ChartPart): void {
  const letters = { catAxisLabelFontFace: FONT, valAxisLabelFontFace: FONT, legendFontFace: FONT };
  const size = points(chart.size);
  const isWhole = chart.series.every(({ values }) =>
    values.every((value) => Number.isInteger(value ?? 0)),
  );
  const format = isWhole ? '#,##0' : 'General';
  slide.addChart(
    chart.type === 'bars' ? 'bar' : 'line',
    chart.series.map(({ name, values }) => ({
      name,
      labels: [...chart.categories],
      // The library takes numbers only; what is not on record stays an empty cell and draws nothing.
      values: values as number[],
    })),
    {
      x: inches(chart.x),
      y: inches(chart.y),
      w: inches(chart.width),
      h: inches(chart.height),
      barDir: 'col',
      chartColors: chart.series.map(({ colour }) => colour),
      showTitle: true,
      title: chart.title,
      titleFontFace: FONT,
      titleFontSize: points(chart.size + 4),
      titleColor: colours.ink,
      showLegend: chart.series.length > 1,
      legendPos: 'b',
      legendFontSize: size,
      ...letters,
      catAxisLabelFontSize: size,
      valAxisLabelFontSize: size,
      valAxisLabelFormatCode: format,
      valGridLine: { color: colours.line, size: 0.5 },
      catGridLine: { style: 'none' },
      showValue: chart.type === 'bars',
      dataLabelFontFace: FONT,
      dataLabelFontSize: size,
      dataLabelFormatCode: format,
      barGapWidthPct: 60,
      lineDataSymbolSize: 7,
      chartArea: { roundedCorners: false },
      altText: chart.title,
    },
  );
}

function addPart(slide: PptxSlide, part: ScenePart, picture: string): void {
  switch (part.kind) {
    case 'text':
      addText(slide, part);
      return;
    case 'table':
      addTable(slide, part);
      return;
    case 'chart':
      addChart(slide, part);
      return;
    case 'code':
      slide.addImage({
        data: picture,
        x: inches(part.x),
        y: inches(part.y),
        w: inches(part.width),
        h: inches(part.width),
      });
      return;
    default:
      addShape(slide, part);
  }
}

/** Speaker notes, then where the numbers come from. */
function notesOf(scene: Scene, input: ExportInput): string {
  const words = exportWords[input.lang];
  return [
    scene.notes,
    scene.sources.length === 0 ? null : words.sources(scene.sources.join(words.between)),
    `${words.frozenLine(input.snapshot.asOf, input.snapshot.knownAt)}
SHA-256 ${input.head.sha256}`,
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}

export async function writePptx(input: ExportInput, progress: Progress): Promise<Bytes> {
  const { snapshot, head, lang } = input;
  const words = exportWords[lang];
  const scenes = deckScenes(input, 'screen');
  const deck = new Presentation();
  deck.defineLayout({ name: 'projector', width: inches(PAGE.width), height: inches(PAGE.height) });
  deck.layout = 'projector';
  deck.title = `${snapshot.meeting.title} ${snapshot.meeting.date}`;
  deck.subject = `${words.frozenLine(snapshot.asOf, snapshot.knownAt)} · SHA-256 ${head.sha256} · ${input.link}`;
  deck.author = head.frozenByName ?? words.product;
  deck.company = words.product;
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const picture = `image/png;base64,${base64(codePng(input.link))}`;
  scenes.forEach((scene, index) => {
    const slide = deck.addSlide();
    for (const part of scene.parts) addPart(slide, part, picture);
    slide.addNotes(notesOf(scene, input));
    progress((0.5 * (index + 1)) / scenes.length);
  });
  const written = await deck.write({ outputType: 'uint8array' });
  progress(0.9);
  return settled(written as Uint8Array, head.frozenAt);
}
