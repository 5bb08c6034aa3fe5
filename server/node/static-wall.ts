/** The wall for boxes that run no script: the painted page without its code, which asks for itself anew. */
import type { Language } from '#core/contract/lists.ts';

const PREFIX = '/wall/static';
/** Seconds until the box asks for the next picture. */
const EVERY_S = 60;

/** The wall page that a no-script address stands for; null = it is none. `/wall/static/funds` shows `/wall/funds`. */
export function staticWallPath(path: string): string | null {
  if (path === PREFIX) return '/wall';
  return path.startsWith(`${PREFIX}/`) ? `/wall${path.slice(PREFIX.length)}` : null;
}

/** What such a wall is asked, without `rotate`: it does not turn, so it must not say that it does. */
export function staticSearch(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete('rotate');
  return asked.toString();
}

const notes: Readonly<Record<Language, (time: string) => string>> = {
  zh: (time) => `${time} 生成，每分钟自动刷新`,
  en: (time) => `made at ${time}, anew every minute`,
};

/** Where a page with script says how it stands to its server, as `src/ui/link-state.tsx` writes it. */
const LINK_STATE = /<span class="link-state\b[^>]*>(?:<span\b[^>]*>[^<]*<\/span>)*<\/span>/;

/** Hour and minute of an instant where the bureau is. */
function bureauTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/**
 * The document without scripts and first data, with its own refresh. It hears nothing: the time at which it was made
 * stands where another page says whether it is online, or in the margin of a page that says nothing of the kind.
 */
export function withoutScript(html: string, lang: Language, now: string): string {
  const note = notes[lang](bureauTime(now));
  const inPlace = html.replace(LINK_STATE, `<span class="link-state static-note">${note}</span>`);
  const noted =
    inPlace === html
      ? html.replace('</body>', `<p class="static-note">${note}</p></body>`)
      : inPlace;
  return noted
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="(?:modulepreload|expect)"[^>]*>/g, '')
    .replace('</head>', `<meta http-equiv="refresh" content="${EVERY_S}"></head>`);
}
