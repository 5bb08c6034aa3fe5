import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import { writeDocx } from '#server/exports/docx-writer.ts';
import type { ExportInput } from '#server/exports/export-input.ts';
import { writeCsv, writeJson } from '#server/exports/plain-writers.ts';
import { writePptx } from '#server/exports/pptx-writer.ts';
import { codePng } from '#server/exports/qr.ts';
import { sheetsOf } from '#server/exports/sheets.ts';
import { exportName } from '#server/exports/stamp.ts';
import { writeXlsx } from '#server/exports/xlsx-writer.ts';
import { readPdfFonts } from '#server/node/exports/pdf-fonts.ts';
import { writePdf } from '#server/node/exports/pdf-writer.ts';
import { readPdf } from '../e2e/read-pdf.ts';
import {
  faultOfXml,
  lostRelations,
  type OfficeFile,
  readOffice,
  wordsOf,
} from '../setup/office-file.ts';
import { HASH, LINK, sampleExport } from '../setup/sample-export.ts';

// Writers load large libraries, and a font of ten megabytes.
vi.setConfig({ testTimeout: 120_000 });

type Bytes = Uint8Array<ArrayBuffer>;

const run = promisify(execFile);
const quiet = () => undefined;
const inputs = {} as Record<Language, ExportInput>;
let fonts: Awaited<ReturnType<typeof readPdfFonts>>;

beforeAll(async () => {
  inputs.zh = await sampleExport('zh');
  inputs.en = await sampleExport('en');
  fonts = await readPdfFonts();
});

const programs = (process.env.PATH ?? '').split(path.delimiter);
const isInstalled = (name: string): boolean =>
  programs.some((one) => existsSync(path.join(one, name)));

/** The text that another program reads in a file; null where that program is not installed. */
async function readBy(
  program: 'soffice' | 'pdftotext',
  bytes: Bytes,
  ending: string,
): Promise<string | null> {
  if (!isInstalled(program)) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'exports-'));
  try {
    const file = path.join(folder, `file.${ending}`);
    await writeFile(file, bytes);
    const paper = path.join(folder, 'file.pdf');
    if (program === 'soffice') {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ]);
      if (!isInstalled('pdftotext')) return (await readFile(paper)).length > 0 ? null : '';
    }
    const { stdout } = await run('pdftotext', ['-layout', paper, '-'], { maxBuffer: 1e8 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same picture of a workspace with a real clock. */
function unpinned(input: ExportInput): ExportInput {
  const answers = Object.fromEntries(
    Object.entries(input.snapshot.answers).map(([question, answer]) => {
      if (!question.startsWith('/board')) return [question, answer];
      const board = answer as Board;
      return [question, { ...board, workspace: { ...board.workspace, clockPinnedOn: null } }];
    }),
  );
  return { ...input, snapshot: { ...input.snapshot, answers } };
}

const flat = (text: string): string => text.replace(/\s+/g, '');

/** Where the other program is there, it has to find these words. */
async function expectRead(
  program: 'soffice' | 'pdftotext',
  bytes: Bytes,
  ending: string,
  words: string[],
) {
  const text = await readBy(program, bytes, ending);
  if (text === null) return;
  for (const word of words) expect(flat(text)).toContain(flat(word));
}

function expectWhole(file: OfficeFile): void {
  for (const [name, text] of file.xml)
    expect({ name, fault: faultOfXml(text) }).toEqual({ name, fault: null });
  expect(lostRelations(file)).toEqual([]);
  expect(file.names[0]).toBe('[Content_Types].xml');
}

/** What an independent reader finds in the code of a PNG of ours. */
function readCode(png: Uint8Array): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset);
  const side = view.getUint32(16);
  const length = view.getUint32(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const grey = rows[y * (side + 1) + 1 + x] ?? 0;
      pixels.set([grey, grey, grey, 255], (y * side + x) * 4);
    }
  return jsqr.default(pixels, side, side)?.data;
}

const TITLES: Record<Language, string[]> = {
  zh: [
    '新登记9项任务，完成2个节点',
    '请会议决定',
    '框架节点改期到6月10日',
    '四大重点平台专项资金',
    '没有新数',
  ],
  en: [
    '9 tasks registered, 2 milestones ticked',
    'For the meeting to decide',
    'The framework is due on 10 June',
  ],
};

describe.each(['zh', 'en'] as const)('%s', (lang) => {
  test('a PDF of 16:9 pages with letters that can be selected, no picture in it', async () => {
    const bytes = await writePdf(inputs[lang], fonts, quiet);
    const pdf = readPdf(Buffer.from(bytes));
    expect(pdf.size).toEqual([960, 540]);
    expect(pdf.pages).toBeGreaterThan(15);
    for (const letter of '五月改革例会') expect(pdf.letters).toContain(letter);
    const plain = Buffer.from(bytes).toString('latin1');
    expect(plain).not.toContain('/Subtype /Image');
    expect(plain).toContain('/FontFile2');
    await expectRead('pdftotext', bytes, 'pdf', [...TITLES[lang], HASH, LINK]);
  });

  test('a PPTX with charts and tables of its own, notes and sources', async () => {
    const bytes = await writePptx(inputs[lang], quiet);
    const file = await readOffice(bytes);
    expectWhole(file);
    const slides = wordsOf(file, /^ppt\/slides\/slide\d+\.xml$/);
    for (const title of TITLES[lang]) expect(flat(slides)).toContain(flat(title));
    const charts = file.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toEqual([
      'ppt/charts/chart1.xml',
      'ppt/charts/chart2.xml',
      'ppt/charts/chart3.xml',
    ]);
    expect(file.xml.get('ppt/charts/chart1.xml')).toContain(
      lang === 'zh' ? '<c:v>0.79</c:v>' : '<c:v>79</c:v>',
    );
    expect(file.names.filter((name) => name.startsWith('ppt/embeddings/'))).toHaveLength(3);
    expect([...file.xml.values()].some((text) => text.includes('<a:tbl>'))).toBe(true);
    const notes = wordsOf(file, /^ppt\/notesSlides\//);
    expect(notes).toContain('先讲三个节点，再讲资金没有新数。');
    expect(notes).toContain(HASH);
    expect(notes).toMatch(lang === 'zh' ? /来源：/ : /Sources: /);
  });

  test('an XLSX with every sheet; nothing in it is run as a formula', async () => {
    const bytes = await writeXlsx(inputs[lang], quiet);
    const file = await readOffice(bytes);
    expectWhole(file);
    const sheets = [
      ...(file.xml.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g),
    ];
    expect(sheets.map(([, name]) => name)).toEqual(
      lang === 'zh'
        ? ['概览', '数字', '任务', '节点', '变化', '资金', '待核', '来源', '决定']
        : [
            'Overview',
            'Figures',
            'Tasks',
            'Milestones',
            'Changes',
            'Funds',
            'Questions',
            'Sources',
            'Decisions',
          ],
    );
    expect([...file.xml].filter(([, text]) => /<f[ >]/.test(text)).map(([name]) => name)).toEqual(
      [],
    );
    const words = wordsOf(file, /sharedStrings/);
    expect(words).toContain(`'=HYPERLINK("http://x.example","加快拨付")`);
    expect(words).toContain(HASH);
    expect(words).toContain(LINK);
    expect(words).toContain(lang === 'zh' ? '超' : 'over');
    // 7,900 万元 as a number in yuan, beside its unit.
    expect(file.xml.get('xl/worksheets/sheet2.xml')).toContain('<v>79000000</v>');
  });

  test('a workbook in which nothing that is missing looks like nothing or like a change', () => {
    const sheets = new Map(sheetsOf(inputs[lang]).map((one) => [one.name, one]));
    const columns = (name: string, ...heads: string[]) => {
      const sheet = sheets.get(name);
      const places = heads.map((head) => sheet?.head.indexOf(head) ?? -1);
      return (sheet?.rows ?? []).map((row) => places.map((place) => row[place]));
    };
    const zh = lang === 'zh';
    const changes = zh
      ? columns('变化', '情况', '之后', '变化')
      : columns('Changes', 'State', 'After', 'Difference');
    const [state, after] = zh ? ['没有新数', '无新数'] : ['no new figure', 'no new figure'];
    const silent = changes.filter(([one]) => one === state);
    expect(silent.length).toBeGreaterThan(3);
    for (const row of silent) expect(row).toEqual([state, after, null]);
    const dates = zh
      ? columns('任务', '期限', '原期限', '填报')
      : columns('Tasks', 'Due', 'First due', 'Declared');
    for (const cell of dates.flat()) expect(cell).toMatch(/./);
    const kinds = zh ? columns('来源', '种类') : columns('Sources', 'Kind');
    expect(new Set(kinds.flat())).toEqual(new Set(zh ? ['简讯', '专题'] : ['News', 'Feature']));
  });

  test('a workbook whose every printed page names the meeting; its rows are as high as their texts', async () => {
    const file = await readOffice(await writeXlsx(inputs[lang], quiet));
    for (let sheet = 1; sheet <= 9; sheet += 1) {
      const xml = file.xml.get(`xl/worksheets/sheet${sheet}.xml`) ?? '';
      const header = /<oddHeader>([^<]*)/.exec(xml)?.[1] ?? '';
      expect(header).toContain(lang === 'zh' ? '推演：截至 2021-06-01' : 'as of 1 Jun 2021');
      expect(header).toContain('五月改革例会 2021-06-01');
      expect(xml).toContain(HASH.slice(0, 12));
      for (const [row] of xml.matchAll(/<row [^>]*>/g)) expect(row).toMatch(/ ht="\d+"/);
    }
  });

  test('a DOCX in Chinese faces with changes, red tasks, funds, decisions and sources', async () => {
    const bytes = await writeDocx(inputs[lang], quiet);
    const file = await readOffice(bytes);
    expectWhole(file);
    const text = wordsOf(file, /^word\/document\.xml$/);
    const heads =
      lang === 'zh'
        ? [
            '情况通报',
            '一、主要情况',
            '二、数字变化',
            '三、逾期和受阻的任务',
            '五、会议决定',
            '六、待核口径',
            '七、来源',
          ]
        : ['Bulletin', '1. Findings', '2. Changes of figures', '5. Decisions', '7. Sources'];
    for (const head of heads) expect(text).toContain(head);
    expect(text).not.toContain('收回的决定');
    expect(text).toContain(HASH);
    expect(file.xml.get('word/document.xml')).toContain('w:eastAsia="仿宋"');
  });

  test('a CSV that opens in a spreadsheet: mark, figures, stamp', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(inputs[lang]));
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(lang === 'zh' ? '超,' : 'over,');
    expect(text).toContain(HASH);
    expect(text).toContain(LINK);
  });
});

describe.each([
  ['zh', '推演：截至 2021-06-01，假定到那天再没有填报'],
  ['en', 'Simulation: as of 1 Jun 2021, supposing nothing more is reported'],
] as const)('numbers of a day that had not come, in %s', (lang, says) => {
  const office = async (bytes: Promise<Bytes>, part: RegExp) =>
    wordsOf(await readOffice(await bytes), part);

  test('are said to be a simulation on every slide, in the workbook, the bulletin and the table', async () => {
    const input = inputs[lang];
    const slides = /^ppt\/slides\/slide\d+\.xml$/;
    const deck = await readOffice(await writePptx(input, quiet));
    const pages = deck.names.filter((name) => slides.test(name));
    for (const page of pages) expect(wordsOf(deck, new RegExp(`^${page}$`))).toContain(says);
    expect(await office(writeXlsx(input, quiet), /sharedStrings/)).toContain(says);
    expect(await office(writeDocx(input, quiet), /^word\/document\.xml$/)).toContain(says);
    expect(new TextDecoder().decode(writeCsv(input))).toContain(says);
    await expectRead('pdftotext', await writePdf(input, fonts, quiet), 'pdf', [says]);
  });

  test('are not once the day is there', async () => {
    const head = { ...inputs[lang].head, frozenAt: '2021-06-01T01:00:00.000Z' };
    const input = unpinned({ ...inputs[lang], head });
    expect(await office(writeXlsx(input, quiet), /sharedStrings/)).not.toContain(says);
    expect(await office(writeDocx(input, quiet), /^word\/document\.xml$/)).not.toContain(says);
    expect(new TextDecoder().decode(writeCsv(input))).not.toContain(says);
    expect(await office(writePptx(input, quiet), /^ppt\//)).not.toContain(says);
  });
});

test('the same picture gives the same bytes', async () => {
  const input = inputs.zh;
  for (const write of [
    () => writePdf(input, fonts, quiet),
    () => writePptx(input, quiet),
    () => writeXlsx(input, quiet),
    () => writeDocx(input, quiet),
  ]) {
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  }
});

test('another office program opens what was written, where it is installed', {
  timeout: 180_000,
}, async () => {
  const { zh } = inputs;
  await expectRead('soffice', await writePptx(zh, quiet), 'pptx', TITLES.zh.slice(0, 3));
  await expectRead('soffice', await writeXlsx(zh, quiet), 'xlsx', [HASH, '四大重点平台专项资金']);
  await expectRead('soffice', await writeDocx(zh, quiet), 'docx', ['情况通报', '一、主要情况']);
});

test('the JSON holds the frozen text letter by letter', async () => {
  const text = JSON.stringify(inputs.zh.snapshot);
  const made = new TextDecoder().decode(await writeJson(inputs.zh, [text]));
  expect(made).toContain(`"snapshot":${text}}`);
  expect(JSON.parse(made)).toMatchObject({ link: LINK, head: { sha256: HASH } });
});

test('speaker notes leave the house only with who may see them', async () => {
  const input = { ...inputs.zh, withNotes: false };
  const file = await readOffice(await writePptx(input, quiet));
  expect(wordsOf(file, /^ppt\//)).not.toContain('先讲三个节点');
  expect(
    new TextDecoder().decode(
      await writeJson({ ...input, head: { ...input.head, bytes: 2 } }, ['{}']),
    ),
  ).not.toContain('先讲三个节点');
  const pdf = await writePdf(input, fonts, quiet);
  expect((await readBy('pdftotext', pdf, 'pdf')) ?? '').not.toContain('附：讲稿');
});

test('the code leads to the meeting', () => {
  expect(readCode(codePng(LINK))).toBe(LINK);
});

test('an item that was dropped is on no slide', async () => {
  const agenda = inputs.zh.agenda.map((item) =>
    item.kind === 'platforms' ? { ...item, shown: false } : item,
  );
  const file = await readOffice(await writePptx({ ...inputs.zh, agenda }, quiet));
  expect(wordsOf(file, /^ppt\/slides\//)).not.toContain('在册平台');
});

test('names of files sort by the day of the meeting, and hold nothing that a file system minds', () => {
  const meeting = { title: '五月 例会: a/b\\c?', date: '2021-05-31' };
  expect(exportName(meeting, 2, 'pdf')).toBe('2021-05-31-五月-例会-abc-v2.pdf');
  expect(exportName({ ...meeting, title: '...' }, 1, 'csv')).toBe('2021-05-31-meeting-v1.csv');
});
