/** What may be seen of a file before it travels; what it is by its content, the server finds out. */
import { type EvidenceType, entryLimits } from '#core/contract/lists.ts';

const endings: Record<EvidenceType, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

const known = Object.values(endings).flat();

/** For the browser's own dialog. */
export const acceptedFiles = [...Object.keys(endings), ...known.map((end) => `.${end}`)].join(',');

export type FileFault = 'tooBig' | 'wrongKind' | 'emptyFile';

/** null = it may be sent. */
export function fileFault({ name, size }: Pick<File, 'name' | 'size'>): FileFault | null {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!known.includes(end)) return 'wrongKind';
  if (size === 0) return 'emptyFile';
  return size > entryLimits.fileBytes ? 'tooBig' : null;
}

/** `3.2 MB`, `640 KB`. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;
}
