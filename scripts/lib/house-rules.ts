/** What the import check and the linter cannot say about one file. */

export type Fault = { readonly file: string; readonly line: number; readonly says: string };

const MOST_LINES = 400;

/** CSS that Chromium 87 does not know, and what stands in for it. */
const bannedCss: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /@container\b/, says: 'container queries need Chromium 105' },
  { pattern: /\bcontainer-(type|name)\s*:/, says: 'container queries need Chromium 105' },
  { pattern: /\d(cqw|cqh|cqi|cqb|cqmin|cqmax)\b/, says: 'container units need Chromium 105' },
  { pattern: /:has\(/, says: ':has() needs Chromium 105' },
  { pattern: /@layer\b/, says: '@layer needs Chromium 99' },
  // The property; the media features of the same name are as old as media queries.
  { pattern: /(?<![-\w(])aspect-ratio\s*:/, says: 'aspect-ratio needs Chromium 88' },
  { pattern: /\d(dvh|dvw|svh|svw|lvh|lvw)\b/, says: 'dynamic viewport units need Chromium 108' },
  { pattern: /\bcolor-mix\(/, says: 'color-mix() needs Chromium 111' },
];

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Comments become blanks of the same length, so that lines keep their numbers. */
function withoutCssComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

function cssFaults(file: string, text: string): Fault[] {
  const code = withoutCssComments(text);
  return bannedCss.flatMap(({ pattern, says }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map((hit) => ({
      file,
      line: lineAt(code, hit.index),
      says: `${says}; the oldest browser that is served is Chromium 87`,
    })),
  );
}

/** What is wrong with one file; `file` is its path from the root, with `/`. */
export function houseFaults(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const lines = text.split('\n').length - 1;
  if (lines > MOST_LINES) {
    faults.push({ file, line: MOST_LINES, says: `${lines} lines; no file is over ${MOST_LINES}` });
  }
  if (/(^|\/)index\.tsx?$/.test(file)) {
    faults.push({ file, line: 1, says: 'a barrel: import from the file that has the thing' });
  }
  if (file.endsWith('.css')) faults.push(...cssFaults(file, text));
  return faults;
}
