/**
 * The reader's theme and text size on the painted page, before the page's own code is there: what was chosen once
 * must not flash. Stands alone; `stores/preferences.ts` checks the same values when it takes over.
 */
const KEPT = 'reform-cockpit.preferences';
const THEMES = ['dark', 'light', 'projector'];
const SIZES = ['large', 'larger'];

export function applyEarly(root: HTMLElement, search: string): void {
  if (root.dataset.shell !== 'desk') return;
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}')?.state ?? {};
    if (SIZES.includes(kept.textSize)) root.dataset.text = kept.textSize;
    if (THEMES.includes(kept.theme) && !new URLSearchParams(search).has('theme'))
      root.dataset.theme = kept.theme;
  } catch {
    // No storage, or not ours: the page as it was painted.
  }
}
