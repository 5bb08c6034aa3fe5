/**
 * A style sheet of pages that few open, apart from the one that every page has: the returned function loads it, once.
 * Settles also where it cannot be had: a page without its looks is better than none.
 */
export function lateSheet(href: string): () => Promise<void> {
  let sheet: Promise<void> | null = null;
  return () => {
    sheet ??= new Promise((settle) => {
      // The server paints a page with its sheet inside.
      if (document.getElementById(href)) return settle();
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.addEventListener('load', () => settle());
      link.addEventListener('error', () => settle());
      document.head.append(link);
    });
    return sheet;
  };
}
