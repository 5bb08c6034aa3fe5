/** The frozen picture for other programs: figures as CSV, everything as JSON. */
import { csvOf } from '#server/http/csv.ts';
import { type Bytes, boardOf, type ExportInput, standing } from './export-input.ts';
import { exportWords } from './export-words.ts';
import { figureSheet } from './sheets.ts';
import { contextOf } from './slide-frame.ts';
import { stampRows } from './stamp.ts';

/** One table: the figures; below it, in two columns, what it is an export of. */
export function writeCsv(input: ExportInput): Bytes {
  const { head, rows } = figureSheet(boardOf(input), contextOf(input));
  const { meeting } = input.snapshot;
  const words = exportWords[input.lang].stamp;
  return csvOf([
    head,
    ...rows,
    [],
    [words.meeting, meeting.title],
    [words.date, meeting.date],
    ...stampRows(input),
  ]);
}

/**
 * The snapshot's own text, letter by letter, beside where it is from and what was put around it. Without its frame the
 * text of `snapshot` has the hash that `head` names. Long documents are held once only.
 * @param pieces the canonical text that was frozen
 * @throws RangeError where it is not as long as `head` says
 */
export async function writeJson(
  input: ExportInput,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<Bytes> {
  const { link, head, agenda, withNotes } = input;
  const shown = withNotes ? agenda : agenda.map((item) => ({ ...item, notes: null }));
  const frame = JSON.stringify({ link, head, agenda: shown, resolutions: standing(input) });
  const encoder = new TextEncoder();
  const open = encoder.encode(`${frame.slice(0, -1)},"snapshot":`);
  const close = encoder.encode('}\n');
  const made = new Uint8Array(open.length + head.bytes + close.length);
  made.set(open);
  let at = open.length;
  for await (const piece of pieces) {
    const bytes = encoder.encode(piece);
    made.set(bytes, at);
    at += bytes.length;
  }
  if (at !== open.length + head.bytes)
    throw new RangeError('the document is not as long as its head says');
  made.set(close, at);
  return made;
}
