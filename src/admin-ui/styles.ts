import href from './admin.css?url';

let sheet: Promise<void> | null = null;

/**
 * Loads the sheet of the entry and administration pages, once. Settles also where it cannot be had: a page without its
 * looks is better than none.
 */
export function loadAdminStyles(): Promise<void> {
  sheet ??= new Promise((settle) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => settle());
    link.addEventListener('error', () => settle());
    document.head.append(link);
  });
  return sheet;
}
