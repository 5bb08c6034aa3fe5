/**
 * The offline bundle: a folder in an archive that opens without a server. Beside the page and what it runs on lies the
 * frozen document itself, letter by letter.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Instant } from '#core/domain/records.ts';
import { type BundledMeeting, meetingScript, partsScript } from '#server/bundle/bundle-content.ts';
import { documentText } from '#server/meetings/snapshot-text.ts';
import { base64 } from './base64.ts';
import { bundleIndex, bundleReadme } from './bundle-texts.ts';
import type { Bytes, Progress } from './export-input.ts';
import { exportName } from './stamp.ts';

/** A file of the page that runs in a bundle. */
export type PageFile = { readonly path: string; readonly content: Bytes };

/** Archives name hours without a zone: those of UTC, so that the same bundle has the same bytes everywhere. */
function zipDate(at: Instant): Date {
  const utc = new Date(at);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

/** An archive that takes its files in pieces. */
function archive(folder: string, at: Instant) {
  const mtime = zipDate(at);
  const made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    made.push(piece);
  });
  const file = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(`${folder}/${path}`, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    return entry;
  };
  return {
    file,
    whole: (path: string, content: Uint8Array): void => file(path).push(content, true),
    end: (): Bytes => {
      zip.end();
      const bytes = new Uint8Array(made.reduce((sum, piece) => sum + piece.length, 0));
      let place = 0;
      for (const piece of made.splice(0)) {
        bytes.set(piece, place);
        place += piece.length;
      }
      return bytes;
    },
  };
}

/**
 * @param parts of the frozen document in their order, packed
 * @param page files of the page that runs in a bundle
 */
export async function writeBundle(
  bundled: BundledMeeting,
  parts: readonly Bytes[],
  page: readonly PageFile[],
  progress: Progress,
): Promise<Bytes> {
  const { details, head, lang, rest } = bundled;
  const folder = exportName(details[lang].meeting, head.version, 'zip').slice(0, -'.zip'.length);
  const zip = archive(folder, head.frozenAt);
  zip.whole('index.html', strToU8(bundleIndex(bundled)));
  zip.whole('README.txt', strToU8(bundleReadme(bundled)));
  for (const { path, content } of page) zip.whole(`app/${path}`, content);
  zip.whole('data/meeting.js', strToU8(meetingScript(bundled)));
  zip.whole('data/parts.js', strToU8(partsScript(parts.map(base64))));
  progress(0.4);
  let done = 0;
  const each = async function* () {
    for (const content of parts) {
      yield { content };
      done += 1;
      progress(0.4 + 0.55 * (done / parts.length));
    }
  };
  const document = zip.file('snapshot.json');
  for await (const text of documentText(each(), rest)) document.push(strToU8(text));
  document.push(new Uint8Array(0), true);
  return zip.end();
}
