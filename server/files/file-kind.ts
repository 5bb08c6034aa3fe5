/** What a file is, found in its content; its name and what the browser says of it count for nothing. */
import type { EvidenceType } from '#core/contract/lists.ts';
import { checkUnpacked, ZipError, zipEntries, zipText } from './zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** unknown: none of the kinds that are taken; macros: an Office file that carries a program; bomb, broken: see zip.ts. */
export type FileFault = 'empty' | 'unknown' | 'macros' | 'bomb' | 'broken';
export type FileKind = { readonly type: EvidenceType } | { readonly fault: FileFault };

const ascii = (bytes: Bytes, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Bytes, ...values: number[]): boolean =>
  values.every((value, index) => bytes[index] === value);

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Main part of each kind of Office file, and the media type of the whole. */
const MAIN_PARTS: readonly (readonly [part: string, type: EvidenceType])[] = [
  ['word/document.xml', `${OFFICE}wordprocessingml.document`],
  ['xl/workbook.xml', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OFFICE}presentationml.presentation`],
];
/** The list of parts of a real file is a few kilobytes. */
const CONTENT_TYPES_LIMIT = 2 * 1024 * 1024;

async function officeKind(bytes: Bytes): Promise<FileKind> {
  const entries = zipEntries(bytes);
  const list = entries.find((entry) => entry.name === '[Content_Types].xml');
  if (list === undefined || list.unpacked > CONTENT_TYPES_LIMIT) return { fault: 'unknown' };
  const main = MAIN_PARTS.find(([part]) => entries.some((entry) => entry.name === part));
  if (main === undefined) return { fault: 'unknown' };
  const declared = await zipText(bytes, list);
  const hasProgram = entries.some((entry) => /vbaProject/i.test(entry.name));
  if (/macroEnabled/i.test(declared) || hasProgram) return { fault: 'macros' };
  const [part, type] = main;
  if (!declared.includes(`"/${part}"`) || !declared.includes(`"${type}.main+xml"`))
    return { fault: 'unknown' };
  await checkUnpacked(bytes, entries);
  return { type };
}

/** The kind of a content. Never throws. */
export async function fileKind(bytes: Bytes): Promise<FileKind> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (ascii(bytes, 0, 5) === '%PDF-') return { type: 'application/pdf' };
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { type: 'image/jpeg' };
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { type: 'image/png' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP')
    return { type: 'image/webp' };
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return { fault: 'unknown' };
  try {
    return await officeKind(bytes);
  } catch (error) {
    if (error instanceof ZipError) return { fault: error.fault };
    return { fault: 'broken' };
  }
}
