/** For browsers that are too old for the page: that they are, and the figures as text. No script, no style needed. */
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import { formatDate, speak } from '#core/domain/format.ts';

/** The oldest Chromium whose syntax and styles the page is built for. */
const OLDEST_CHROMIUM = 87;

/** True for a browser that says itself that it is older, or Internet Explorer. Any other gets the page. */
export function isTooOld(userAgent: string | undefined): boolean {
  if (userAgent === undefined) return false;
  if (/\b(?:MSIE |Trident\/)/.test(userAgent)) return true;
  const version = /\bChrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  return version !== undefined && Number(version) < OLDEST_CHROMIUM;
}

const words = {
  zh: {
    old: `这台设备的浏览器太旧，显示不了完整画面（需要 Chromium ${OLDEST_CHROMIUM} 或更新版本）。以下是文字版，每分钟自动刷新。`,
    asOf: '数据截至',
    findings: '要点',
    attention: '需要关注',
    figures: '指标',
    noBoard: '暂时没有取到数据，会自动重试。',
  },
  en: {
    old: `The browser of this device is too old for the whole picture (Chromium ${OLDEST_CHROMIUM} or newer is needed). This is its text, made anew every minute.`,
    asOf: 'As of',
    findings: 'In short',
    attention: 'Needs attention',
    figures: 'Figures',
    noBoard: 'The data cannot be had just now; it tries again by itself.',
  },
} as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const item = (text: string): string => `<li>${escaped(text)}</li>`;

function content(board: Board, lang: Language): string {
  const w = words[lang];
  const figures = board.figures.map((figure) => {
    const questions = figure.questions.map((number) =>
      lang === 'zh' ? `核${number}` : `Q${number}`,
    );
    const mark = questions.length === 0 ? '' : ` [${questions.join(' ')}]`;
    return item(`${figure.name}: ${speak(figure, lang)} (${formatDate(figure.asOf, lang)})${mark}`);
  });
  return [
    `<h1>${escaped(board.workspace.name)}</h1>`,
    `<p>${escaped(board.workspace.organisation)}. ${w.asOf} ${formatDate(board.asOf, lang)}</p>`,
    `<h2>${w.findings}</h2><ul>${Object.values(board.findings).map(item).join('')}</ul>`,
    `<h2>${w.attention}</h2><ul>${board.exceptions.map(({ title, detail }) => item(`${title}: ${detail}`)).join('')}</ul>`,
    `<h2>${w.figures}</h2><ul>${figures.join('')}</ul>`,
  ].join('\n');
}

/** `board` null = it could not be had. */
export function plainPage(board: Board | null, lang: Language): string {
  const w = words[lang];
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="60">
<title>数字化改革驾驶舱 / Reform Cockpit</title></head><body>
<p>${w.old}</p>
${board === null ? `<p>${w.noBoard}</p>` : content(board, lang)}
</body></html>
`;
}
