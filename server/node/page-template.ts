/** The built document as a form to fill in: language, theme, title, links, root and first data. */

export type PageParts = {
  readonly lang: string;
  readonly theme: string;
  readonly shell: string;
  readonly reach: string;
  /** Name of the build, so that the page knows its own; null = none. */
  readonly build: string | null;
  readonly title: string;
  /** Links for the head, ready-made. */
  readonly links: string;
  /** Painted markup of the root. */
  readonly html: string;
  /** Put into the document as `#first-data`. */
  readonly first: unknown;
};

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** JSON that cannot end its own script element. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * A function that fills the document in.
 * @throws Error where the built document lacks one of the places, naming it.
 */
export function pageTemplate(document: string): (parts: PageParts) => string {
  const places = {
    html: /<html[^>]*>/,
    title: /<title>[^<]*<\/title>/,
    head: /<\/head>/,
    root: /<div id="root"><\/div>/,
  };
  for (const [name, place] of Object.entries(places)) {
    if (!place.test(document)) throw new Error(`the built index.html has no place for ${name}`);
  }
  // Functions as replacements: a `$` in the data must stay a `$`.
  return (parts) =>
    document
      .replace(
        places.html,
        () =>
          `<html lang="${escapeText(parts.lang)}" data-theme="${escapeText(parts.theme)}" data-shell="${escapeText(parts.shell)}" data-reach="${escapeText(parts.reach)}"${parts.build === null ? '' : ` data-build="${escapeText(parts.build)}"`}>`,
      )
      .replace(places.title, () => `<title>${escapeText(parts.title)}</title>`)
      // Painted as a whole, so that nothing moves while the rest of it is still being read.
      .replace(
        places.head,
        () => `${parts.links}<link rel="expect" blocking="render" href="#first-data"></head>`,
      )
      .replace(
        places.root,
        () =>
          `<div id="root">${parts.html}</div><script type="application/json" id="first-data">${scriptJson(parts.first)}</script>`,
      );
}
