/** An export as it is handed to whoever writes it: the packed picture, read there and nowhere else. */
import type { ExportFormat, Language } from '#core/contract/lists.ts';
import type { AgendaItem, Resolution, Snapshot, SnapshotHead } from '#core/contract/meeting.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import type { BundledMeeting } from '#server/bundle/bundle-content.ts';
import { documentText, unpack } from '#server/meetings/snapshot-text.ts';
import type { PageFile } from './bundle-writer.ts';
import type { Bytes, ExportInput, Progress } from './export-input.ts';

/** Plain values only: it goes to another thread. */
export type ExportOrder = {
  readonly format: ExportFormat;
  /** Parts of the frozen document in their order, packed. */
  readonly parts: readonly Bytes[];
  /** What the document says after its answers. */
  readonly rest: string;
  readonly head: SnapshotHead;
  /** What the office wrote; the data write the rest. */
  readonly kept: readonly AgendaItem[];
  readonly resolutions: readonly Resolution[];
  readonly lang: Language;
  readonly link: string;
  readonly withNotes: boolean;
  /** What a bundle tells of the meeting; null in every other format. */
  readonly bundled: BundledMeeting | null;
};

/** Writers that a home adds to those that run everywhere. */
export type MoreWriters = {
  readonly pdf?: (input: ExportInput, progress: Progress) => Promise<Bytes>;
  /** The page that a bundle carries. */
  readonly page?: () => Promise<readonly PageFile[]>;
};

/** Answers that a writer asks for; the others of a large workspace would only fill the memory. */
const WANTED = /^\/(?:board|indicators\/|tasks\/)/;

/** The picture without its answers, and what stands around it. */
function framed(order: ExportOrder): ExportInput {
  const { parts: _, rest, format: __, bundled: ___, kept, ...around } = order;
  const snapshot = JSON.parse(`{"answers":{},${rest}}`) as Snapshot;
  const agenda = agendaOf(snapshot.slides[around.lang], kept, around.lang);
  return { ...around, agenda, snapshot };
}

async function inputOf(order: ExportOrder): Promise<ExportInput> {
  const input = framed(order);
  const answers: Record<string, unknown> = {};
  const own = `lang=${order.lang}`;
  for (const content of order.parts) {
    const found = JSON.parse(`{${await unpack(content)}}`) as Record<string, unknown>;
    for (const [question, answer] of Object.entries(found))
      if (WANTED.test(question) && question.endsWith(own)) answers[question] = answer;
  }
  return { ...input, snapshot: { ...input.snapshot, answers } };
}

function wholeText({ parts, rest }: ExportOrder): AsyncIterable<string> {
  const each = async function* () {
    for (const content of parts) yield { content };
  };
  return documentText(each(), rest);
}

/**
 * Writes the file. The writers are loaded when they are asked for: a page that never exports carries none.
 * @throws RangeError where this home has no writer for the format
 */
export async function writeExport(
  order: ExportOrder,
  progress: Progress,
  more: MoreWriters = {},
): Promise<Bytes> {
  if (order.format === 'json') {
    const { writeJson } = await import('./plain-writers.ts');
    return writeJson(framed(order), wholeText(order));
  }
  if (order.format === 'bundle') {
    if (more.page === undefined || order.bundled === null)
      throw new RangeError('this home writes no bundle');
    const { writeBundle } = await import('./bundle-writer.ts');
    return writeBundle(order.bundled, order.parts, await more.page(), progress);
  }
  const input = await inputOf(order);
  progress(0.1);
  const later: Progress = (done) => progress(0.1 + 0.9 * done);
  switch (order.format) {
    case 'csv':
      return (await import('./plain-writers.ts')).writeCsv(input);
    case 'xlsx':
      return (await import('./xlsx-writer.ts')).writeXlsx(input, later);
    case 'docx':
      return (await import('./docx-writer.ts')).writeDocx(input, later);
    case 'pptx':
      return (await import('./pptx-writer.ts')).writePptx(input, later);
    case 'pdf':
      if (more.pdf === undefined) throw new RangeError('this home writes no PDF');
      return more.pdf(input, later);
  }
}
