import { createHash } from 'node:crypto';

export type InlinedDocument = {
  readonly document: string;
  /** What a content security policy has to name for the styles to hold, as it is written there. */
  readonly source: string;
};

const SHEET = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;

const sourceOf = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

/**
 * The document with its one style sheet inside, and those that its page has beside it, so that it is painted without a
 * second request. Null where there is not one sheet, or where one cannot stand in a document.
 * @param read text of a file by its path in the address; null = there is none.
 * @param more paths of the page's own sheets; each says in the document which one it is
 */
export function inlineStyles(
  document: string,
  read: (path: string) => string | null,
  more: readonly string[] = [],
): InlinedDocument | null {
  const [sheet, ...others] = [...document.matchAll(SHEET)];
  if (sheet?.[1] === undefined || others.length > 0) return null;
  const styles: string[] = [];
  const sources: string[] = [];
  for (const path of [sheet[1], ...more]) {
    const css = read(path);
    if (css === null || /<\/style/i.test(css)) return null;
    styles.push(path === sheet[1] ? `<style>${css}</style>` : `<style id="${path}">${css}</style>`);
    sources.push(sourceOf(css));
  }
  return {
    document: document.replace(sheet[0], () => styles.join('')),
    source: sources.join(' '),
  };
}
