import { createHash } from 'node:crypto';

export type InlinedDocument = {
  readonly document: string;
  /** What a content security policy has to name for the styles to hold, as it is written there. */
  readonly source: string;
};

const SHEET = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;

/**
 * The document with its one style sheet inside, so that it is painted without a second request.
 * Null where there is not one sheet, or where it cannot stand in a document.
 * @param read text of a file by its path in the address; null = there is none.
 */
export function inlineStyles(
  document: string,
  read: (path: string) => string | null,
): InlinedDocument | null {
  const [sheet, ...more] = [...document.matchAll(SHEET)];
  const css = sheet?.[1] === undefined ? null : read(sheet[1]);
  if (sheet === undefined || more.length > 0 || css === null || /<\/style/i.test(css)) return null;
  return {
    document: document.replace(sheet[0], () => `<style>${css}</style>`),
    source: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  };
}
