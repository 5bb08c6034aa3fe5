/** Names of files: what a person called them, made harmless. */
import type { EvidenceType } from '#core/contract/lists.ts';

const LONGEST = 200;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const ENDINGS: Readonly<Record<EvidenceType, readonly [usual: string, ...others: string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  [`${OFFICE}wordprocessingml.document` as const]: ['docx'],
  [`${OFFICE}spreadsheetml.sheet` as const]: ['xlsx'],
  [`${OFFICE}presentationml.presentation` as const]: ['pptx'],
} as Readonly<Record<EvidenceType, readonly [usual: string, ...others: string[]]>>;

/**
 * A name without folders, control characters and marks that turn the reading direction, with an ending that tells what
 * the content is: what calls itself report.pdf.exe and is a picture is saved as report.pdf.exe.png.
 * @param given null = nobody gave one
 */
export function safeName(given: string | null, type: EvidenceType): string {
  const [usual, ...others] = ENDINGS[type];
  const last = (given ?? '').split(/[/\\]/).pop() ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
  const ending = plain.slice(plain.lastIndexOf('.') + 1).toLowerCase();
  const isRight = plain.includes('.') && [usual, ...others].includes(ending);
  const stem = isRight ? plain.slice(0, plain.lastIndexOf('.')) : plain;
  const kept = isRight ? ending : usual;
  const room = LONGEST - kept.length - 1;
  return `${[...(stem === '' ? 'file' : stem)].slice(0, room).join('')}.${kept}`;
}

/** Content-Disposition that always saves: a plain name for old programs, the real one as RFC 5987 writes it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
