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

/** Letters in px stay as they are where a reader asks for larger ones; only the root, which they are rem of, is in px. */
function fixedLetters(file: string, code: string): Fault[] {
  return [...code.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', body = ''], i, all) => {
      const isRoot = selectors.split(',').every((one) => /^\s*html(\[[^\]]*\])*\s*$/.test(one));
      const start = (all[i]?.index ?? 0) + selectors.length + 1;
      return isRoot
        ? []
        : [...body.matchAll(/(?<![-\w])(?:font-size|line-height|font)\s*:[^;]*\dpx/g)].map(
            (hit) => ({
              file,
              line: lineAt(code, start + hit.index),
              says: 'letters in px do not follow the reader’s text size; write rem or em',
            }),
          );
    },
  );
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Comments become blanks of the same length, so that lines keep their numbers. */
function withoutCssComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

function cssFaults(file: string, text: string): Fault[] {
  const code = withoutCssComments(text);
  const tooNew = bannedCss.flatMap(({ pattern, says }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map((hit) => ({
      file,
      line: lineAt(code, hit.index),
      says: `${says}; the oldest browser that is served is Chromium 87`,
    })),
  );
  return [...tooNew, ...fixedLetters(file, code)];
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
