import { useLayoutEffect } from 'react';
import { htmlLang } from '#src/i18n/html-lang.ts';
import { usePreferences } from '#src/stores/preferences.ts';
import type { DocumentFacts } from './document-facts.ts';

/** Before the paint, so that no frame shows the old theme or root size. */
export function useDocument({ lang, theme, shell, reach, title }: DocumentFacts): void {
  const { textSize, rise, isStill } = usePreferences();
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = htmlLang[lang];
    root.dataset.theme = theme;
    root.dataset.shell = shell;
    root.dataset.reach = reach;
    document.title = title;
  }, [lang, theme, shell, reach, title]);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.text = textSize;
    dataset.rise = rise;
    dataset.motion = isStill ? 'none' : 'some';
  }, [textSize, rise, isStill]);
}
