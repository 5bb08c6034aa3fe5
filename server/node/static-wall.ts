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

const notes: Readonly<Record<Language, (time: string) => string>> = {
  zh: (time) => `${time} 生成，每分钟自动刷新`,
  en: (time) => `made at ${time}, anew every minute`,
};

/** Hour and minute of an instant where the bureau is. */
function bureauTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** The document without scripts and first data, with its own refresh and the time at which it was made. */
export function withoutScript(html: string, lang: Language, now: string): string {
  const note = `<p class="static-note">${notes[lang](bureauTime(now))}</p>`;
  return html
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="(?:modulepreload|expect)"[^>]*>/g, '')
    .replace('</head>', `<meta http-equiv="refresh" content="${EVERY_S}"></head>`)
    .replace('</body>', `${note}</body>`);
}
