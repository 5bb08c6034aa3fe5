import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ChartContext } from '#src/charts/option.ts';
import { faces, type ThemeName, themeNames, tokensOf } from '#src/charts/tokens.ts';

/** A face that does not come must not hold back the chart for longer. */
const FACE_WAIT_MS = 1500;

function themeAt(host: Element): ThemeName {
  const named = host.closest('[data-theme]')?.getAttribute('data-theme');
  return themeNames.find((name) => name === named) ?? 'dark';
}

/** What the chart lies on, as its page says. */
export type Ground = 'bg' | 'surface';

function placeOf(host: HTMLElement, ground: Ground): ChartContext | null {
  const { clientWidth: width, clientHeight: height } = host;
  if (width === 0 || height === 0) return null;
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const tokens = tokensOf[themeAt(host)];
  const u = (Number.isFinite(root) ? root : 16) / 16;
  // Double quotes would end the style attribute that ECharts writes them into.
  const face = getComputedStyle(host).fontFamily.replaceAll('"', "'") || faces.cjk;
  return { tokens, face, ground: tokens[ground], u, width, height };
}

const same = (a: ChartContext | null, b: ChartContext | null): boolean =>
  a !== null &&
  b !== null &&
  a.tokens === b.tokens &&
  a.face === b.face &&
  a.ground === b.ground &&
  a.u === b.u &&
  a.width === b.width &&
  a.height === b.height;

/** ECharts measures letters once and remembers: the face of the figures has to be there before. */
async function faceLoaded(): Promise<void> {
  const { fonts } = document as { fonts?: FontFaceSet };
  if (fonts === undefined) return;
  const late = new Promise<void>((resolve) => setTimeout(resolve, FACE_WAIT_MS));
  await Promise.race([
    Promise.all([fonts.load(`600 16px ${faces.fig}`), fonts.load(`500 16px ${faces.fig}`)]),
    late,
  ]);
}

/**
 * Where the chart is drawn: size of its box, scale and theme of the page, kept up to date.
 * Null before the first measurement, while the box has no size, and on the server.
 */
export function useChartPlace(
  host: RefObject<HTMLElement | null>,
  ground: Ground,
): ChartContext | null {
  const [place, setPlace] = useState<ChartContext | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    let current = true;
    const look = () => {
      if (!current) return;
      const next = placeOf(element, ground);
      setPlace((before) => (next === null || same(before, next) ? before : next));
    };
    const sizes = new ResizeObserver(look);
    const themes = new MutationObserver(look);
    // Paper is white: what is dark on the screen is drawn again, before the sheet is taken.
    const toPaper = () =>
      flushSync(() =>
        setPlace((before) => {
          if (before === null || before.tokens !== tokensOf.dark) return before;
          return { ...before, tokens: tokensOf.light, ground: '#ffffff' };
        }),
      );
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', look);
    void faceLoaded().then(() => {
      if (!current) return;
      look();
      sizes.observe(element);
      themes.observe(document.documentElement, {
        attributes: true,
        attributeFilter: ['data-theme', 'lang'],
        subtree: true,
      });
    });
    return () => {
      current = false;
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', look);
      sizes.disconnect();
      themes.disconnect();
    };
  }, [host, ground]);
  return place;
}
