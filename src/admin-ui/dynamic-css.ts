/**
 * Stands in for the file of antd's helpers that writes style elements, which the content security policy refuses
 * (vite.config.ts puts it there). Rules made at run time (a page that must not scroll, the width of a scroll bar) go
 * into sheets that the document adopts; antd's own looks are in the built sheet, and are not written at all.
 */

type Options = { readonly mark?: string };

const sheets = new Map<string, CSSStyleSheet>();

function adopt(key: string, css: string): void {
  const known = sheets.get(key);
  const sheet = known ?? new CSSStyleSheet();
  sheet.replaceSync(css);
  if (known !== undefined) return;
  sheets.set(key, sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Looks come with a mark; everything else has none. The element is for the caller to hold, and is nowhere shown. */
export function updateCSS(css: string, key: string, { mark }: Options = {}): HTMLStyleElement {
  if (mark === undefined) adopt(key, css);
  return document.createElement('style');
}

export function removeCSS(key: string): void {
  const sheet = sheets.get(key);
  if (sheet === undefined) return;
  sheets.delete(key);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** Part of the file's exports; nothing of antd's that is in use calls it. */
export function injectCSS(css: string): HTMLStyleElement {
  return updateCSS(css, css);
}
