/** What the worker does with a page's document, apart from the browser's own objects. */

/** Cache of the documents that a device keeps. */
export const PAGES_CACHE = 'reform-cockpit-pages';

/**
 * The document without its first data: a copy must not pass for an answer of now. The page then shows the last picture
 * that it kept itself, with the time of it.
 */
export function asCopy(html: string): string {
  return html.replace(
    /(<script type="application\/json" id=")first-data"/,
    '$1first-data-of-copy"',
  );
}

/** The build that a document names; null = it names none. */
export const buildIn = (html: string): string | null =>
  /^[^>]*>\s*<html[^>]* data-build="([^"]+)"/.exec(html)?.[1] ?? null;

/** Shown where nothing was kept yet: says so, and tries again by itself. */
export const nothingKept = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="refresh" content="10"><title>数字化改革驾驶舱 / Reform Cockpit</title></head>
<body><p>连不上服务器，这台设备上还没有可以显示的画面。每 10 秒自动重试。</p>
<p lang="en">The server cannot be reached, and this device has no picture to show yet. It tries again every 10 seconds.</p>
</body></html>`;
