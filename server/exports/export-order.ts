/** An export as it is handed to whoever writes it: the packed picture, read there and nowhere else. */
import type { Language } from '#core/contract/lists.ts';
import type { AgendaItem, Resolution, Snapshot, SnapshotHead } from '#core/contract/meeting.ts';
import { agendaOf } from '#core/domain/agenda.ts';
import { documentText, unpack } from '#server/meetings/snapshot-text.ts';
import type { Bytes, ExportInput, Progress, WrittenFormat } from './export-input.ts';

/** Plain values only: it goes to another thread. */
export type ExportOrder = {
  readonly format: WrittenFormat;
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
};

/** Writers that a home adds to those that run everywhere. */
export type MoreWriters = {
  readonly pdf?: (input: ExportInput, progress: Progress) => Promise<Bytes>;
};

/** Answers that a writer asks for; the others of a large workspace would only fill the memory. */
const WANTED = /^\/(?:board|indicators\/|tasks\/)/;

/** The picture without its answers, and what stands around it. */
function framed({ parts: _, rest, format: __, kept, ...around }: ExportOrder): ExportInput {
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
